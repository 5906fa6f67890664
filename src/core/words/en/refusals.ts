import type { Refusal } from '../../refusal';
import { day, list } from './format';

/** One sentence for each way of saying no, with the facts of that way. */
export type Refusals = { [W in Refusal['why']]: (facts: Extract<Refusal, { why: W }>) => string };

/** English. */
export const refusals: Refusals = {
  'already-asked': ({ benefit }) =>
    `You have already asked for ${benefit}. Type “requests” to see who it waits for.`,
  'already-decided': () => 'This has already been decided.',
  'changed-meanwhile': () =>
    'This request has changed since the card was drawn. Type “queue” to see it as it is now.',
  'choose-language': ({ choices }) => `Please choose one of these languages: ${list(choices)}.`,
  'choose-system': ({ choices }) => `Please choose one of these operating systems: ${list(choices)}.`,
  'directory-silent': () =>
    'I could not check who you are just now, so nothing was done. Please try again in a minute.',
  ended: ({ benefit, on }) =>
    `${benefit} could be given until ${day(on)}. Please ask an admin whether the membership was renewed.`,
  failed: ({ incident }) =>
    `Something went wrong on our side. Please try again: nothing happens twice. If it stays, give an admin this number: ${incident}.`,
  'form-incomplete': () =>
    'Something in the form is missing or too long. Please open it again and fill in every field.',
  gone: () => 'I cannot find that any more. Type “list” to see what there is.',
  'key-sealed': ({ incident }) =>
    `This key cannot be opened just now. It is still yours. Please give an admin this number: ${incident}.`,
  'no-key-in-stock': ({ benefit }) =>
    `No key for ${benefit} has been brought in yet. Please ask an admin to import one.`,
  'nobody-to-ask': () => 'There is nobody who could approve this. Please ask an admin to name an approver.',
  'none-left': ({ benefit }) =>
    `Nothing is left of ${benefit}. Please ask an admin whether one can be given back.`,
  'not-an-admin': () => 'Only an admin can do this.',
  'not-an-approver': () => 'Only an approver can decide this.',
  'not-begun': ({ benefit, from }) => `${benefit} can be given from ${day(from)}.`,
  'not-understood': () => 'I did not understand that. Type “help” to see what I can do.',
  'not-your-key': () => 'This key belongs to somebody else. Type “mine” to see what you hold.',
  'not-your-request': () => 'Only the person who asked can cancel a request.',
  'own-request': () => 'Nobody decides their own request. One of your colleagues has been asked.',
  stranger: () =>
    'I only serve members of this company, signed in with their own account. If that is you, please ask an admin for help.',
  'too-many': ({ benefit, left }) => `Only ${left} of ${benefit} can still be given. Please ask for fewer.`,
  'unlinked-account': () =>
    'I know you by your e-mail address only, which is not enough to decide with. Please answer from the chat in which you usually approve.',
};
