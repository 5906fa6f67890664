import type { Card } from '../core/card';
import type { PlatformName } from '../core/person';
import type { Account, Posted } from '../store/store';

/** What became of one delivery. The courier needs to know nothing else. `reason` is a code, never text of a message or a token. */
export type Outcome =
  | { sent: true; posted: Posted }
  /** `after`: milliseconds the platform asked us to wait. */
  | { sent: false; tryAgain: true; after?: number; reason: string }
  /** `gone`: what was to be changed is there no more. Without it the chat is closed to us, and may be opened again. */
  | { sent: false; tryAgain: false; gone?: true; reason: string };

/** What looking for an account came to. `silent`: the platform did not answer, and it is worth asking again. */
export type Found =
  | { is: 'found'; account: Account }
  | { is: 'nobody' }
  | { is: 'silent'; after?: number; reason: string };

/** Somebody to be called where others read along: words without content, and nobody else is mentioned. */
export interface Call {
  account: Account;
  name: string;
  channel: string;
  words: string;
}

/** A chat platform: hears commands, delivers cards, decides nothing. */
export interface Platform {
  name: PlatformName;
  /** Looks for the account of an e-mail address, for people who have not spoken yet and are known by nothing else. */
  find(email: string): Promise<Found>;
  /** Sends a card as a direct message to an account. */
  deliver(account: Account, card: Card): Promise<Outcome>;
  /** Puts a card in the place of one that was delivered. A message that is gone is said to be. */
  redraw(posted: Posted, card: Card): Promise<Outcome>;
  /** Calls somebody in a channel, by a mention. */
  call(call: Call): Promise<Outcome>;
  /** Asks the platform whether it can be reached and knows us; the reason is a code. */
  check(): Promise<{ ok: true } | { ok: false; reason: string }>;
}
