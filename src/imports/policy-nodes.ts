import { isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { holdsKey } from '../core/key-text';
import { tidyName } from '../core/product-name';
import type { PolicyProblem } from './policy-sentences';

/** Reads a document node by node, and gathers everything that is wrong with it instead of stopping at the first. */
export class Nodes {
  readonly problems: Array<{ line: number; problem: PolicyProblem }> = [];

  constructor(private readonly lines: LineCounter) {}

  lineOf(node: unknown): number {
    const at = isNode(node) ? node.range?.[0] : undefined;
    return at === undefined ? 1 : this.lines.linePos(at).line;
  }

  wrong(node: unknown, problem: PolicyProblem): undefined {
    return this.note(this.lineOf(node), problem);
  }

  /** The same of a place in the text: the parser knows no node there. */
  wrongAt(offset: number, problem: PolicyProblem): undefined {
    return this.note(this.lines.linePos(offset).line, problem);
  }

  private note(line: number, problem: PolicyProblem): undefined {
    this.problems.push({ line, problem });
    return undefined;
  }

  /** What is below a name, by the names that are known there; undefined where it is no map. `of`: how the place is called. */
  map<Name extends string>(
    node: unknown,
    of: string,
    known: readonly Name[],
  ): Partial<Record<Name, Node>> | undefined {
    if (!isMap(node)) return this.wrong(node, { code: 'not-a-map', of });
    const found: Partial<Record<Name, Node>> = {};
    for (const { key, value } of (node as YAMLMap).items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name as Name)) this.wrong(key, { code: 'unknown', name, of, known });
      else if (found[name as Name]) this.wrong(key, { code: 'twice', name, of });
      else if (isNode(value) && !(isScalar(value) && value.value === null)) found[name as Name] = value;
      else this.wrong(key, { code: 'missing', name, of });
    }
    return found;
  }

  /** The entries of a list; one value alone is a list of one. */
  several(node: Node): Node[] {
    if (!isSeq(node)) return [node];
    return node.items.filter(isNode);
  }

  /** The same where nothing at all would make no sense. */
  some(node: Node, name: string): Node[] {
    const items = this.several(node);
    if (items.length === 0) this.wrong(node, { code: 'empty', name });
    return items;
  }

  /** One line of text; a number will do. */
  text(node: Node, name: string, most = 200): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const text = typeof value === 'string' || typeof value === 'number' ? tidyName(String(value)) : '';
    if (holdsKey(text)) return this.wrong(node, { code: 'key', name });
    return text.length >= 1 && text.length <= most ? text : this.wrong(node, { code: 'text', name, most });
  }

  whole(node: Node, name: string, least: number, most: number): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : this.wrong(node, { code: 'whole', name, least, most });
  }

  yesOrNo(node: Node, name: string): boolean | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (value === true || value === 'yes') return true;
    if (value === false || value === 'no') return false;
    return this.wrong(node, { code: 'yes-or-no', name });
  }

  choice<Choice extends string>(node: Node, name: string, choices: readonly Choice[]): Choice | undefined {
    const value = isScalar(node) ? String(node.value) : '';
    return choices.find((one) => one === value) ?? this.wrong(node, { code: 'choice', name, choices });
  }

  /** A span of time, in hours. */
  hours(node: Node, name: string): number | undefined {
    const value = isScalar(node) ? String(node.value) : '';
    const [, count, unit] = /^(\d{1,4})(h|d|w)$/.exec(value) ?? [];
    const hours = Number(count) * ({ h: 1, d: 24, w: 168 }[unit ?? 'h'] as number);
    return count !== undefined && hours >= 1 && hours <= 8_784
      ? hours
      : this.wrong(node, { code: 'duration', name });
  }

  /** A span of working time: a day of it is no 24 hours, so it is said in hours alone. */
  workingHours(node: Node, name: string): number | undefined {
    const [, count] = /^(\d{1,3})h$/.exec(isScalar(node) ? String(node.value) : '') ?? [];
    return Number(count) >= 1 ? Number(count) : this.wrong(node, { code: 'working-time', name });
  }
}
