import type { Day } from './time';

/** Every way in which we say no, with the facts that its sentence needs. The sentences are in `words`, one per `why`. */
export type Refusal =
  | { why: 'already-asked'; benefit: string }
  | { why: 'already-asked-for'; person: string; benefit: string }
  | { why: 'already-decided' }
  /** An admin looks into a report of this key already. */
  | { why: 'already-reported'; benefit: string }
  | { why: 'already-holds'; person: string; benefit: string }
  | { why: 'bad-email' }
  | { why: 'changed-meanwhile' }
  | { why: 'choose-language'; choices: string[] }
  | { why: 'choose-system'; choices: string[] }
  /** The directory does not know somebody who was named: in Teams, whoever has not installed the app. */
  | { why: 'colleague-not-found' }
  /** Azure credits: five reassignments of a monthly one, none of a yearly one. */
  | { why: 'credit-spent'; benefit: string; times: number }
  | { why: 'directory-silent' }
  | { why: 'dropped'; benefit: string; on: Day }
  | { why: 'email-of-account' }
  | { why: 'email-of-person' }
  | { why: 'email-taken'; person: string }
  | { why: 'ended'; benefit: string; on: Day }
  | { why: 'failed'; incident: string }
  | { why: 'form-incomplete' }
  | { why: 'free-mail'; person: string; domain: string }
  | { why: 'gone' }
  | { why: 'key-sealed'; incident: string }
  | { why: 'membership-over'; benefit: string; on: Day }
  | { why: 'no-email'; person: string }
  | { why: 'not-an-address'; said: string }
  /** It is on its way to somebody else already. */
  | { why: 'being-reassigned'; benefit: string; person: string }
  | { why: 'no-key-in-stock'; benefit: string }
  | { why: 'no-person-named' }
  | { why: 'nobody-to-ask' }
  /** `waiting`: so many stand on the list and come first. `frees`: the day on which a rule of the programme gives one free. */
  | { why: 'none-left'; benefit: string; waiting?: number; frees?: Day }
  | { why: 'not-an-admin' }
  | { why: 'not-an-approver' }
  | { why: 'not-begun'; benefit: string; from: Day }
  | { why: 'not-held'; person: string; benefit: string }
  | { why: 'not-understood' }
  | { why: 'no-longer-yours'; benefit: string }
  | { why: 'not-your-holding' }
  | { why: 'not-your-key' }
  | { why: 'not-your-request' }
  | { why: 'offer-over'; benefit: string }
  /** `coming`: they have not got it yet, but it was granted. */
  | { why: 'one-credit'; person: string; benefit: string; coming?: true }
  /** `giving`: an admin wants to give something to themself. */
  | { why: 'own-request'; giving?: true }
  | { why: 'same-person'; person: string }
  | { why: 'stranger' }
  | { why: 'too-early-to-reassign'; benefit: string; days: number; from: Day }
  /** More than the whole allocation, whatever is left of it. */
  | { why: 'more-than-all'; benefit: string; most: number }
  | { why: 'too-many'; benefit: string; left: number }
  /** More people were named than are given something in one go; or, in a message, than a button can carry. */
  | { why: 'too-many-people'; given: number; most: number }
  | { why: 'too-many-for-a-button'; given: number; most: number; benefit?: string }
  | { why: 'too-many-used'; benefit: string; left: number }
  /** More than three times the active seats: the extension would be refused, and the token wasted. */
  | { why: 'token-too-large'; carries: number; active: number }
  | { why: 'unknown-person'; said: string }
  | { why: 'unlinked-account' }
  | { why: 'which-person'; said: string; names: string[] };
