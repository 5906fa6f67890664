import { randomUUID } from 'node:crypto';
import { doubtIdOf, type Head } from '../../src/core/ledger';
import { makeHandle } from '../../src/handlers/handle';
import { connect } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { reading, senderOf, wrappingKey } from '../support/door';
import { ada, figure } from '../support/people';

const zoe = figure(31, 'Zoe Zhou', 'admin');
const missed: Head = { seal: 9, mac: 'ab'.repeat(32), at: '2026-11-01T09:00:00.000Z' };
const command = {
  type: 'accept-ledger',
  doubt: doubtIdOf(missed),
  reason: 'Restored the backup of Sunday',
};

let database: TestDatabase;
let sql: ReturnType<typeof connect>;
let handle: ReturnType<typeof makeHandle>;
beforeEach(async () => {
  database = await testDatabase();
  sql = connect(database.url, 'unhurried', 8);
  const vault = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
  const emails = new Set([ada.email, zoe.email]);
  const store = openStore(sql, vault, emails, { current: () => missed, note() {} });
  handle = makeHandle({
    store: { ...store, transaction: store.longTransaction },
    now: () => new Date(),
    changed() {},
    report(trouble, _, error) {
      throw new Error(trouble, { cause: error });
    },
  });
  for (const admin of [ada, zoe]) await handle({ type: 'help' }, senderOf(admin), randomUUID());
}, 240_000);
afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

const accepted = async () =>
  (await sql('audit').where({ action: 'ledger.accepted' }).count({ n: '*' }).first())?.n;

test('said five times, and twenty times at once, it stands in the ledger once, with the same answer', async () => {
  const identity = randomUUID();
  const say = async () => reading((await handle(command, senderOf(ada), identity)).card);
  const answers = await Promise.all(Array.from({ length: 20 }, say));
  for (let time = 0; time < 5; time++) answers.push(await say());
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^Keys are shown again/);
  expect(await accepted()).toBe(1);
}, 240_000);

test('of two admins who say it at once one has said it, and the other reads so', async () => {
  const answers = await Promise.all(
    [ada, zoe].map(async (admin) => reading((await handle(command, senderOf(admin), randomUUID())).card)),
  );
  expect(answers.filter((answer) => answer.startsWith('Keys are shown again'))).toHaveLength(1);
  expect(answers.filter((answer) => answer.startsWith('The ledger'))).toHaveLength(1);
  expect(await accepted()).toBe(1);
}, 240_000);
