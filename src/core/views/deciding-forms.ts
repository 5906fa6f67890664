import type { Card } from '../card';
import { openQuestion } from '../course';
import { leastReason } from '../override';
import type { Pending } from '../request';
import type { View } from './catalogue';
import { colleagueField, type Offered } from './colleague-field';
import { reasonField } from './reason-field';
import { titleOf } from './request-facts';

/** Asks an approver for the reason, which the requester will read. */
export function denialForm({ words, locale, reader }: View, request: Pending): Card {
  return {
    title: words.denial.title,
    blocks: [
      { type: 'text', text: titleOf({ words, reader }, request) },
      {
        type: 'form',
        fields: [reasonField(words, words.denial.reasonHint(request.requester.name))],
        submit: words.buttons.deny,
        press: { type: 'deny', request: request.id, version: request.version },
        back: { type: 'review', request: request.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** Asks how many are approved, where it may be fewer than were asked for. */
export const approveForm = ({ words, locale, reader }: View, request: Pending): Card => ({
  title: words.approveForm.title,
  blocks: [
    { type: 'text', text: titleOf({ words, reader }, request) },
    {
      type: 'form',
      fields: [
        {
          kind: 'number',
          name: 'quantity',
          label: words.fields.quantity,
          least: 1,
          most: request.quantity,
          initial: request.quantity,
          hint: words.approveForm.hint(request.quantity),
        },
        reasonField(words, words.denial.reasonHint(request.requester.name), { optional: true }),
      ],
      submit: words.buttons.approve,
      press: { type: 'approve', request: request.id, version: request.version },
      back: { type: 'review', request: request.id },
    },
  ],
  place: 'dialog',
  locale,
});

/** Asks what is to be said about a request. `theirs`: the reader asked for it, or will have it. */
export const remarkForm = (
  { words, locale, reader }: View,
  request: Pending,
  remark: string,
  theirs: boolean,
): Card => {
  const answers = openQuestion(request.course);
  const title = theirs ? (answers ? words.remarkForm.answer : words.remarkForm.add) : words.remarkForm.ask;
  return {
    title,
    blocks: [
      { type: 'text', text: titleOf({ words, reader }, request) },
      ...(theirs && answers
        ? [{ type: 'row', title: words.review.question(answers.by.name), text: answers.text } as const]
        : []),
      {
        type: 'form',
        fields: [
          {
            kind: 'text',
            name: 'what',
            label: !theirs ? words.fields.question : answers ? words.fields.answer : words.fields.word,
            lines: 'many',
            most: 1000,
            hint: theirs ? words.remarkForm.addHint : words.remarkForm.askHint(request.requester.name),
          },
        ],
        submit: theirs ? (answers ? words.buttons.answer : words.buttons.addWord) : words.buttons.ask,
        press: { type: 'remark', remark, request: request.id },
        back: { type: 'review', request: request.id },
      },
    ],
    place: 'dialog',
    locale,
  };
};

/** Asks to whom a decision is handed: one of those who may take it. */
export const handOverForm = (
  { words, locale, reader }: View,
  request: Pending,
  colleagues: Offered[],
): Card => ({
  title: words.handOverForm.title,
  blocks: [
    { type: 'text', text: titleOf({ words, reader }, request) },
    {
      type: 'form',
      fields: [
        colleagueField(
          { name: 'person', label: words.fields.person, hint: words.handOverForm.hint },
          colleagues,
        ),
      ],
      submit: words.buttons.handOver,
      press: { type: 'hand-over', request: request.id, version: request.version },
      back: { type: 'review', request: request.id },
    },
  ],
  place: 'dialog',
  locale,
});

/** Asks an admin for the decision and for the reason of deciding alone. */
export const overrideForm = ({ words, locale, reader }: View, request: Pending): Card => ({
  title: words.overrideForm.title,
  blocks: [
    { type: 'text', text: titleOf({ words, reader }, request) },
    { type: 'text', text: words.overrideForm.text },
    {
      type: 'form',
      fields: [
        {
          kind: 'choice',
          name: 'verdict',
          label: words.fields.decision,
          choices: [
            { value: 'approve', label: words.buttons.approve },
            { value: 'deny', label: words.buttons.deny },
          ],
        },
        reasonField(words, words.overrideForm.reasonHint(leastReason), { least: leastReason }),
      ],
      submit: words.buttons.decideAlone,
      press: { type: 'override', request: request.id, version: request.version },
    },
  ],
  place: 'dialog',
  locale,
});
