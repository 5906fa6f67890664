import type { Knex } from 'knex';

/** Who changes keys: an admin where one was named, by id; else as whom the machine knows them, which nothing else in the ledger says. */
export type Operator = { person: string } | { account: string };

/** What the ledger says of a change of keys; numbers alone, never a key. */
type Rotation =
  /** The keys of the database are wrapped under another number of the settings. */
  | { action: 'keys.rotated'; what: 'wrapping'; from: number[]; to: number; rows: number }
  /** Another data key seals from now on. */
  | { action: 'keys.rotated'; what: 'data'; from: number; to: number }
  /** So many of what older data keys had sealed were sealed anew, in one batch. `unreadable`: so many cannot be opened, and were left. */
  | { action: 'keys.resealed'; to: number; keys: number; files: number; tokens: number; unreadable: number };

/** Writes down that keys were changed, by whom, and how many rows, in the transaction that does it. */
export async function noteRotation(
  sql: Knex,
  { action, ...details }: Rotation,
  operator: Operator,
  now: Date,
): Promise<void> {
  await sql('audit').insert({
    at: now,
    action,
    by_person: 'person' in operator ? operator.person : null,
    details: JSON.stringify({ ...details, ...('account' in operator && operator) }),
  });
}
