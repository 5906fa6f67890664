import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { ada, dana, eve, mei } from '../support/people';

/** A ledger in which a little of everything has happened, each thing through the door. */
export interface LivedIn {
  database: TestDatabase;
  door: Door;
  /** Eve holds a unit of a key and has looked at it. */
  fulfilled: string;
  /** Eve has what an admin set up. */
  setUp: string;
  /** Mei's Azure credit is approved and waits for an admin. */
  approved: string;
  /** Mei waits for an answer. */
  pending: string;
  /** Mei was refused. */
  denied: string;
  close(): Promise<void>;
}

export async function livedInLedger(): Promise<LivedIn> {
  const database = await stockedDatabase();
  const door = await openDoor(database.url);
  const approve = (request: string) => says(door, dana, { type: 'approve', request, version: 1 });
  const one = async (sql: string, value: string): Promise<string> =>
    (await door.sql.raw(sql, [value])).rows[0].id;

  const fulfilled = await asksFor(door, eve, 'Visio Professional 2024');
  await approve(fulfilled);
  const holding = await one('select id from holdings where request_id = ?', fulfilled);
  const shown = await door.handle({ type: 'show-key', holding }, senderOf(eve), randomUUID());
  await shown.seen?.(true);

  const setUp = await asksFor(door, eve, 'Visual Studio Enterprise Subscription');
  await approve(setUp);
  const task = await one('select id from tasks where request_id = ?', setUp);
  await says(door, ada, { type: 'done', task, evidence: 'Case 17' });

  const approved = await asksFor(door, mei, 'Microsoft Azure credit');
  await approve(approved);
  const denied = await asksFor(door, mei, 'Office 365 E3');
  await says(door, dana, { type: 'deny', request: denied, version: 1, reason: 'Next year' });
  const pending = await asksFor(door, mei, 'Visio Professional 2024');

  const [notice] = await door.store.ledger.lease(1, new Date(), 60_000);
  if (notice) await door.store.ledger.sent(notice, { platform: 'slack', ref: { ts: '1' } }, new Date());

  const close = async () => {
    await door.close();
    await database.drop();
  };
  return { database, door, fulfilled, setUp, approved, pending, denied, close };
}
