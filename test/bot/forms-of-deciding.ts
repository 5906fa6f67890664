import type { Card } from '../../src/core/card';
import type { Command } from '../../src/core/command';
import { changeForm } from '../../src/core/views/asking';
import { awayForm } from '../../src/core/views/away';
import type { View } from '../../src/core/views/catalogue';
import {
  approveForm,
  denialForm,
  handOverForm,
  overrideForm,
  remarkForm,
} from '../../src/core/views/deciding-forms';
import { wordsIn } from '../../src/core/words';
import { ada, id, incidents, now, omar, pending, server } from '../core/examples';

/** What a person puts into a form, by the names of its fields; and the command that comes of it, with whoever was picked in it. */
export interface FilledForm {
  form: Card;
  submit: string;
  put: Record<string, string>;
  says: Command;
}

/** Somebody whom a picker picks: what is typed into it, and how the command names them. */
export interface Picked {
  typed: string;
  ref: string;
}

const view: View = { words: wordsIn('en'), locale: 'en', now };
const request = { ...pending, version: 3, quantity: 4, language: 'English', system: 'x64' };
const which = { request: request.id, version: 3 };
/** More than a menu holds. */
const crowd = Array.from({ length: 101 }, (_, at) => ({ id: id(7_000 + at), name: `Colleague ${at}` }));
/** Twenty signs, as few as a reason in an emergency may have, and on two lines. */
export const longEnough = 'It burns!\nBoth away.';

/** Every form of deciding, filled in. */
export const formsOfDeciding = (picked: Picked): Record<string, FilledForm> => ({
  'fewer than were asked for': {
    form: approveForm(view, request),
    submit: 'Approve',
    put: { quantity: '3' },
    says: { type: 'approve', ...which, quantity: 3 },
  },
  'fewer, and why': {
    form: approveForm(view, request),
    submit: 'Approve',
    put: { quantity: '3', reason: 'The rest is on its way back.' },
    says: { type: 'approve', ...which, quantity: 3, reason: 'The rest is on its way back.' },
  },
  'a no': {
    form: denialForm(view, request),
    submit: 'Deny',
    put: { reason: 'Use the shared one.\nIt is free.' },
    says: { type: 'deny', ...which, reason: 'Use the shared one.\nIt is free.' },
  },
  'a question': {
    form: remarkForm(view, request, id(901), false),
    submit: 'Ask',
    put: { what: 'For how long?' },
    says: { type: 'remark', remark: id(901), request: request.id, what: 'For how long?' },
  },
  'a colleague': {
    form: handOverForm(view, request, [omar, ada]),
    submit: 'Hand over',
    put: { person: `person:${omar.id}` },
    says: { type: 'hand-over', ...which, person: `person:${omar.id}` },
  },
  'a colleague of more than a menu holds': {
    form: handOverForm(view, request, crowd),
    submit: 'Hand over',
    put: { person: picked.typed },
    says: { type: 'hand-over', ...which, person: picked.ref },
  },
  'a change of everything': {
    form: changeForm(view, request, server),
    submit: 'Change',
    put: { quantity: '2', language: '繁體中文', system: 'arm64', reason: 'A small one' },
    says: {
      type: 'change',
      ...which,
      quantity: 2,
      language: '繁體中文',
      system: 'arm64',
      reason: 'A small one',
    },
  },
  'a change of nothing': {
    form: changeForm(view, request, server),
    submit: 'Change',
    put: {},
    says: {
      type: 'change',
      ...which,
      quantity: 4,
      language: 'English',
      system: 'x64',
      reason: request.reason,
    },
  },
  'a change of the second address': {
    form: changeForm(view, { ...request, quantity: 1, email: 'eve@home.example' }, incidents),
    submit: 'Change',
    put: { email: 'eve@elsewhere.example' },
    says: {
      type: 'change',
      ...which,
      quantity: 1,
      email: 'eve@elsewhere.example',
      reason: request.reason,
    },
  },
  'a decision alone': {
    form: overrideForm(view, request),
    submit: 'Decide alone',
    put: { verdict: 'deny', reason: longEnough },
    says: { type: 'override', ...which, verdict: 'deny', reason: longEnough },
  },
  'an absence with somebody who stands in': {
    form: awayForm(view, undefined, [omar, ada]),
    submit: 'Out of office',
    put: { from: '2026-12-24', until: '2027-01-06', person: `person:${ada.id}` },
    says: { type: 'away', from: '2026-12-24', until: '2027-01-06', person: `person:${ada.id}` },
  },
  'an absence from today, with nobody': {
    form: awayForm(view, undefined, []),
    submit: 'Out of office',
    put: { until: '2027-01-06' },
    says: { type: 'away', from: now.slice(0, 10), until: '2027-01-06' },
  },
  'an absence that was said before': {
    form: awayForm(view, { from: '2026-12-24', until: '2027-01-06' }, [omar]),
    submit: 'Out of office',
    put: { until: '2027-01-07' },
    says: { type: 'away', from: '2026-12-24', until: '2027-01-07' },
  },
});
