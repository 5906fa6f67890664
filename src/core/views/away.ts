import type { Absence } from '../away';
import type { Block, Card, Field } from '../card';
import type { Notice } from '../notice';
import { dayIn } from '../policy/working-hours';
import type { View } from './catalogue';
import { colleagueField, type Offered } from './colleague-field';

/**
 * Asks from when until when, and who stands in.
 * @param known what was said before
 * @param colleagues who could; where nobody could, it is not asked
 */
export function awayForm(
  { words, locale, now, zone }: View,
  known: Absence | undefined,
  colleagues: Offered[],
): Card {
  const fields: Field[] = [
    { kind: 'day', name: 'from', label: words.fields.from, initial: known?.from ?? dayIn(zone, now) },
    { kind: 'day', name: 'until', label: words.fields.until, ...(known && { initial: known.until }) },
    ...(colleagues.length > 0
      ? [
          colleagueField(
            { name: 'person', label: words.fields.standsIn, optional: true, hint: words.away.personHint },
            colleagues,
          ),
        ]
      : []),
  ];
  const before: Block[] = known
    ? [
        { type: 'text', text: words.away.now(words.day(known.from), words.day(known.until)) },
        { type: 'buttons', buttons: [{ label: words.buttons.back, press: { type: 'back' } }] },
      ]
    : [];
  const form: Block = { type: 'form', fields, submit: words.buttons.away, press: { type: 'away' } };
  const blocks = [...before, form];
  return { title: words.away.formTitle, blocks, place: 'dialog', locale };
}

/** Somebody is out of office. */
export const away = ({ words, locale }: View, { from, until, delegate }: Absence): Card => ({
  title: words.away.title(words.day(from), words.day(until)),
  blocks: [
    { type: 'text', text: delegate ? words.away.withDelegate(delegate.name) : words.away.without },
    { type: 'buttons', buttons: [{ label: words.buttons.back, press: { type: 'back' } }] },
  ],
  place: 'here',
  locale,
});

/** Somebody is back. */
export const present = ({ words, locale }: View): Card => ({
  title: words.away.back,
  blocks: [{ type: 'text', text: words.away.backText }],
  place: 'here',
  locale,
});

/** To whoever stands in. */
export const standsIn = (
  { words, locale }: View,
  { person, from, until }: Extract<Notice, { kind: 'stands-in' }>,
): Card => ({
  title: words.review.standsIn(person.name),
  blocks: [{ type: 'text', text: words.review.standsInText(person.name, words.day(from), words.day(until)) }],
  place: 'here',
  locale,
});
