import { left, type Stocked, withoutKeys } from '../benefit';
import type { Block, Card } from '../card';
import type { Holding } from '../holding';
import type { OnShelf } from '../listed';
import { isLow } from '../low-stock';
import type { Notice } from '../notice';
import type { Approved, Offered, Waiting } from '../request';
import { amount } from './amount';
import type { View } from './catalogue';
import { approvedBy, heldSince } from './course-facts';
import { distinctNames } from './holdings';
import { pageBlocks, pageOf } from './paging';

/** What is bought of every benefit, and where all of it is. */
export function stock(view: View, benefits: OnShelf[], page: number): Card {
  const { words, locale } = view;
  const draw = (benefit: OnShelf) => [shelf(view, benefit)];
  const current = pageOf(benefits, page, draw);
  return {
    title: words.stock.title,
    blocks: [
      ...current.rows.flatMap(draw),
      {
        type: 'text',
        text: benefits.length > 0 ? words.stock.hint : words.stock.nothing,
        weak: true,
      },
      ...pageBlocks(words, current, (to) => ({ type: 'stock', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** One benefit in one line: what is bought, given, free, waited for. */
export function shelf(view: View, benefit: OnShelf): Block {
  const { words, now } = view;
  const { id, name, quantity, unit, settings } = benefit;
  const { held, waiting } = benefit.stock;
  const low = isLow(benefit, now);
  return {
    type: 'row',
    title: name,
    text: [
      ...(low ? [words.stock.low(settings.lowStock ?? 0)] : []),
      words.stock.bought(quantity, words.unit(unit, quantity)),
      words.stock.given(held),
      withoutKeys(benefit) ? words.catalogue.noKeyYet : words.stock.free(left(benefit)),
      ...(waiting > 0 ? [words.stock.waiting(waiting)] : []),
      ...keysOf(view, benefit),
    ].join(' · '),
    button: { label: words.buttons.holders, about: name, press: { type: 'holders', benefit: id } },
  };
}

/** The keys brought in and where they are: the parts always come to the whole. Keys that everybody shares are not counted. */
function keysOf({ words }: View, { units, stock: { freeUnits, setAside, retired } }: OnShelf): string[] {
  if (units === 0 || freeUnits === undefined) return [];
  const parts = [
    words.stock.free(freeUnits),
    words.stock.given(units - freeUnits - setAside - retired),
    ...(setAside > 0 ? [words.stock.setAside(setAside)] : []),
    ...(retired > 0 ? [words.stock.retired(retired)] : []),
  ];
  return [words.stock.keys(units, parts.join(' + '))];
}

type InLine = Waiting | Offered | Approved;
type Line = { is: 'held'; held: Holding } | { is: 'coming' | 'in-line'; request: InLine; place?: number };

/** Who has a benefit, for whom it is being set up, and who was approved and waits for it. */
export function holders(view: View, benefit: Stocked, held: Holding[], inLine: InLine[], page: number): Card {
  const { words, locale } = view;
  const headings = [words.holders.coming, words.holders.line].map(
    (text): Block => ({ type: 'heading', text }),
  );
  const names = distinctNames(held.map(({ person }) => person.name));
  const draw = (line: Line): Block[] => [
    line.is === 'held'
      ? holder(view, line.held, names[held.indexOf(line.held)] as string)
      : place(view, line),
  ];
  const waiting = inLine.filter(({ state }) => state === 'waiting');
  const lines: Line[] = [
    ...held.map((one): Line => ({ is: 'held', held: one })),
    ...inLine.filter(({ state }) => state === 'approved').map((request): Line => ({ is: 'coming', request })),
    ...inLine
      .filter(({ state }) => state !== 'approved')
      .map((request): Line => {
        const at = waiting.indexOf(request) + 1;
        return { is: 'in-line', request, ...(at > 0 && { place: at }) };
      }),
  ];
  const current = pageOf(lines, page, draw, headings);
  const begins = (line: Line, at: number): Block[] =>
    line.is === 'held' || current.rows[at - 1]?.is === line.is
      ? []
      : [{ type: 'heading', text: line.is === 'coming' ? words.holders.coming : words.holders.line }];
  return {
    title: words.holders.title(benefit.name),
    blocks: [
      ...(held.length === 0 ? [{ type: 'text', text: words.holders.nobody } as const] : []),
      ...current.rows.flatMap((line, at) => [...begins(line, at), ...draw(line)]),
      ...pageBlocks(words, current, (to) => ({ type: 'holders', benefit: benefit.id, page: to })),
    ],
    place: 'here',
    locale,
  };
}

const holder = ({ words }: View, held: Holding, about: string): Block => ({
  type: 'row',
  title: held.person.name,
  text: `${amount(words, held.benefit.unit, held.quantity)} · ${heldSince(words, held)}`,
  button: { label: words.buttons.details, about, press: { type: 'holding', holding: held.id } },
});

function place({ words }: View, { request, place }: Exclude<Line, { is: 'held' }>): Block {
  const { assignee, benefit, quantity, at } = request;
  const standing =
    request.state === 'offered' ? [`${words.fields.keptUntil} ${words.hour(request.until)}`] : [];
  return {
    type: 'row',
    title: place ? words.holders.place(place, assignee.name) : assignee.name,
    text: [
      amount(words, benefit.unit, quantity),
      ...standing,
      words.holders.approved(approvedBy(words, request), words.moment(at)),
    ].join(' · '),
  };
}

/** Little is left. */
export function lowStock({ words, locale }: View, notice: Extract<Notice, { kind: 'low-stock' }>): Card {
  const { benefit, threshold, waiting } = notice;
  return {
    title: words.lowStock.title(benefit.name, notice.left),
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.left, amount(words, benefit.unit, notice.left)],
          [words.fields.warnsBelow, amount(words, benefit.unit, threshold)],
          [words.fields.onList, String(waiting)],
        ],
      },
      { type: 'text', text: words.lowStock.text, weak: true },
      {
        type: 'buttons',
        buttons: [
          {
            label: words.buttons.holders,
            about: benefit.name,
            press: { type: 'holders', benefit: benefit.id },
          },
        ],
      },
    ],
    place: 'here',
    locale,
  };
}
