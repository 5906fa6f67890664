import type { Button, Card } from '../card';
import type { Notice, ReadAs } from '../notice';
import type { Offered, Waiting } from '../request';
import type { View } from './catalogue';
import { approvedBy } from './course-facts';
import { factsOf, peopleOf } from './request-facts';
import { cancelButton, leaveButton } from './taking-away';

/** Approved, and nothing is left: the place on the waiting list, and what comes next. `place`: from 1. */
export const waiting = (
  { words, locale, reader }: View,
  request: Waiting,
  { place, keyless }: Pick<Extract<Notice, { kind: 'waiting' }>, 'place' | 'keyless'>,
): Card => ({
  title: words.waiting.title(request.benefit.name),
  blocks: [
    {
      type: 'text',
      text: (keyless ? words.waiting.noKey : words.waiting.notEnough)(
        approvedBy(words, request),
        request.benefit.name,
      ),
    },
    { type: 'text', text: place === 1 ? words.waiting.first : words.waiting.place(place) },
    { type: 'text', text: words.waiting.next, weak: true },
    { type: 'facts', facts: [...peopleOf({ words, reader }, request), ...factsOf(words, request)] },
    {
      type: 'buttons',
      buttons: [cancelButton(words, request, request.benefit.name)],
    },
  ],
  place: 'here',
  locale,
});

/** It is somebody's turn: take it or leave it. Also for whoever asked in their name. */
export const offered = ({ words, locale, reader }: View, request: Offered, to: ReadAs): Card => ({
  title:
    to === 'assignee'
      ? words.offered.yours(request.benefit.name)
      : words.offered.theirs(request.assignee.name, request.benefit.name),
  blocks: [
    { type: 'text', text: words.offered.text(words.hour(request.until)) },
    { type: 'facts', facts: [...peopleOf({ words, reader }, request), ...factsOf(words, request)] },
    { type: 'buttons', buttons: answers({ words }, request) },
  ],
  place: 'here',
  locale,
});

/** The two answers to an offer. */
export const answers = ({ words }: Pick<View, 'words'>, request: Offered): Button[] => {
  const { id, benefit, assignee } = request;
  const about = `${benefit.name}, ${assignee.name}`;
  return [
    { label: words.buttons.take, about, style: 'primary', press: { type: 'accept', request: id } },
    leaveButton(words, request, about),
  ];
};
