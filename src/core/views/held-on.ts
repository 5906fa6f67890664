import type { Block, Card } from '../card';
import type { Command } from '../command';
import type { AsOf, HeldOn } from '../held-on';
import type { Words } from '../words';
import { amount } from './amount';
import type { View } from './catalogue';
import { distinctNames } from './holdings';
import { pageBlocks, pageOf } from './paging';

/** Of whom or of what a day is looked at. */
export type LookedAt =
  | { is: 'benefit'; id: string; name: string }
  | { is: 'person'; id: string; name: string };

/**
 * What was held on a day, with on whose approval, by which rule and whether the key was seen; for admins. `more`: there is more than the
 * ledger was asked for.
 */
export function heldOn(
  view: View,
  of: LookedAt,
  { day, zone }: Pick<AsOf, 'day' | 'zone'>,
  held: HeldOn[],
  { page, more }: { page: number; more: boolean },
): Card {
  const { words, locale } = view;
  const names = distinctNames(held.map((one) => (of.is === 'benefit' ? one.person.name : one.benefit.name)));
  const draw = (one: HeldOn): Block[] => [row(view, one, of, names[held.indexOf(one)] as string)];
  const below: Block[] = [
    { type: 'text', text: words.heldOn.hint(day, zone), weak: true },
    ...(more ? [{ type: 'text', text: words.heldOn.more(held.length), weak: true } as const] : []),
  ];
  const current = pageOf(held, page, draw, below);
  const on = words.day(day);
  return {
    title: of.is === 'benefit' ? words.heldOn.whoHeld(of.name, on) : words.heldOn.whatHeld(of.name, on),
    blocks: [
      ...(held.length === 0
        ? [
            {
              type: 'text',
              text: of.is === 'benefit' ? words.heldOn.nobody : words.heldOn.nothing,
            } as const,
          ]
        : []),
      ...current.rows.flatMap(draw),
      ...below,
      ...pageBlocks(words, current, (to): Command => turnTo(of, day, to)),
    ],
    place: 'here',
    locale,
  };
}

const turnTo = (of: LookedAt, on: string, page: number): Command =>
  of.is === 'benefit'
    ? { type: 'holders', benefit: of.id, on, page }
    : { type: 'person', person: `person:${of.id}`, on, page };

function row({ words }: View, one: HeldOn, of: LookedAt, about: string): Block {
  const { person, benefit, quantity, end } = one;
  return {
    type: 'row',
    title: of.is === 'benefit' ? person.name : benefit.name,
    text: [
      amount(words, benefit.unit, quantity),
      howCome(words, one),
      ...(end ? [words.heldOn.ended(words.holding.endedHow[end.how], words.hour(end.at))] : []),
      ...seen(words, one),
    ].join(' · '),
    button: { label: words.buttons.details, about, press: { type: 'holding', holding: one.holding } },
  };
}

/** Since when, on whose approval, under which rule. */
function howCome(words: Words, { since, asked: { way }, approval }: HeldOn): string {
  const on = words.moment(since);
  switch (approval.is) {
    case 'missing':
      return words.heldOn.missing(on);
    case 'admin':
      return words.mine.since[way](on, approval.by.name);
    case 'rule':
      return words.heldOn.byRule(on, ruleOf(words, approval), approval.version);
    case 'people': {
      const names = words.list(approval.said.map(({ by }) => by.name));
      return [
        words.mine.since[way](on, names),
        words.heldOn.rule(ruleOf(words, approval), approval.version),
        ...approval.said.flatMap(({ why }) => (why ? [words.heldOn.alone(why)] : [])),
      ].join(' · ');
    }
  }
}

/** The bot's own rule has a name in every language. */
const ruleOf = (words: Words, { rule, version }: { rule: string; version: number }): string =>
  version === 0 ? words.review.ownRule : rule;

function seen(words: Words, { shown }: HeldOn): string[] {
  const [first] = shown;
  return first ? [words.heldOn.shown(words.moment(first.at), shown.length)] : [];
}
