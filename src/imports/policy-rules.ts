import { isMap, isScalar, type Node } from 'yaml';
import { categories } from '../core/benefit';
import { isPlainAddress } from '../core/eligible';
import type { Range, Rule, Stage, When, Who, Yield } from '../core/policy/policy';
import { normalName } from '../core/product-name';
import type { Nodes } from './policy-nodes';

const ruleParts = ['name', 'when', 'approve', 'refuse', 'stages'] as const;
const whenParts = ['category', 'benefit', 'group', 'on-behalf', 'holds', 'left'] as const;
const stageParts = ['ask', 'may', 'need', 'otherwise', 'remind-after', 'escalate', 'expire-after'] as const;
const mostUnits = 1_000_000;

/** What a rule fits, as far as its place among the others matters: everything, everything up to a number, or only some of it. */
export type Reach = 'everything' | 'up to a number' | 'some';

/** One rule; undefined where it has no name. What else is wrong with it is noted, and it is read as far as it can be. */
export function readRule(node: unknown, nodes: Nodes): { rule: Rule; reach: Reach } | undefined {
  const found = nodes.map(node, 'a rule', ruleParts);
  if (!found) return undefined;
  if (!found.name) return nodes.wrong(node, { code: 'missing', name: 'name', of: 'a rule' });
  const name = nodes.text(found.name, 'name', 100);
  if (name === undefined) return undefined;
  const when = found.when ? readWhen(found.when, nodes) : {};
  const outcomes = (['approve', 'refuse', 'stages'] as const).filter((one) => found[one]);
  if (outcomes.length !== 1) nodes.wrong(node, { code: 'one-outcome', rule: name });
  const yields = readYield(name, found, nodes);
  // By what stands there, not by what was understood of it: one mistake is said once.
  const isForAll = !found.when || (isMap(found.when) && found.when.items.length === 0);
  const isLimited = found.approve && !isScalar(found.approve);
  return {
    rule: { name, when, yields: yields ?? { is: 'refuse', reason: name } },
    reach: !isForAll ? 'some' : isLimited ? 'up to a number' : 'everything',
  };
}

function readYield(
  rule: string,
  { approve, refuse, stages }: Partial<Record<'approve' | 'refuse' | 'stages', Node>>,
  nodes: Nodes,
): Yield | undefined {
  if (approve) {
    if (isScalar(approve) && approve.value === 'at once') return { is: 'approve' };
    const found = isMap(approve) ? nodes.map(approve, 'approve', ['up-to']) : undefined;
    if (!found?.['up-to'])
      return nodes.wrong(approve, { code: 'choice', name: 'approve', choices: ['at once', '{ up-to: 1 }'] });
    const limit = nodes.whole(found['up-to'], 'up-to', 1, mostUnits);
    return limit === undefined ? undefined : { is: 'approve', limit };
  }
  if (refuse) {
    const reason = nodes.text(refuse, 'refuse', 500);
    return reason === undefined ? undefined : { is: 'refuse', reason };
  }
  if (!stages) return undefined;
  const each = nodes.some(stages, 'stages');
  if (each.length > 3) nodes.wrong(stages, { code: 'stages', rule, found: each.length });
  return { is: 'ask', stages: each.map((one) => readStage(one, nodes)) };
}

function readWhen(node: Node, nodes: Nodes): When {
  const found = nodes.map(node, 'when', whenParts) ?? {};
  const texts = (name: 'benefit' | 'group', as: (text: string) => string): string[] | undefined =>
    found[name] &&
    nodes.some(found[name], name).flatMap((one) => {
      const text = nodes.text(one, name);
      return text === undefined ? [] : [as(text)];
    });
  const category =
    found.category &&
    nodes.some(found.category, 'category').flatMap((one) => nodes.choice(one, 'category', categories) ?? []);
  const benefit = texts('benefit', normalName);
  const group = texts('group', (text) => text.toLowerCase());
  const onBehalf = found['on-behalf'] && nodes.yesOrNo(found['on-behalf'], 'on-behalf');
  const holds = found.holds && readRange(found.holds, 'holds', nodes);
  const left = found.left && readRange(found.left, 'left', nodes);
  return {
    ...(category && { category }),
    ...(benefit && { benefit }),
    ...(group && { group }),
    ...(onBehalf !== undefined && { onBehalf }),
    ...(holds && { holds }),
    ...(left && { left }),
  };
}

function readRange(node: Node, name: string, nodes: Nodes): Range | undefined {
  const found = nodes.map(node, name, ['at-least', 'at-most']);
  if (!found) return undefined;
  const end = (which: 'at-least' | 'at-most') =>
    found[which] && nodes.whole(found[which], which, 0, mostUnits);
  const [atLeast, atMost] = [end('at-least'), end('at-most')];
  if ((atLeast === undefined && atMost === undefined) || (atLeast ?? 0) > (atMost ?? mostUnits))
    return nodes.wrong(node, { code: 'range', name });
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}

function readStage(node: Node, nodes: Nodes): Stage {
  const found = nodes.map(node, 'a stage', stageParts) ?? {};
  const whos = (name: 'ask' | 'may' | 'otherwise'): Who[] =>
    found[name] ? nodes.some(found[name], name).flatMap((one) => readWho(one, nodes) ?? []) : [];
  if (!found.ask) nodes.wrong(node, { code: 'missing', name: 'ask', of: 'a stage' });
  const remind = found['remind-after'] && nodes.workingHours(found['remind-after'], 'remind-after');
  const escalate = found.escalate && readEscalation(found.escalate, nodes);
  const expire = found['expire-after'] && nodes.hours(found['expire-after'], 'expire-after');
  if (escalate && expire !== undefined && escalate.after >= expire)
    nodes.wrong(found.escalate, { code: 'too-late' });
  return {
    ask: whos('ask'),
    may: whos('may'),
    need: found.need ? readNeed(found.need, nodes) : 1,
    otherwise: whos('otherwise'),
    silence: {
      ...(remind !== undefined && { remind }),
      ...(escalate && { escalate }),
      ...(expire !== undefined && { expire }),
    },
  };
}

function readNeed(node: Node, nodes: Nodes): Stage['need'] {
  if (isScalar(node) && node.value === 'all') return 'all';
  return nodes.whole(node, 'need', 1, 20) ?? 1;
}

function readEscalation(node: Node, nodes: Nodes): Stage['silence']['escalate'] {
  const found = nodes.map(node, 'escalate', ['after', 'to']) ?? {};
  for (const name of ['after', 'to'] as const)
    if (!found[name]) nodes.wrong(node, { code: 'missing', name, of: 'escalate' });
  const after = found.after && nodes.hours(found.after, 'after');
  const to = found.to ? nodes.some(found.to, 'to').flatMap((one) => readWho(one, nodes) ?? []) : [];
  return after === undefined ? undefined : { after, to };
}

function readWho(node: Node, nodes: Nodes): Who | undefined {
  if (isScalar(node)) {
    const said = String(node.value);
    if (said === 'approvers' || said === 'admins' || said === 'manager') return { is: said };
    return nodes.wrong(node, { code: 'who', said });
  }
  const found = nodes.map(node, 'who is asked', ['group', 'person']) ?? {};
  if (found.group && !found.person) {
    const group = nodes.text(found.group, 'group');
    return group === undefined ? undefined : { is: 'group', group };
  }
  if (!found.person || found.group) return nodes.wrong(node, { code: 'who', said: '…' });
  const email = nodes.text(found.person, 'person', 254);
  if (email === undefined) return undefined;
  return isPlainAddress(email)
    ? { is: 'person', email: email.toLowerCase() }
    : nodes.wrong(found.person, { code: 'address' });
}
