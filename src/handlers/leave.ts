import type { PlatformName } from '../core/person';
import type { Store } from '../store/open';

/** A chat has told that a member has left the company. Resolves when it is remembered. */
export type Left = (platform: PlatformName, home: string, user: string) => Promise<void>;

/** Notes who has left; what follows from it is a duty, which `changed` wakes. */
export const makeLeave =
  ({ store, now, changed }: { store: Store; now(): Date; changed(): void }): Left =>
  async (platform, home, user) => {
    const somebody = await store.transaction((ledger) => ledger.leave(platform, home, user, now()));
    if (somebody) changed();
  };
