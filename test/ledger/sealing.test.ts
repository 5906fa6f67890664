import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeSealing } from '../../src/handlers/sealing';
import { connect } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { HeadNotKept, notedIn } from '../../src/store/seal/noted';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { openVault } from '../../src/store/vault';
import { wrappingKey } from '../support/door';
import { query } from '../support/query';
import { type LedgerDesk, openLedger, write } from './desk';

let desk: LedgerDesk;
beforeEach(async () => {
  desk = await openLedger();
}, 240_000);
afterEach(() => desk.close());

test('two bots seal one chain while rows are written, each row once', async () => {
  const { bot, chain, database } = desk;
  const other = connect(database.url, 'unhurried', 2);
  let writing = true;
  const sealer = async (sql: typeof bot) => {
    let rows = 0;
    while (writing) rows += await sealNext(sql, chain, new Date());
    return rows;
  };
  const sealers = Promise.all([sealer(bot), sealer(other)]);
  // Some transactions end long after others that began later, and some are taken back.
  await Promise.all(
    Array.from({ length: 12 }, async (_, nth) => {
      for (let turn = 0; turn < 5; turn++)
        await bot
          .transaction(async (sql) => {
            await write(sql, 1 + (nth % 3));
            if (nth % 4 === 0) await sql.raw('select pg_sleep(0.02)');
            if (nth % 5 === 0) throw new Error('taken back');
          })
          .catch(() => undefined);
    }),
  );
  writing = false;
  const both = await sealers;
  both.push(await sealNext(bot, chain, new Date()));
  await other.destroy();
  const walked = await verify(bot, chain, undefined);
  expect(walked).toMatchObject({ breaks: [], unsealed: 0, rows: both.reduce((sum, rows) => sum + rows, 0) });
  expect(walked.rows).toBe(
    (await query<{ n: number }>(database.url, 'select count(*)::int as n from audit'))[0]?.n,
  );
  expect(walked.seals).toBeGreaterThan(1);
}, 240_000);

test('a bot that is killed over a seal leaves nothing half done, and no lock', async () => {
  const { bot, chain, database } = desk;
  await write(bot, 3);
  const mortal = connect(database.url, 'unhurried', 1);
  const { rows } = await mortal.raw('select pg_backend_pid() as pid');
  // It is held up with the seal written and the rows taken off the list, and dies there.
  await desk.owner.raw(`
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(30); return null; end $$;
    create constraint trigger dawdles after insert on seals deferrable initially deferred
      for each row when (current_user = 'benefits_bot') execute function dawdle();`);
  const dying = sealNext(mortal, chain, new Date()).catch((error: unknown) => error);
  const asleep = `select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`;
  while ((await query(database.ownerUrl, asleep, [rows[0].pid])).length === 0);
  expect(await sealNext(bot, chain, new Date())).toBe(0);
  await query(database.ownerUrl, 'select pg_terminate_backend($1)', [rows[0].pid]);
  expect(await dying).toBeInstanceOf(Error);
  await mortal.destroy();
  await desk.owner.raw('drop trigger dawdles on seals');
  expect(await verify(bot, chain, undefined)).toMatchObject({ breaks: [], seals: 0, unsealed: 3 });
  while ((await sealNext(bot, chain, new Date())) === 0);
  expect(await verify(bot, chain, undefined)).toMatchObject({ breaks: [], seals: 1, rows: 3, unsealed: 0 });
}, 240_000);

/** A bot's part that seals, with the head kept in the file of the database. */
async function sealing() {
  const noted = notedIn(desk.database.headFile);
  const vault = await openVault(desk.bot, new Map([[1, wrappingKey]]), new Date());
  const store = openStore(desk.bot, vault, new Set(), noted);
  const troubles: unknown[] = [];
  return {
    noted,
    store,
    troubles,
    ...makeSealing({
      store,
      noted,
      now: () => new Date(),
      kept() {},
      report: (error) => troubles.push(error),
    }),
  };
}

test('the head is kept outside, and a bot that died before it was kept keeps it at its next start', async () => {
  await write(desk.bot, 2);
  const first = await sealing();
  await first.once();
  expect(JSON.parse(readFileSync(desk.database.headFile, 'utf8'))).toMatchObject({ seal: 1 });
  await write(desk.bot, 2);
  await sealNext(desk.bot, desk.chain, new Date());
  const second = await sealing();
  expect(second.noted.current()).toMatchObject({ seal: 1 });
  await second.once();
  expect(second.doubt()).toBeUndefined();
  expect(second.noted.current()).toMatchObject({ seal: 2 });
});

test('a database that was really restored from an older copy is doubted; what came after it is not taken for the head', async () => {
  await write(desk.bot, 2);
  await (await sealing()).once();
  // The older copy.
  const kept = await query(desk.database.ownerUrl, 'select * from seals');
  await write(desk.bot, 2);
  await (await sealing()).once();
  expect(kept).toHaveLength(1);
  await desk.owner.transaction(async (sql) => {
    await sql.raw(`set local session_replication_role = 'replica'`);
    await sql.raw('delete from audit where id > 2');
    await sql.raw('delete from seals where number > 1');
  });

  const restored = await sealing();
  await restored.once();
  expect(restored.doubt()).toMatchObject({ is: 'shorter', noted: { seal: 2 }, found: { seal: 1 } });
  // It goes on, and soon has as many seals as before.
  await write(desk.bot, 2);
  await restored.once();
  expect(restored.doubt()).toMatchObject({ is: 'other', noted: { seal: 2 }, found: { seal: 2 } });
  expect(notedIn(desk.database.headFile).current()).toMatchObject({ seal: 2 });
  expect(notedIn(desk.database.headFile).current()?.mac).not.toBe(restored.doubt()?.found?.mac);

  // Nobody slips an acceptance into the database: it is proved with the key of the chain.
  const doubt = restored.doubt();
  if (!doubt) throw new Error('no doubt');
  const admin = randomUUID();
  const accept = (proof: Record<string, unknown> | undefined) =>
    desk.owner('audit').insert({
      at: new Date(),
      action: 'ledger.accepted',
      by_person: admin,
      subject: doubt.id,
      person_id: admin,
      why: 'Restored after a failed disk',
      details: JSON.stringify(proof),
    });
  await accept({ key: 1, proof: 'ab'.repeat(32) });
  expect(await restored.store.ledger.doubt()).toMatchObject({ id: doubt.id });
  await accept(restored.store.ledger.proofOfAcceptance(doubt, randomUUID(), 'Restored after a failed disk'));
  expect(await restored.store.ledger.doubt()).toMatchObject({ id: doubt.id });
  await accept(restored.store.ledger.proofOfAcceptance(doubt, admin, 'Restored after a failed disk'));
  expect(await restored.store.ledger.doubt()).toBeUndefined();
  await restored.once();
  expect(restored.doubt()).toBeUndefined();
  expect(notedIn(desk.database.headFile).current()?.seal).toBeGreaterThan(2);
  expect(await verify(desk.bot, desk.chain, restored.noted.current())).toMatchObject({
    breaks: [],
    unsealed: 0,
  });
});

test('a file with anything else in it stops the start, and is left as it is', async () => {
  writeFileSync(desk.database.headFile, '{"seal":');
  expect(() => notedIn(desk.database.headFile)).toThrow(HeadNotKept);
  expect(existsSync(desk.database.headFile)).toBe(true);
  expect(readFileSync(desk.database.headFile, 'utf8')).toBe('{"seal":');
});
