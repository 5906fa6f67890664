import type { Block, Button, Card } from '../card';
import { type Difference, isUnsettled, proposalFor } from '../difference';
import type { Notice } from '../notice';
import { subscriptionsPortal } from '../programme';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';
import { reasonField } from './reason-field';

const titleOf = ({ words }: View, { kind, benefit, person }: Difference): string =>
  words.differences.titles[kind](benefit.name, person?.name ?? '');

/** What differs, what is proposed about it, and how it stands. */
export function difference(view: View, is: Difference): Card {
  const { words, locale } = view;
  const said = words.differences;
  const { person, benefit, exported, assigned, kind, quantity } = is;
  const facts: Array<[string, string]> = [
    [words.fields.benefit, benefit.name],
    ...(person ? [[words.fields.person, nameOf(view, is)] as [string, string]] : []),
    ...(kind === 'over' ? [[said.tooMany, String(quantity)] as [string, string]] : []),
    ...(assigned ? [[said.assigned, words.day(assigned)] as [string, string]] : []),
    [said.exported, words.day(exported)],
    [words.fields.state, stateOf(view, is)],
    ...(is.state === 'left' ? [[words.fields.reason, is.why] as [string, string]] : []),
  ];
  const proposal = proposalFor(is);
  return {
    title: titleOf(view, is),
    blocks: [
      { type: 'facts', facts },
      ...(is.state === 'open'
        ? [{ type: 'text', text: words.labelled(said.proposal, said.proposals[proposal]) } as const]
        : []),
      ...(is.state === 'agreed' && proposal !== 'adopt'
        ? said.steps[proposal].map((step, at): Block => ({ type: 'text', text: `${at + 1}. ${step}` }))
        : []),
      ...(isUnsettled(is) ? [...toCopy(view, is), ...buttonsOf(view, is)] : []),
    ],
    place: 'here',
    locale,
  };
}

const nameOf = ({ words }: View, { person, kind }: Difference): string =>
  kind === 'gone' && !person?.id
    ? words.aside(person?.name ?? '', words.differences.unknown)
    : (person?.name ?? '');

const toCopy = ({ words }: View, { person }: Difference): Block[] =>
  person?.email ? [{ type: 'copy', label: words.fields.email, text: person.email }] : [];

function stateOf({ words }: View, is: Difference): string {
  const said = words.differences.states;
  if (is.state === 'open') return said.open;
  if (is.state === 'over') return said.over(words.day(is.until));
  return said[is.state](is.by.name, words.moment(is.at));
}

function buttonsOf(view: View, is: Difference): Block[] {
  const { buttons } = view.words;
  const about = titleOf(view, is);
  const can: Button[] = [
    ...(is.state === 'open'
      ? [
          {
            label: buttons.agree,
            about,
            style: 'primary' as const,
            press: { type: 'settle-difference' as const, difference: is.id },
          },
        ]
      : []),
    ...(is.holding
      ? [{ label: buttons.remove, about, press: { type: 'remove-form' as const, holding: is.holding } }]
      : []),
    { label: buttons.leaveAsItIs, about, press: { type: 'leave-difference-form', difference: is.id } },
    ...(proposalFor(is) === 'adopt' ? [] : [{ label: buttons.portal, about, url: subscriptionsPortal }]),
  ];
  return [{ type: 'buttons', buttons: can }];
}

/** Everything that still wants a word, the oldest first; each opens its card. */
export function differences(view: View, open: Difference[], page: number): Card {
  const { words, locale } = view;
  const row = (is: Difference): Block => ({
    type: 'row',
    title: titleOf(view, is),
    text: stateOf(view, is),
    button: {
      label: words.buttons.openTask,
      about: titleOf(view, is),
      press: { type: 'difference', difference: is.id },
    },
  });
  const current = pageOf(open, page, (is) => [row(is)]);
  return {
    title: words.differences.title,
    blocks: [
      ...(open.length > 0
        ? current.rows.map(row)
        : [{ type: 'text', text: words.differences.nothing } as const]),
      ...(open.length > 0 ? [{ type: 'text', text: words.differences.hint, weak: true } as const] : []),
      ...pageBlocks(words, current, (to) => ({ type: 'differences', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** An export has brought more than anybody wants as a card each. */
export const manyDiffer = (
  { words, locale }: View,
  { found, exported }: Extract<Notice, { kind: 'differences' }>,
): Card => ({
  title: words.differences.many(found),
  blocks: [
    { type: 'text', text: words.differences.manyText(words.day(exported)) },
    {
      type: 'buttons',
      buttons: [{ label: words.buttons.showDifferences, style: 'primary', press: { type: 'differences' } }],
    },
  ],
  place: 'here',
  locale,
});

/** Asks why it is left as it is. */
export const leaveForm = (view: View, is: Difference): Card => ({
  title: view.words.differences.formTitle,
  blocks: [
    { type: 'text', text: titleOf(view, is) },
    {
      type: 'form',
      fields: [reasonField(view.words, view.words.differences.formHint)],
      submit: view.words.buttons.leaveAsItIs,
      press: { type: 'leave-difference', difference: is.id },
    },
  ],
  place: 'dialog',
  locale: view.locale,
});
