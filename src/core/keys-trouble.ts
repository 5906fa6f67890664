import { ofHolding } from './audit';
import { type Change, tellAll } from './change';
import type { Holding } from './holding';
import type { Person } from './person';

/**
 * Why the sealed text of one key cannot be opened. `unknown-key`: it names a key of ours that does not exist; `malformed`: it was cut or
 * overwritten; `not-authentic`: it was changed, or belongs to another row.
 */
export type Unreadable = 'unknown-key' | 'malformed' | 'not-authentic';

/**
 * Why the bot cannot get at its own keys. `lost`: the file they are kept in is gone; `no-number`: the settings lack the number that wraps
 * them; `another`: under that number the settings have another one; `incomplete`: the database itself lost some.
 */
export type MissingKeys = { is: 'lost' | 'incomplete' } | { is: 'no-number' | 'another'; number: number };

/** The name of the trouble that the bot cannot get at its own keys: a UUID (version 8, RFC 9562), the same for every bot. */
export const keysMissingId = '6b657973-0000-8000-8000-000000000001';

/** Every admin is told that no key can be opened and what is missing, and the ledger says of each that they were. */
export const tellKeysMissing = (missing: MissingKeys, admins: Person[]): Change => ({
  steps: [],
  notices: tellAll(admins, keysMissingId, { kind: 'keys-missing', missing }),
  audit: admins.map(({ id }) => ({ action: 'keys.missing', subject: keysMissingId, person: id })),
});

/** Every admin is told that one key cannot be opened. Its holder keeps it: nobody knows yet whether the key itself is lost. */
export const tellUnreadable = (
  holding: Holding,
  is: Unreadable,
  incident: string,
  admins: Person[],
): Change => ({
  steps: [],
  notices: tellAll(admins, holding.request, { kind: 'key-unreadable', holding, is, incident }),
  audit: [{ ...ofHolding('key.unreadable', holding), details: { is, incident } }],
});
