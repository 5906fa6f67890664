import type { Block, Card } from '../card';
import type { Policy, Range, Rule, Silence, Stage, When, Who } from '../policy/policy';
import type { Words } from '../words';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';

/** The rules by which it is decided who decides, in their order. */
export function policy(view: View, { version, rules }: Policy, page: number): Card {
  const { words, locale } = view;
  const draw = (rule: Rule): Block[] => [
    { type: 'heading', text: version === 0 ? words.review.ownRule : rule.name },
    { type: 'text', text: saysOf(words, rule, rules).join('\n') },
  ];
  const current = pageOf(rules, page, draw);
  return {
    title: words.policy.title,
    blocks: [
      { type: 'text', text: words.policy.version(version), weak: true },
      ...current.rows.flatMap(draw),
      ...pageBlocks(words, current, (to) => ({ type: 'policy', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** What a rule among others says, a line each: when it fits, and what follows. */
export function saysOf(words: Words, rule: Rule, rules: Rule[]): string[] {
  const when = rules.length > 1 ? whenOf(words, rule.when) : words.policy.everything;
  // A rule may be called what it says.
  return [...(when.toLowerCase() === rule.name.toLowerCase() ? [] : [when]), ...yieldOf(words, rule)];
}

/** When a rule fits, in words. */
function whenOf(words: Words, when: When): string {
  const { policy } = words;
  const parts = [
    ...(when.category
      ? [policy.category(words.list(when.category.map((one) => words.categories[one])))]
      : []),
    ...(when.benefit ? [policy.benefit(words.list(when.benefit))] : []),
    ...(when.group ? [policy.group(words.list(when.group))] : []),
    ...(when.onBehalf !== undefined ? [policy.onBehalf(when.onBehalf)] : []),
    ...(when.holds ? [policy.holds(rangeOf(words, when.holds))] : []),
    ...(when.left ? [policy.left(rangeOf(words, when.left))] : []),
  ];
  return parts.length > 0 ? policy.when(parts) : policy.always;
}

const rangeOf = (words: Words, { atLeast, atMost }: Range): string => words.policy.range(atLeast, atMost);

/** What follows, in words: a line for each stage. */
function yieldOf(words: Words, { yields }: Rule): string[] {
  switch (yields.is) {
    case 'approve':
      return [yields.limit === undefined ? words.policy.approve : words.policy.approveUpTo(yields.limit)];
    case 'refuse':
      return [words.policy.refuse(yields.reason)];
    case 'ask':
      return yields.stages.map((stage, at) => stageLine(words, stage, at + 1, yields.stages.length));
  }
}

function stageLine(words: Words, stage: Stage, at: number, of: number): string {
  const { policy } = words;
  const need = needOf(words, stage.need, stage.ask.every(isOnePerson) ? stage.ask.length : undefined);
  return [
    policy.stage(at, of, whoAll(words, stage.ask), need),
    ...(stage.may.length > 0 ? [policy.may(whoAll(words, stage.may))] : []),
    ...(stage.otherwise.length > 0 ? [policy.otherwise(whoAll(words, stage.otherwise))] : []),
    ...silenceOf(words, stage.silence),
  ].join(' · ');
}

const isOnePerson = ({ is }: Who): boolean => is === 'person' || is === 'manager';

/** How many must agree, in words; nothing where one is asked alone. `of`: so many people, where that is known. */
export function needOf({ policy }: Words, need: Stage['need'], of: number | undefined): string | undefined {
  if (of === 1) return undefined;
  if (need !== 'all' && need !== of) return policy.need(need);
  return of === 2 ? policy.needBoth : policy.needAll;
}

/** So many hours in the largest unit of which they are a whole number: of time that passes, not of working time. */
function spanOf({ policy: { span } }: Pick<Words, 'policy'>, hours: number): string {
  if (hours % 168 === 0) return span.weeks(hours / 168);
  return hours % 24 === 0 ? span.days(hours / 24) : span.hours(hours);
}

const silenceOf = ({ policy, ...words }: Words, { remind, escalate, expire }: Silence): string[] => [
  ...(remind !== undefined ? [policy.remind(remind)] : []),
  ...(escalate
    ? [policy.escalate(spanOf({ policy }, escalate.after), whoAll({ policy, ...words }, escalate.to))]
    : []),
  ...(expire !== undefined ? [policy.expire(spanOf({ policy }, expire))] : []),
];

const whoAll = (words: Words, whos: Who[]): string => words.list(whos.map((who) => whoOf(words, who)));

function whoOf({ policy }: Words, who: Who): string {
  switch (who.is) {
    case 'approvers':
    case 'admins':
    case 'manager':
      return policy.who[who.is];
    case 'group':
      return policy.who.group(who.group);
    case 'person':
      return who.email;
  }
}
