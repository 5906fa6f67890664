import type { Day } from './time';

/** Every way in which we say no, with the facts that its sentence needs. The sentences are in `words`, one per `why`. */
export type Refusal =
  /** One person answers a request once. */
  | { why: 'already-answered' }
  | { why: 'already-asked'; benefit: string }
  | { why: 'already-asked-for'; person: string; benefit: string }
  | { why: 'already-decided' }
  /** It is there already: nothing has to be handed over. */
  | { why: 'asked-already'; person: string }
  /** Somebody stood in, or was handed it, and has answered in that place. */
  | { why: 'answered-in-place'; person: string }
  /** An admin looks into a report of this key already. */
  | { why: 'already-reported'; benefit: string }
  | { why: 'already-holds'; person: string; benefit: string }
  /** An absence that ends before it begins, or has ended. */
  | { why: 'bad-absence' }
  /** A one-time code that fits nothing, or is too old; too many of them; one typed in the chat it came from. */
  | { why: 'bad-code' }
  | { why: 'too-many-codes' }
  | { why: 'code-elsewhere' }
  /** The second account belongs to somebody who has or wants something: people are not made one then. */
  | { why: 'link-has-things'; person: string }
  | { why: 'bad-email' }
  | { why: 'changed-meanwhile' }
  /** Each change of a request asks everybody anew. */
  | { why: 'changed-too-often'; most: number }
  | { why: 'choose-language'; choices: string[] }
  | { why: 'choose-system'; choices: string[] }
  /** The directory does not know somebody who was named: in Teams, whoever has not installed the app. */
  | { why: 'colleague-not-found' }
  /** Azure credits: five reassignments of a monthly one, none of a yearly one. */
  | { why: 'credit-spent'; benefit: string; times: number }
  /** Nobody can tell yet how it will be. */
  | { why: 'day-to-come'; on: Day }
  /** Words that were meant as a day, and cannot be read as one. */
  | { why: 'unread-day'; said: string }
  /** Whoever is asked about has left, and holds nothing any more. */
  | { why: 'has-left'; person: string }
  | { why: 'directory-silent' }
  | { why: 'dropped'; benefit: string; on: Day }
  | { why: 'email-of-account' }
  | { why: 'email-of-person' }
  | { why: 'email-taken'; person: string }
  | { why: 'ended'; benefit: string; on: Day }
  | { why: 'failed'; incident: string }
  /** A file is larger than any that is read in a chat; it could not be fetched; several at once; it lies here no more. */
  | { why: 'file-too-large'; most: number }
  | { why: 'file-unreachable' }
  | { why: 'one-file-please' }
  | { why: 'file-gone' }
  /** A key is asked for by whoever will have it. */
  | { why: 'for-its-holder'; benefit: string }
  | { why: 'form-incomplete' }
  /** `you`: it is said to that person. */
  | { why: 'free-mail'; person: string; domain: string; you?: true }
  | { why: 'gone' }
  | { why: 'key-sealed'; incident: string }
  /** The bot cannot get at its own keys. */
  | { why: 'keys-missing' }
  /** The database may be an older copy: an admin has to say what happened first. */
  | { why: 'ledger-in-doubt' }
  | { why: 'membership-over'; benefit: string; on: Day }
  | { why: 'no-email'; person: string; you?: true }
  | { why: 'not-an-address'; said: string }
  /** It is on its way to somebody else already. */
  | { why: 'being-reassigned'; benefit: string; person: string }
  | { why: 'no-key-in-stock'; benefit: string }
  /** Somebody to whom it is to be handed may not decide it. `may`: some of those who may, where they are known. */
  | { why: 'may-not-decide'; person: string; may?: string[] }
  | { why: 'nobody-to-hand-to' }
  /** Others may decide it, and each of them is asked in a place of their own. */
  | { why: 'all-asked-already' }
  /** They asked for it, or will have it. */
  | { why: 'concerns-them'; person: string }
  | { why: 'is-oneself' }
  | { why: 'no-person-named' }
  | { why: 'nobody-to-ask' }
  /** `waiting`: so many stand on the list and come first. `frees`: the day on which a rule of the programme gives one free. */
  | { why: 'none-left'; benefit: string; waiting?: number; frees?: Day }
  | { why: 'not-an-admin' }
  | { why: 'not-an-approver' }
  /** The policy asks others about it. */
  | { why: 'not-asked'; waitsFor: string[] }
  | { why: 'not-begun'; benefit: string; from: Day }
  | { why: 'not-held'; person: string; benefit: string; you?: true }
  | { why: 'not-understood' }
  /** A change that changes nothing. */
  | { why: 'nothing-changed' }
  | { why: 'no-longer-yours'; benefit: string }
  | { why: 'not-your-holding' }
  | { why: 'not-your-key' }
  | { why: 'not-your-request' }
  | { why: 'offer-over'; benefit: string }
  /** Whoever approves may give less than was asked for, never more. */
  | { why: 'only-less'; most: number }
  /** `coming`: they have not got it yet, but it was granted. */
  | { why: 'one-credit'; person: string; benefit: string; coming?: true; you?: true }
  /** `giving`: an admin wants to give something to themself. */
  | { why: 'own-request'; giving?: true }
  /** A rule of the policy says no. */
  | { why: 'policy-refuses'; benefit: string; reason: string }
  /** So few words do not say what happened to the ledger. */
  | { why: 'say-what-happened'; least: number }
  /** So short a reason explains no emergency. */
  | { why: 'reason-too-short'; least: number }
  /** Whoever asks may remind those who decide once a day. */
  | { why: 'reminded-today' }
  | { why: 'same-person'; person: string }
  | { why: 'stranger' }
  | { why: 'too-early-to-reassign'; benefit: string; days: number; from: Day }
  /** More than the whole allocation, whatever is left of it. */
  | { why: 'more-than-all'; benefit: string; most: number }
  | { why: 'too-many'; benefit: string; left: number }
  /** More people were named than are given something in one go; or, in a message, than a button can carry. */
  | { why: 'too-many-people'; given: number; most: number }
  | { why: 'too-many-for-a-button'; given: number; most: number; benefit?: string }
  /** The policy lets one person ask so often on one day. */
  | { why: 'too-many-today'; most: number }
  /** So many requests of one person were taken back today that nobody is asked about another. */
  | { why: 'taken-back-often'; times: number }
  | { why: 'too-many-used'; benefit: string; left: number }
  /** More than three times the active seats: the extension would be refused, and the token wasted. */
  | { why: 'token-too-large'; carries: number; active: number }
  | { why: 'unknown-person'; said: string }
  | { why: 'unlinked-account' }
  | { why: 'which-person'; said: string; names: string[] };
