import { kindOf } from '../benefit';
import type { Block, Button, Card } from '../card';
import { type Holding, isLive, missedDay } from '../holding';
import { portalOf } from '../programme';
import { dayOf } from '../time';
import type { Use } from '../use';
import type { Words } from '../words';
import { amount } from './amount';
import type { View } from './catalogue';
import { saidBy } from './course-facts';
import { oneLine } from './request-facts';

/** Who looks at a holding: whoever has it; and an admin, who can move it and take it back. */
export interface Reader {
  owns: boolean;
  keeps: boolean;
}

/** So many uses fit beside everything else. */
const mostUses = 10;

/** Everything about one holding, and all that its reader can do with it. Never a key: that is shown by itself, to its holder. */
export function holding(view: View, held: Holding, uses: Use[], reader: Reader): Card {
  const { words, locale } = view;
  const buttons = isLive(held) ? buttonsFor(view, held, reader) : [];
  const { contract } = held;
  return {
    title: reader.owns ? held.benefit.name : words.holding.of(held.person.name, held.benefit.name),
    blocks: [
      { type: 'facts', facts: facts(view, held) },
      ...(contract && (reader.owns || reader.keeps)
        ? [
            { type: 'copy', label: words.fields.accessId, text: contract.accessId } as const,
            { type: 'copy', label: words.fields.contractId, text: contract.contractId } as const,
          ]
        : []),
      ...usesOf(words, held, uses),
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
    place: 'here',
    locale,
  };
}

function facts(view: View, held: Holding): Array<[string, string]> {
  const { words } = view;
  const { benefit, quantity, used, language, system, email, since, approvedBy, evidence, person } = held;
  const optional: Array<[string, string | undefined]> = [
    [words.fields.language, language],
    [words.fields.system, system],
    [words.fields.alternativeEmail, email],
    [words.fields.evidence, evidence],
  ];
  return [
    [words.fields.benefit, benefit.name],
    [words.fields.person, person.name],
    [words.fields.quantity, amount(words, benefit.unit, quantity)],
    ...(kindOf(benefit) === 'contract'
      ? ([
          [words.fields.used, amount(words, benefit.unit, used)],
          [
            words.fields.available,
            words.holding.left(quantity - used, words.unit(benefit.unit, quantity - used)),
          ],
        ] as Array<[string, string]>)
      : []),
    ...optional.flatMap(([label, value]): Array<[string, string]> => (value ? [[label, value]] : [])),
    [words.fields.since, words.moment(since)],
    [words.fields.approvedBy, saidBy(words, approvedBy)],
    [words.fields.state, stateIn(view, held)],
  ];
}

function stateIn({ words, now }: View, held: Holding): string {
  const { state } = held;
  const missed = missedDay(held, dayOf(now));
  switch (state.is) {
    case 'live':
      return missed ? words.mine.missed(words.day(missed)) : words.holding.live;
    case 'inquired':
      return words.holding.inquired(words.hour(state.answerBy));
    case 'ended':
      return words.holding.ended(words.holding.endedHow[state.how], words.moment(state.at));
  }
}

/** Who used how many incidents or hours for what, the latest ones. */
export function usesOf(words: Words, { benefit }: Holding, uses: Use[]): Block[] {
  if (uses.length === 0) return [];
  return [
    { type: 'heading', text: words.holding.uses },
    ...uses.slice(0, mostUses).map(
      ({ quantity, what, by, at }): Block => ({
        type: 'row',
        title: `${amount(words, benefit.unit, quantity)} · ${words.moment(at)}`,
        text: words.holding.use(oneLine(what), by),
      }),
    ),
    ...(uses.length > mostUses
      ? [{ type: 'text', text: words.holding.more(uses.length - mostUses), weak: true } as const]
      : []),
  ];
}

function buttonsFor({ words }: View, held: Holding, { owns, keeps }: Reader): Button[] {
  const { id, benefit, key, quantity, used, state } = held;
  const { buttons } = words;
  const kind = kindOf(benefit);
  const portal = portalOf(benefit);
  const own: Button[] = [
    ...(state.is === 'inquired'
      ? [
          {
            label: buttons.stillNeed,
            style: 'primary',
            press: { type: 'keep', holding: id },
          } as const,
        ]
      : []),
    ...(key ? [{ label: buttons.showKey, press: { type: 'show-key', holding: id } } as const] : []),
    ...(key && kind === 'token'
      ? [{ label: buttons.planToken, press: { type: 'plan-form', holding: id } } as const]
      : []),
    ...(kind === 'contract' && used < quantity
      ? [{ label: buttons.use, press: { type: 'use-form', holding: id } } as const]
      : []),
    ...(portal ? [{ label: buttons.portal, url: portal }] : []),
    ...(key ? [{ label: buttons.notWorking, press: { type: 'report-form', holding: id } } as const] : []),
    { label: buttons.return, press: { type: 'return-form', holding: id } },
  ];
  const admins: Button[] = [
    { label: buttons.reassign, press: { type: 'reassign-form', holding: id } },
    { label: buttons.remove, style: 'danger', press: { type: 'remove-form', holding: id } },
  ];
  return [...(owns ? own : []), ...(keeps ? admins : [])].map((button) => ({
    ...button,
    about: benefit.name,
  }));
}
