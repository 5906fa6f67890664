import { randomUUID } from 'node:crypto';
import { ownPolicy } from '../../src/core/policy/policy';
import { makeRounds } from '../../src/handlers/rounds';
import { applyPolicy } from '../../src/store/imports/policy';
import { openVault } from '../../src/store/vault';
import type { TestDatabase } from '../support/database';
import { differing } from '../support/differing';
import {
  asksFor,
  benefitNamed,
  type Door,
  openDoor,
  says,
  senderOf,
  stockedDatabase,
  wrappingKey,
} from '../support/door';
import { heldFile, keysFile } from '../support/held-file';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

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
  const door = await openDoor(database.ownerUrl);
  const { sql } = door;
  const approve = (request: string) => says(door, dana, { type: 'approve', request, version: 1 });
  const one = async (query: string, ...values: string[]): Promise<string> =>
    (await sql.raw(query, values)).rows[0].id;
  const holdingOf = (request: string) => one('select id from holdings where request_id = ?', request);
  const taskOf = (request: string) =>
    one(`select id from tasks where request_id = ? and state = 'open'`, request);
  const idOf = ({ email }: Figure) => one('select id from people where email = ?', email);

  const fulfilled = await asksFor(door, eve, 'Visio Professional 2024');
  await approve(fulfilled);
  const holding = await holdingOf(fulfilled);
  const shown = await door.handle({ type: 'show-key', holding }, senderOf(eve), randomUUID());
  await shown.seen?.(true);

  const setUp = await asksFor(door, eve, 'Visual Studio Enterprise Subscription');
  await approve(setUp);
  await says(door, ada, { type: 'done', task: await taskOf(setUp), evidence: 'Case 17' });

  const approved = await asksFor(door, mei, 'Microsoft Azure credit');
  await approve(approved);
  await says(door, ada, { type: 'claim-task', task: await taskOf(approved) });
  const denied = await asksFor(door, mei, 'Office 365 E3', { quantity: 5 });
  await says(door, dana, { type: 'deny', request: denied, version: 1, reason: 'Next year' });
  const pending = await asksFor(door, mei, 'Windows Server CAL');
  await says(door, eve, { type: 'cancel', request: await asksFor(door, eve, 'Microsoft Azure credit') });

  // Support, from the request to an incident that is used up; and one that could not be set up.
  const support = await asksFor(door, eve, 'Product support incidents', {
    quantity: 2,
    email: 'eve@fabrikam.example',
  });
  await approve(support);
  await says(door, ada, { type: 'done', task: await taskOf(support) });
  await says(door, ada, { type: 'done', task: await taskOf(support), accessId: '100', contractId: '200' });
  await says(door, eve, {
    type: 'use',
    use: randomUUID(),
    holding: await holdingOf(support),
    quantity: 1,
    what: 'The payroll server',
  });
  const failed = await asksFor(door, omar, 'Visual Studio Enterprise Subscription');
  await approve(failed);
  await says(door, ada, { type: 'could-not', task: await taskOf(failed), reason: 'Unknown address' });

  // A CAL that moves on, and is taken back; a key that does not work; an offer from the waiting list.
  const [cal, visio] = await Promise.all(
    ['Windows Server CAL', 'Visio Professional 2024'].map((name) => benefitNamed(sql, name)),
  );
  await says(door, ada, {
    type: 'assign',
    assignment: randomUUID(),
    benefit: cal as string,
    people: [`person:${await idOf(eve)}`],
    reason: 'A new desk',
  });
  const given = await one('select id from holdings where benefit_id = ?', cal as string);
  const moved = randomUUID();
  await says(door, ada, {
    type: 'reassign',
    request: moved,
    holding: given,
    person: `person:${await idOf(omar)}`,
    reason: 'A new room',
  });
  await says(door, ada, { type: 'remove', holding: await holdingOf(moved), reason: 'A new house' });
  await says(door, ada, { type: 'remove', holding: await holdingOf(setUp), reason: 'A new project' });
  const broken = await asksFor(door, omar, 'Visio Professional 2024');
  await approve(broken);
  await says(door, omar, {
    type: 'report-key',
    report: randomUUID(),
    holding: await holdingOf(broken),
    reason: 'Not accepted',
  });
  const token = await asksFor(door, omar, 'Office 365 E3', { quantity: 5 });
  await approve(token);
  const waits = await asksFor(door, dana, 'Office 365 E3', { quantity: 5 });
  await says(door, omar, { type: 'approve', request: waits, version: 1 });
  await says(door, omar, { type: 'return', holding: await holdingOf(token) });
  const rounds = makeRounds({
    store: door.store,
    now: () => new Date(),
    changed() {},
    report(duty, error) {
      throw new Error(`${duty} failed`, { cause: error });
    },
  });
  await rounds.once();

  // Rules of the company's own; a question about what waits under them, and Dana, who hands it on.
  const { chain } = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
  for (const [text, digestAbove] of [
    [`# As ${eve.name} wanted them\nrules: …`, 2],
    ['rules: …', 1],
  ] as const)
    await applyPolicy(
      sql,
      { text, policy: { ...ownPolicy, digestAbove } },
      { by: ada.email, adminEmails: new Set(), chain, now: new Date() },
    );
  const talked = await asksFor(door, mei, 'SQL Server 2022 Standard', { quantity: 1 });
  await says(door, dana, {
    type: 'remark',
    remark: randomUUID(),
    request: talked,
    what: 'For which server?',
  });
  await says(door, dana, {
    type: 'hand-over',
    request: talked,
    version: 1,
    person: `person:${await idOf(ada)}`,
  });
  await says(door, ada, { type: 'approve', request: talked, version: 1 });
  await says(door, omar, {
    type: 'away',
    from: '2099-01-01',
    until: '2099-01-31',
    person: `person:${await idOf(dana)}`,
  });
  await says(door, dana, { type: 'link' });
  await says(door, eve, { type: 'link-code', code: '00000-00000' });
  await sql.raw(
    `insert into digests (person_id, requests, told_at) select id, '{}', now() from people where name = 'Ada Admin'`,
  );
  await sql.raw(
    `insert into tasks (id, kind, person_id, state, opened_at, due_on)
     select gen_random_uuid(), 'reach', id, 'open', now(), '2099-01-01' from people where name = 'Omar Okay'`,
  );

  await sql.raw(
    `insert into lapse_notices (benefit_id, lapses_on, days, told_at) values (?, '2027-01-14', 60, now())`,
    [visio as string],
  );
  await sql.raw(
    `insert into package_terms (package_id, starts, ends, renewed_at) select id, '2019-01-01', '2019-12-31', now() from packages`,
  );

  const [notice] = await door.store.ledger.lease(1, new Date(), 60_000);
  if (notice) await door.store.ledger.sent(notice, new Date(), { platform: 'slack', ref: { ts: '1' } });

  // It is sealed, but for what came last; and the admins were told where it ends.
  await door.store.seal(new Date());
  // Microsoft's portal has somebody whom nobody knows, and has not what Eve holds; that is being mended there.
  await differing(sql, await benefitNamed(sql, 'Visual Studio Enterprise Subscription'), 'Gus Gone');
  await sql.raw(
    `insert into differences (id, kind, print, benefit_id, person_id, quantity, holding_id, exported_on, found_at, state, settled_by, settled_at)
     select gen_random_uuid(), 'here-only', 'here-only', h.benefit_id, h.person_id, 1, h.id, '2026-11-20', now(), 'agreed', p.id, now()
       from holdings h, people p where h.request_id = ? and p.name = 'Ada Admin'`,
    [setUp],
  );
  await heldFile(door.store, await idOf(ada), keysFile('Nothing', 'NTHNG-FAKE2-9QK7M-C3XJT-4HRBD'), 'keys');
  await sql.raw(
    `insert into portal_exports (digest, exported_on, read_at) values ('one', '2026-11-20', now())`,
  );
  // Eve has her page open; one event is on its way to a webhook; one workspace has the app.
  await sql.raw(
    `insert into homes (platform, home, user_id, person_id, opened_at, command, drawn, hash, looked_at, audit_seen, outbox_seen)
     select 'slack', 'T1', 'U1', id, now(), '{"type":"home"}', 'as it was', '1.abc', now(), 0, 0 from people where name = 'Eve Employee'`,
  );
  await sql.raw('insert into event_deliveries (seal, place, begun_at, due_at) values (1, 0, now(), now())');
  await sql.raw(
    `insert into installations (team, bot_user, sealed, installed_at) values ('T1', 'U0BOT', 'sealed', now())`,
  );
  await sql.raw('insert into told_heads (due_at, seal, mac) select at, number, mac from seals');
  await sql.raw(`insert into audit (at, action) values (now(), 'import.keys')`);

  const close = async () => {
    await door.close();
    await database.drop();
  };
  return { database, door, fulfilled, setUp, approved, pending, denied, close };
}
