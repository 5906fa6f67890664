import type { Added } from '../add-person';
import type { Block, Button, Card } from '../card';
import type { Holding } from '../holding';
import type { Named, Person, Role } from '../person';
import type { Request } from '../request';
import type { View } from './catalogue';
import { heldSince } from './course-facts';
import { pageBlocks, pageOf } from './paging';
import { stateIn } from './request-facts';

/** Somebody, as an admin sees them. */
export type Somebody = Person & { email?: string };

const oneLineOf = ({ words }: View, { role, email }: Somebody): string =>
  `${words.people.roles[role]} · ${email ?? words.people.noAddress}`;

/** Everybody, by name. */
export function people(view: View, everybody: Somebody[], page: number): Card {
  const { words, locale } = view;
  const row = (one: Somebody): Block => ({
    type: 'row',
    title: one.name,
    text: oneLineOf(view, one),
    button: {
      label: words.buttons.details,
      about: one.name,
      press: { type: 'person', person: `person:${one.id}` },
    },
  });
  const add: Block = {
    type: 'buttons',
    buttons: [{ label: words.buttons.addPerson, press: { type: 'add-person-form' } }],
  };
  const beside: Block[] = [{ type: 'text', text: words.people.hint, weak: true }, add];
  const current = pageOf(everybody, page, (one) => [row(one)], beside);
  return {
    title: words.people.title,
    blocks: [
      ...current.rows.map(row),
      ...beside,
      ...pageBlocks(words, current, (to) => ({ type: 'people', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** Of more than this the card speaks in a number only. */
const mostOpen = 5;

/** What one person holds, each with what an admin can do about it, and what is still open for them. */
export function person(view: View, one: Somebody, holdings: Holding[], open: Request[]): Card {
  const { words, locale } = view;
  const waiting: Block[] = open.slice(0, mostOpen).map((request) => ({
    type: 'row',
    title: request.benefit.name,
    text: `${words.moment(request.askedAt)} · ${stateIn(view, request)}`,
  }));
  const beside: Block[] = [
    { type: 'text', text: oneLineOf(view, one) },
    { type: 'heading', text: words.people.holds },
    ...(waiting.length > 0 ? [{ type: 'heading', text: words.people.open } as const, ...waiting] : []),
    { type: 'text', text: words.people.more(holdings.length), weak: true },
  ];
  const draw = (holding: Holding): Block[] => holdingBlocks(view, holding);
  const { rows } = pageOf(holdings, 1, draw, beside);
  const unseen = holdings.length - rows.length;
  return {
    title: one.name,
    blocks: [
      { type: 'text', text: oneLineOf(view, one) },
      { type: 'heading', text: words.people.holds },
      ...(rows.length > 0
        ? rows.flatMap(draw)
        : [{ type: 'text', text: words.people.holdsNothing } as const]),
      ...(unseen > 0 ? [{ type: 'text', text: words.people.more(unseen), weak: true } as const] : []),
      ...(waiting.length > 0 ? [{ type: 'heading', text: words.people.open } as const, ...waiting] : []),
    ],
    place: 'here',
    locale,
  };
}

function holdingBlocks({ words }: View, holding: Holding): Block[] {
  const { id, benefit, quantity, person: holder } = holding;
  const about = `${benefit.name}, ${holder.name}`;
  const buttons: Button[] = [
    { label: words.buttons.reassign, about, press: { type: 'reassign-form', holding: id } },
    { label: words.buttons.remove, about, style: 'danger', press: { type: 'remove-form', holding: id } },
  ];
  return [
    {
      type: 'row',
      title: benefit.name,
      text: `${quantity} ${words.unit(benefit.unit, quantity)} · ${heldSince(words, holding)}`,
    },
    { type: 'buttons', buttons },
  ];
}

/** To the admins: somebody who had left has spoken again. */
export const isBack = ({ words, locale }: View, { id, name }: Named, role: Role): Card => ({
  title: words.people.back(name),
  blocks: [
    { type: 'text', text: words.people.backText(words.people.roles[role]) },
    {
      type: 'buttons',
      buttons: [
        { label: words.buttons.details, about: name, press: { type: 'person', person: `person:${id}` } },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** The form with which an admin adds somebody who has not spoken yet. `id` is the one they will have. */
export const addPersonForm = ({ words, locale }: View, id: string): Card => ({
  title: words.people.addTitle,
  blocks: [
    {
      type: 'form',
      fields: [
        { kind: 'text', name: 'name', label: words.fields.name, lines: 'one', most: 200 },
        {
          kind: 'text',
          name: 'email',
          label: words.fields.email,
          lines: 'one',
          most: 254,
          hint: words.people.emailHint,
        },
      ],
      submit: words.buttons.addPerson,
      press: { type: 'add-person', id },
    },
  ],
  place: 'dialog',
  locale,
});

/** Somebody was added. */
export const personAdded = ({ words, locale }: View, { id, name, email }: Added): Card => ({
  title: words.people.added(name),
  blocks: [
    { type: 'text', text: words.people.addedText },
    {
      type: 'facts',
      facts: [
        [words.fields.name, name],
        [words.fields.email, email],
      ],
    },
    {
      type: 'buttons',
      buttons: [
        { label: words.buttons.details, about: name, press: { type: 'person', person: `person:${id}` } },
      ],
    },
  ],
  place: 'here',
  locale,
});
