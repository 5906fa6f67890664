import { kindOf } from '../benefit';
import type { Block, Card } from '../card';
import { type Holding, missedDay } from '../holding';
import type { Request } from '../request';
import { dayOf } from '../time';
import { amount } from './amount';
import type { View } from './catalogue';
import { heldSince } from './course-facts';
import { pageBlocks, pageOf } from './paging';
import { nothingKnown, requestBlocks, type Standing } from './requests';

type Line = { is: 'held'; held: Holding } | { is: 'asked'; request: Request };

/** Everything a person holds, and everything that is still to come of what they asked for. */
export function mine(
  view: View,
  holdings: Holding[],
  open: Request[],
  page: number,
  standing: Standing = nothingKnown,
): Card {
  const { words, locale } = view;
  const heading: Block = { type: 'heading', text: words.mine.open };
  const names = distinctNames(holdings.map(({ benefit }) => benefit.name));
  const draw = (line: Line): Block[] =>
    line.is === 'held'
      ? holdingBlocks(view, line.held, names[holdings.indexOf(line.held)] as string)
      : requestBlocks(view, line.request, standing);
  const lines: Line[] = [
    ...holdings.map((held): Line => ({ is: 'held', held })),
    ...open.map((request): Line => ({ is: 'asked', request })),
  ];
  const current = pageOf(lines, page, draw, open.length > 0 ? [heading] : []);
  const firstAsked = current.rows.findIndex(({ is }) => is === 'asked');
  return {
    title: words.mine.title,
    blocks: [
      ...(holdings.length === 0 ? [{ type: 'text', text: words.mine.nothing } as const] : []),
      ...current.rows.flatMap((line, at) => (at === firstAsked ? [heading, ...draw(line)] : draw(line))),
      ...pageBlocks(words, current, (to) => ({ type: 'mine', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** Names by which buttons can be told apart: `Visio`, and `Visio (2)` for the second of that name. */
export function distinctNames(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** One holding in one line, with Show key where there is one; below it the way back and the way to everything else. */
function holdingBlocks({ words, now }: View, held: Holding, about: string): Block[] {
  const { id, benefit, quantity, used, key, state } = held;
  const missed = missedDay(held, dayOf(now));
  const text = [
    amount(words, benefit.unit, quantity),
    ...(kindOf(benefit) === 'contract' ? [words.mine.usedOf(used, quantity)] : []),
    heldSince(words, held),
    ...(missed ? [words.mine.missed(words.day(missed))] : []),
    ...(state.is === 'inquired' ? [words.mine.answerBy(words.hour(state.answerBy))] : []),
  ].join(' · ');
  return [
    {
      type: 'row',
      title: benefit.name,
      text,
      ...(key && {
        button: { label: words.buttons.showKey, about, press: { type: 'show-key', holding: id } },
      }),
    },
    {
      type: 'buttons',
      buttons: [
        { label: words.buttons.return, about, press: { type: 'return-form', holding: id } },
        { label: words.buttons.details, about, press: { type: 'holding', holding: id } },
      ],
    },
  ];
}
