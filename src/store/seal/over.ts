import type { Knex } from 'knex';
import type { Action } from '../../core/audit';
import { millisecondsOfDay } from '../../core/time';
import type { ChainKey } from '../vault';
import { whenSealed } from './intact';

/**
 * A row of a table says that something is over for long, and the sealed ledger does not: what the clock would do about it is not done. Anybody with the
 * bot's own rights can change such a row, and nobody can change the ledger.
 */
export class NotInLedger extends Error {
  override readonly name = 'NotInLedger';
  constructor(readonly about: { request: string } | { person: string }) {
    super(
      `The row of ${'request' in about ? `request ${about.request} says that it is over` : `person ${about.person} says that they have left`} for long, and the ledger does not say so; nothing was done. Find out who changed the row, and bring it back from a backup.`,
    );
  }
}

/** A row of the ledger as far as it tells what became of something. */
export interface Told {
  id: number;
  at: Date;
  action: Action;
  subject: string;
  person_id: string;
  benefit_id: string | null;
  why: string | null;
}

/** What the ledger says of subjects, in its order. */
export async function toldOf(sql: Knex, subjects: readonly string[]): Promise<Told[]> {
  const { rows } = await sql.raw(
    'select id, at, action, subject, person_id, benefit_id, why from audit where subject = any(?::uuid[]) order by id',
    [[...subjects]],
  );
  return rows;
}

/**
 * When a row came under its seal counts, not the time that it names: so nobody who can only add rows makes anything older than it is.
 *
 * @param end the row that says that it is over, undefined where there is none
 * @param rows what else has to be as old
 * @returns undefined: all is older than `before`; a moment: all of it is as the tables say, and the youngest of it came under its seal only then; `denied`: the ledger says otherwise
 * @throws NotIntact where one of them is not as it was sealed
 */
export async function sealedBefore(
  sql: Knex,
  chain: ChainKey,
  { end, rows = [], before, now }: { end: Told | undefined; rows?: readonly Told[]; before: Date; now: Date },
): Promise<'denied' | Date | undefined> {
  if (!end || end.at >= before) return 'denied';
  const ids = [...new Set([end, ...rows].map(({ id }) => id))];
  const sealed = await whenSealed(sql, chain, ids);
  const youngest = Math.max(...ids.map((id) => (sealed.get(id) ?? now).getTime()));
  return youngest < before.getTime() ? undefined : new Date(youngest);
}

/**
 * What is passed over for a day from a moment on, so that it is looked at again as soon as what was sealed has the age that `before` asks for.
 */
export const triedAgain = (sealed: Date, before: Date, now: Date): Date =>
  new Date(sealed.getTime() + now.getTime() - before.getTime() - millisecondsOfDay);
