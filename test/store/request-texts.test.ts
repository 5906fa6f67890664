import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { asOf } from '../../src/core/held-on';
import { removedText, usualRetention } from '../../src/core/retention';
import { textKeptTooLong } from '../../src/handlers/duties/retention';
import { connect } from '../../src/store/database';
import { heldOn } from '../../src/store/held-on';
import { checkLaws } from '../../src/store/invariants';
import { openStore, type Store } from '../../src/store/open';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { type OpenVault, openVault } from '../../src/store/vault';
import { wrappingKey } from '../support/door';
import { type LivedIn, livedInLedger } from './lived-in';

let lived: LivedIn;
/** As the bot, which may not rewrite the ledger. */
let bot: Knex;
let vault: OpenVault;
let store: Store;
const later = new Date(Date.now() + 40 * 86_400_000);

beforeAll(async () => {
  lived = await livedInLedger();
  bot = connect(lived.database.url, 'importing', 2);
  vault = await openVault(bot, new Map([[1, wrappingKey]]), new Date());
  store = openStore(bot, vault, new Set(), undefined, { ...usualRetention, requestTexts: 30 });
  // All was delivered, and answers have gone by their own time.
  await bot.raw(`update outbox set state = 'sent', settled_at = now()`);
  while ((await store.seal(new Date())) > 0);
  await store.ledger.removeOutdated('answers', later);
}, 240_000);
afterAll(async () => {
  await bot?.destroy();
  await lived?.close();
});

/** Where in the database words stand. */
async function placesOf(words: string): Promise<string[]> {
  const { rows: tables } = await bot.raw(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const { rows } = await bot.raw(
      `select 1 from "${name}" t where strpos(to_jsonb(t)::text, ?) > 0 limit 1`,
      [words],
    );
    if (rows.length > 0) places.push(name);
  }
  return places;
}
const carryOut = (id: string): Promise<void> =>
  store.longTransaction((ledger) =>
    textKeptTooLong.carryOut(
      { ledger, now: later, at: later.toISOString(), newId: randomUUID, record: () => Promise.resolve() },
      id,
    ),
  );
const due = () => textKeptTooLong.due(store.ledger, later);
const asOwner = (statement: string) =>
  lived.door.sql.transaction(async (sql) => {
    await sql.raw('set local session_replication_role = replica');
    await sql.raw(statement);
  });

/** What people said about requests that are over since: a refusal, what could not be done, what was taken back. */
const over = ['Next year', 'Unknown address', 'A new house', 'A new project'];

test('without the setting nothing is due, and with it not before its time', async () => {
  const [usual] = [openStore(bot, vault, new Set())];
  expect(await textKeptTooLong.due(usual.ledger, later)).toEqual([]);
  expect(await textKeptTooLong.due(store.ledger, new Date())).toEqual([]);
  for (const words of over) expect([words, await placesOf(words)]).not.toEqual([words, []]);
});

test('a row of the ledger that was changed before keeps its request as it is, and is named', async () => {
  const { rows } = await bot.raw(`select id, subject from audit where why = 'Next year'`);
  const [{ id, subject }] = rows;
  await asOwner(`update audit set why = 'Next year!' where id = ${id}`);
  await expect(carryOut(subject)).rejects.toThrow(`Row ${id} of the ledger does not say what it said`);
  await asOwner(`update audit set why = 'Next year' where id = ${id}`);
  expect(await placesOf('Next year')).toContain('audit');
});

test('what was said about requests that are over goes, everywhere; the chain fits, and who had what stays', async () => {
  const list = async () => heldOn(bot, asOf('2090-01-01', 'UTC'), { ledger: true });
  const today = async () => heldOn(bot, asOf(new Date().toISOString().slice(0, 10), 'UTC'), { ledger: true });
  const [held, ended] = [await list(), await today()];
  const { rows: open } = await bot.raw(
    `select id, reason from requests where state = 'pending' or closed_at is null`,
  );
  for (const id of await due()) await carryOut(id);

  for (const words of over) expect([words, await placesOf(words)]).toEqual([words, []]);
  expect(await placesOf(removedText)).toEqual(
    expect.arrayContaining(['audit', 'holdings', 'requests', 'reviews', 'tasks']),
  );
  expect((await verify(bot, vault.chain, undefined)).breaks).toEqual([]);
  while ((await sealNext(bot, vault.chain, later)) > 0);
  expect(await verify(bot, vault.chain, undefined)).toMatchObject({ breaks: [], unsealed: 0 });
  expect((await checkLaws(bot)).filter(({ rows }) => rows > 0)).toEqual([]);

  // What is held says what it said; what ended says when and how, without the words.
  expect(await list()).toEqual(held);
  const facts = (lines: typeof ended) =>
    lines.map(({ holding, person, since, end }) => ({ holding, person, since, at: end?.at, how: end?.how }));
  expect(facts(await today())).toEqual(facts(ended));
  for (const { id, reason } of open)
    expect((await bot('requests').where({ id }).first('reason')).reason).toBe(reason);
  const { rows: how } = await bot.raw(
    `select why from audit where action = 'holding.ended' and why like 'taken-back%'`,
  );
  expect(how).toContainEqual({ why: `taken-back: ${removedText}` });
});

test('once is enough, and a row that is changed afterwards is found', async () => {
  expect(await due()).toEqual([]);
  const rows = await bot('audit').where({ action: 'request.text-removed' }).select('subject');
  for (const { subject } of rows) await carryOut(subject);
  expect(await bot('audit').where({ action: 'request.text-removed' })).toHaveLength(rows.length);

  const [{ id }] = await bot('audit').where({ action: 'request.denied', why: removedText }).select('id');
  await asOwner(`update audit set why = 'Because' where id = ${id}`);
  expect((await verify(bot, vault.chain, undefined)).breaks).toMatchObject([{ is: 'edited', row: id }]);
});
