import { isScalar, isSeq, type Node } from 'yaml';
import { isPlainAddress } from '../core/eligible';
import { ownPolicy, type Policy, type Rule, type WorkingHours } from '../core/policy/policy';
import { isZone } from '../core/policy/working-hours';
import { normalName } from '../core/product-name';
import { fileText } from './file-text';
import { documentOf } from './policy-document';
import type { Nodes } from './policy-nodes';
import { readRule } from './policy-rules';
import { sayPolicyProblem } from './policy-sentences';

/** A policy as a file says it: its text, letter by letter, and what it means. */
export interface PolicyFile {
  text: string;
  policy: Omit<Policy, 'version'>;
  /** In which line each rule begins, in their order. */
  lines: number[];
}

/** A policy that is refused; every problem at once, each a sentence with its line. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy';
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
  }
}

/** No policy of a company is longer. */
const mostBytes = 64 * 1024;
/** Whoever has more to mend than this mends these first. */
const mostSaid = 50;

/**
 * Reads a policy file: YAML 1.2, of which JSON is a part, without anchors, aliases and tags.
 * @throws BadFile when it is no text of ours; BadPolicy with every problem in it
 */
export async function readPolicy(path: string): Promise<PolicyFile> {
  let text = '';
  for await (const part of fileText(path, { limits: { fileBytes: mostBytes } })) text += part;
  // Some editors end lines in their own way: that makes no other policy of it.
  return policyIn(text.replace(/\r\n?/g, '\n'));
}

/**
 * The policy that a text says.
 * @throws BadPolicy with every problem in it
 */
export function policyIn(text: string): PolicyFile {
  const { document, nodes } = documentOf(text);
  const policy = document && readDocument(document.contents, nodes);
  if (policy && nodes.problems.length === 0) return { text, ...policy };
  throw new BadPolicy(sentencesOf(nodes));
}

/** The first problems in the order of their lines, each once, and how many there are beside. */
function sentencesOf({ problems }: Nodes): string[] {
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  const sentences = new Set<string>();
  let looked = 0;
  for (const { line, problem } of inOrder) {
    if (sentences.size === mostSaid) break;
    sentences.add(sayPolicyProblem(line, problem));
    looked += 1;
  }
  const more = inOrder.length - looked;
  return [...sentences, ...(more > 0 ? [`And ${more.toLocaleString('en-GB')} more.`] : [])];
}

const parts = ['hours', 'digest-above', 'requests-per-day', 'never-ping', 'channel', 'rules'] as const;

function readDocument(node: unknown, nodes: Nodes): Omit<PolicyFile, 'text'> | undefined {
  const found = nodes.map(node, 'the policy', parts);
  if (!found) return undefined;
  const { rules, lines } = readRules(found.rules, nodes);
  const digestAbove = found['digest-above'] && nodes.whole(found['digest-above'], 'digest-above', 1, 1000);
  const perDay =
    found['requests-per-day'] && nodes.whole(found['requests-per-day'], 'requests-per-day', 1, 1000);
  return {
    lines,
    policy: {
      rules,
      hours: found.hours ? readHours(found.hours, nodes) : ownPolicy.hours,
      neverPing: found['never-ping'] ? readAddresses(found['never-ping'], nodes) : [],
      channel: found.channel ? readChannel(found.channel, nodes) : {},
      ...(digestAbove !== undefined && { digestAbove }),
      ...(perDay !== undefined && { perDay }),
    },
  };
}

function readRules(node: Node | undefined, nodes: Nodes): { rules: Rule[]; lines: number[] } {
  const items = isSeq(node) ? node.items : [];
  if (node && !isSeq(node)) nodes.wrong(node, { code: 'not-a-list', of: 'rules' });
  else if (items.length === 0) nodes.wrong(node, { code: 'no-rules' });
  const seen = new Map<string, number>();
  const lines = items.map((item) => nodes.lineOf(item));
  const rules = items.flatMap((item, at): Rule[] => {
    const read = readRule(item, nodes);
    if (!read) return [];
    const { rule, reach } = read;
    const line = lines[at] as number;
    const name = normalName(rule.name);
    const firstLine = seen.get(name);
    if (firstLine !== undefined) nodes.wrong(item, { code: 'same-name', name: rule.name, firstLine });
    else seen.set(name, line);
    const isLast = at === items.length - 1;
    if (isLast && reach === 'some') nodes.wrong(item, { code: 'last-has-when', rule: rule.name });
    if (isLast && reach === 'up to a number') nodes.wrong(item, { code: 'last-has-limit', rule: rule.name });
    if (!isLast && reach === 'everything') nodes.wrong(item, { code: 'unreachable', rule: rule.name });
    return [rule];
  });
  return { rules, lines };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function readHours(node: Node, nodes: Nodes): WorkingHours {
  const found = nodes.map(node, 'hours', ['from', 'to', 'days', 'zone']) ?? {};
  const time = (name: 'from' | 'to'): string => {
    if (!found[name]) return ownPolicy.hours[name];
    const value = isScalar(found[name]) ? String(found[name].value) : '';
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return value;
    nodes.wrong(found[name], { code: 'time', name });
    return ownPolicy.hours[name];
  };
  const [from, to] = [time('from'), time('to')];
  if (from >= to) nodes.wrong(node, { code: 'times' });
  const days = found.days
    ? nodes.some(found.days, 'days').flatMap((day) => {
        const weekday = nodes.choice(day, 'days', weekdays);
        return weekday ? [weekdays.indexOf(weekday) + 1] : [];
      })
    : ownPolicy.hours.days;
  const zone = found.zone ? nodes.text(found.zone, 'zone') : ownPolicy.hours.zone;
  // From version 22 on Node takes +02:00 for a zone as well, which knows no summer.
  if (zone !== undefined && !(/^[A-Za-z]/.test(zone) && isZone(zone)))
    nodes.wrong(found.zone, { code: 'zone' });
  return { from, to, days, zone: zone ?? ownPolicy.hours.zone };
}

const readAddresses = (node: Node, nodes: Nodes): string[] =>
  nodes.several(node).flatMap((one) => {
    const address = nodes.text(one, 'never-ping', 254);
    if (address === undefined) return [];
    if (!isPlainAddress(address)) nodes.wrong(one, { code: 'address' });
    return [address.toLowerCase()];
  });

/** Ids, not names, as the chats write them: a channel can be given another name. */
const channelIds = { slack: /^[CG][A-Z0-9]{2,20}$/, teams: /^19:[^\s@]{1,150}@thread\.(tacv2|skype|v2)$/ };

function readChannel(node: Node, nodes: Nodes): Policy['channel'] {
  const found = nodes.map(node, 'channel', ['slack', 'teams']) ?? {};
  const at = (name: 'slack' | 'teams') => {
    const id = found[name] && nodes.text(found[name], name);
    if (id === undefined) return {};
    if (!channelIds[name].test(id)) nodes.wrong(found[name], { code: 'channel', name });
    return { [name]: id };
  };
  return { ...at('slack'), ...at('teams') };
}
