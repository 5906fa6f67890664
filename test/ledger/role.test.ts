import { restrict, roleIn } from '../../src/store/role';
import { sealNext } from '../../src/store/seal/seal';
import { query } from '../support/query';
import { type LedgerDesk, openLedger, sealed } from './desk';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedger();
  await sealed(desk, 2, 3);
  // The triggers say no as well; here the role has to do without them. What waits for its seal still does.
  for (const trigger of ['audit_is_append_only', 'audit_is_never_emptied'])
    await desk.owner.raw(`alter table audit disable trigger ${trigger}`);
  for (const table of ['seals', 'policies'])
    await desk.owner.raw(`alter table ${table} disable trigger user`);
}, 240_000);
afterAll(() => desk.close());

describe('the role of the bot', () => {
  test.each([
    ['change a row', `update audit set why = 'another' where id = 1`],
    ['remove one', 'delete from audit where id = 1'],
    ['empty the ledger', 'truncate audit'],
    [
      'number a row by itself',
      `insert into audit (id, at, action) overriding system value values (99, now(), 'import.keys')`,
    ],
    [
      'put a row into an earlier transaction',
      `insert into audit (transaction, at, action) values ('5', now(), 'import.keys')`,
    ],
    ['change a seal', 'update seals set at = now() where number = 1'],
    ['remove one', 'delete from seals where number = 1'],
    ['empty the chain', 'truncate seals'],
    ['change rules that were applied', `update policies set text = ''`],
    ['switch the triggers off', 'alter table audit disable trigger all'],
    ['drop one', 'drop trigger audit_is_append_only on audit'],
    [
      'put another function behind them',
      `create or replace function refuse_rewriting() returns trigger language plpgsql as 'begin return old; end'`,
    ],
    ['act as a copy of the database', `set session_replication_role = 'replica'`],
    ['drop the ledger', 'drop table audit cascade'],
    ['become the owner', 'set role benefits'],
    [
      'give itself a right',
      `grant update on audit to current_user; update audit set why = 'another' where id = 1`,
    ],
    ['say that it was migrated', `delete from migrations`],
  ])('cannot %s', async (_, sql) => {
    await expect(desk.bot.raw(sql)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42939|0LP01)$/),
    });
    expect(await query(desk.database.ownerUrl, 'select count(*)::int as rows from audit')).toEqual([
      { rows: 6 },
    ]);
  });

  test('does everything else that sealing needs', async () => {
    await sealed(desk, 1, 2);
    expect(await sealNext(desk.bot, desk.chain, new Date())).toBe(0);
    await desk.owner.transaction(async (sql) => {
      await sql.raw(`set local session_replication_role = 'replica'`);
      await sql.raw('delete from audit where id > 6');
      await sql.raw('delete from seals where number > 2');
    });
  });
});

test('a role that may become the owner is no role for the bot', async () => {
  await expect(
    desk.owner.transaction((sql) => restrict(sql, { name: 'benefits', password: undefined })),
  ).rejects.toMatchObject({ name: 'RoleTooStrong' });
});

test('the name and the password stand where pg reads them', () => {
  expect(roleIn('postgres://bot:p%40ss@db.example:5432/benefits')).toEqual({ name: 'bot', password: 'p@ss' });
  expect(roleIn('postgres:///benefits?host=/run/pg&user=bot&password=p%40ss')).toEqual({
    name: 'bot',
    password: 'p@ss',
  });
  expect(roleIn('postgres://db.example/benefits')).toBeUndefined();
});

test('a new password of the settings is the password from then on, and no statement holds it', async () => {
  const name = `bot_${process.pid}`;
  const url = (password: string) => {
    const one = new URL(desk.database.url);
    for (const [key, value] of Object.entries({ user: name, password }))
      if (one.searchParams.has('user')) one.searchParams.set(key, value);
      else if (key === 'user') one.username = value;
      else one.password = value;
    return one.href;
  };
  const said: string[] = [];
  desk.owner.on('query', ({ sql }: { sql: string }) => said.push(sql));
  try {
    for (const password of ['first word', 'second wörd']) {
      await desk.owner.transaction((sql) => restrict(sql, { name, password }));
      expect(await query(url(password), 'select current_user::text as me')).toEqual([{ me: name }]);
    }
    await expect(query(url('first word'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(said.join()).not.toMatch(/first word|second w/);
  } finally {
    await desk.owner.raw(`drop owned by ${name}; drop role ${name}`);
  }
});
