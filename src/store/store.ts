import type { PersonRef, PlatformName } from '../core/person';
import type { Locale } from '../core/words';

/** Who a platform says somebody is, at the moment it was asked. */
export type Standing =
  | { standing: 'member'; name: string; email?: string; locale: Locale; timeZone?: string }
  /** A guest, a bot, somebody of another company, a deactivated account: shown one polite card and nothing else. */
  | { standing: 'stranger'; locale: Locale }
  /** The directory did not answer in time: nothing is decided and nothing is shown. */
  | { standing: 'unknown'; locale: Locale };

/** Whoever spoke, by the platform's verified identity. `address` belongs to the platform; nobody else reads it. */
export interface Sender {
  platform: PlatformName;
  /** The Slack team or the Entra tenant. */
  home: string;
  /** The Slack user id (U…, W…) or the Entra object id. */
  user: string;
  /** Where a direct message reaches this account, as far as the platform knows it by now. */
  address: unknown;
  profile: Standing;
  /** Everybody whom the words or the form name by a mention or a picker, as the directory knows them. */
  named?: NamedAccount[];
}

/** Somebody of the same home as the sender, named by them. */
export interface NamedAccount {
  ref: PersonRef;
  user: string;
  profile: Standing;
}

/** A person's account on one platform, to which a direct message can go. */
export interface Account {
  platform: PlatformName;
  /** Null for an account that is known from the people file only. */
  home: string | null;
  user: string;
  /** As stored from the last word of this account; null for an account that has not spoken yet. */
  address: unknown;
}

/** A message that was delivered; `ref` belongs to the platform and survives JSON. */
export interface Posted {
  platform: PlatformName;
  ref: unknown;
}
