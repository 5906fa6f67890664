import { existsSync, readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import type { Head } from '../../src/core/ledger';
import { ownPolicy } from '../../src/core/policy/policy';
import { makeSealing } from '../../src/handlers/sealing';
import { applyPolicy } from '../../src/store/imports/policy';
import { openStore } from '../../src/store/open';
import type { Break } from '../../src/store/seal/break';
import { doubtsIn } from '../../src/store/seal/doubt';
import { headsIn } from '../../src/store/seal/heads';
import { refuseChanged, whenSealed } from '../../src/store/seal/intact';
import { notedIn } from '../../src/store/seal/noted';
import { sealNext } from '../../src/store/seal/seal';
import { type Walk, walk } from '../../src/store/seal/verify';
import { openVault } from '../../src/store/vault';
import { wrappingKey } from '../support/door';
import { ada } from '../support/people';
import { takenBack } from '../support/taken-back';
import { everyKind, type LedgerDesk, openLedger, sealed, write } from './desk';

/** Nine seals over 36 rows; three more wait, of which the last says that rules were applied. */
let desk: LedgerDesk;
let noted: Head;
beforeAll(async () => {
  desk = await openLedger();
  await sealed(desk, 9, 4, everyKind);
  await write(desk.bot, 2);
  await applyPolicy(
    desk.bot,
    { text: 'rules: …', policy: ownPolicy },
    { by: ada.email, adminEmails: new Set([ada.email]), chain: desk.chain, now: new Date() },
  );
  noted = (await headsIn(desk.bot, desk.chain).head()) as Head;
}, 240_000);
afterAll(() => desk.close());

/** As somebody who owns the tables: without triggers, and without what the tables hold their rows to. */
const withoutLaws = (work: (sql: Knex) => Promise<void>): Promise<void> =>
  takenBack(desk.owner, async (sql) => {
    const { rows: laws } = await sql.raw(
      `select conrelid::regclass::text as table, quote_ident(conname) as law from pg_constraint
        where conrelid in ('audit'::regclass, 'seals'::regclass, 'policies'::regclass) and contype = 'c'`,
    );
    for (const { table, law } of laws) await sql.raw(`alter table ${table} drop constraint ${law}`);
    await sql.raw(`set local session_replication_role = 'replica'`);
    await work(sql);
  });

/** Whatever was put in beside it: the next row comes under a seal, on top of the last of ours, and that is the head from then on. */
async function goesOn(sql: Knex): Promise<void> {
  const before = await walk(sql, desk.chain, noted);
  const { rows } = await sql.raw(`insert into audit (at, action) values (now(), 'import.keys') returning id`);
  // Without triggers nothing puts it on the list.
  await sql.raw('insert into unsealed values (?) on conflict do nothing', [rows[0].id]);
  while ((await sealNext(sql, desk.chain, new Date())) > 0);
  const after = await walk(sql, desk.chain, noted);
  expect(after.seals).toBe(10);
  expect(after.rows).toBe(before.rows + before.unsealed + 1 - gone(before));
  expect(await headsIn(sql, desk.chain).head()).toEqual(after.head);
  expect(after.head?.mac).not.toBe(noted.mac);
  expect(after.counts).toEqual({ ...before.counts, ...stillMissing(after) });
  // Nothing of it speaks against the head that was noted, and the words of what is whole can be replaced.
  expect(await doubtsIn(sql, desk.chain, { current: () => noted, note() {} }).doubt()).toBeUndefined();
  await refuseChanged(sql, desk.chain, [1, 2, 3, 36]);
}
const gone = ({ counts }: Walk) => counts['gone-unsealed'] ?? 0;
const stillMissing = ({ counts }: Walk) =>
  counts['seal-missing'] === undefined ? {} : { 'seal-missing': counts['seal-missing'] };

/** What somebody without the key writes into each column of a seal. */
const usual = {
  number: '10',
  at: `'2026-11-02'`,
  key_number: '1',
  rows: 'array[1]',
  leaves: `decode(repeat('ab', 32), 'hex')`,
  previous: '(select mac from seals where number = 9)',
  mac: `decode(repeat('cd', 32), 'hex')`,
};
const insertSeal = (sql: Knex, unusual: Partial<typeof usual>): Promise<unknown> => {
  const columns = { ...usual, ...unusual };
  return sql.raw(
    `insert into seals (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')}`,
  );
};
const leaves = (rows: number) => ({ leaves: `decode(repeat('ab', 32 * ${rows}), 'hex')` });
const forged: Break[] = [{ is: 'seal-forged', seal: 10 }];

describe.each<[what: string, seal: Partial<typeof usual>, asBot: 'refused' | 'named', found: Break[]]>([
  ['a seal without the key', {}, 'named', forged],
  ['one with an unknown key', { key_number: '999' }, 'named', forged],
  ['one with no number of a key', { key_number: '-1' }, 'named', forged],
  ['one with another mark of ours', { mac: '(select mac from seals where number = 9)' }, 'named', forged],
  [
    'a copy of another',
    {
      ...{ at: '(select at from seals where number = 9)', rows: '(select rows from seals where number = 9)' },
      ...{ leaves: '(select leaves from seals where number = 9)' },
      ...{ previous: '(select previous from seals where number = 9)' },
      ...{ mac: '(select mac from seals where number = 9)' },
    },
    'named',
    forged,
  ],
  ['rows of two seals', { rows: 'array[1, 2]', ...leaves(2) }, 'named', forged],
  ['rows twice', { rows: 'array[1, 1]', ...leaves(2) }, 'named', forged],
  ['a row that waits for its seal', { rows: 'array[37]' }, 'named', forged],
  [
    'a row that never was',
    { rows: 'array[1000000]' },
    'named',
    [{ is: 'missing', row: 1_000_000, seal: 10 }, ...forged],
  ],
  ['no rows', { rows: `'{}'`, leaves: `''` }, 'refused', forged],
  ['a row that is none', { rows: 'array[null]::bigint[]' }, 'refused', forged],
  ['a row and one that is none', { rows: 'array[1, null]', ...leaves(2) }, 'refused', forged],
  ['rows of rows', { rows: 'array[array[1, 2], array[3, 4]]', ...leaves(4) }, 'refused', forged],
  ['rows that are counted from elsewhere', { rows: `'[0:0]={1}'` }, 'refused', forged],
  ['a negative row', { rows: 'array[-1]' }, 'refused', forged],
  ['the greatest row there can be', { rows: 'array[9223372036854775807]' }, 'named', forged],
  [
    'more rows than come under one',
    { rows: 'array(select n from generate_series(1, 200000) as n)', ...leaves(200_000) },
    'refused',
    forged,
  ],
  ['digests too short', { leaves: `'\\xab'` }, 'refused', forged],
  ['no digests', { leaves: `''` }, 'refused', forged],
  ['digests of tens of megabytes', leaves(1_000_000), 'refused', forged],
  ['a short mark', { mac: `'\\xab'` }, 'refused', forged],
  ['a mark of tens of megabytes', { mac: leaves(1_000_000).leaves }, 'refused', forged],
  ['a short mark of the one before', { previous: `''` }, 'refused', forged],
  ['made at the end of time', { at: `'infinity'` }, 'refused', forged],
  ['made before all time', { at: `'-infinity'` }, 'refused', forged],
  ['made in a year that no clock here knows', { at: `'290000-01-01'` }, 'refused', forged],
  ['made before Christ', { at: `'0044-03-15 BC'` }, 'refused', forged],
  ['no number', { number: '0' }, 'refused', [{ is: 'seal-forged', seal: 0 }]],
  ['a negative number', { number: '-9' }, 'refused', [{ is: 'seal-forged', seal: -9 }]],
  [
    'a number far off',
    { number: '1099511627776' },
    'refused',
    [
      { is: 'seal-missing', from: 10, to: 1_099_511_627_775 },
      { is: 'seal-forged', seal: 1_099_511_627_776 },
    ],
  ],
  [
    'a number beyond what can be counted here',
    { number: '9007199254740993' },
    'refused',
    [
      { is: 'seal-missing', from: 10, to: '9007199254740992' },
      { is: 'seal-forged', seal: '9007199254740993' },
    ],
  ],
  [
    'the greatest number there can be',
    { number: '9223372036854775807' },
    'refused',
    [
      { is: 'seal-missing', from: 10, to: '9223372036854775806' },
      { is: 'seal-forged', seal: '9223372036854775807' },
    ],
  ],
])('among the seals: %s', (_, seal, asBot, found) => {
  test(`put there by whoever has the rights of the bot, it is ${asBot}`, async () => {
    const adding = takenBack(desk.bot, async (sql) => {
      await insertSeal(sql, seal);
      expect((await walk(sql, desk.chain, noted)).breaks).toEqual(found);
      await goesOn(sql);
    });
    if (asBot === 'named') await adding;
    else await expect(adding).rejects.toMatchObject({ code: expect.stringMatching(/^23514$/) });
  });

  test('put there without any law, it is named, and the chain goes on without it', async () => {
    await withoutLaws(async (sql) => {
      await insertSeal(sql, seal);
      expect((await walk(sql, desk.chain, noted)).breaks).toEqual(found);
      await goesOn(sql);
    });
  });
});

test.each<[what: string, statement: string, found: Break[]]>([
  [
    'a row that never was waits',
    'insert into unsealed values (1000000)',
    [{ is: 'gone-unsealed', row: 1_000_000 }],
  ],
  [
    'the greatest row there can be waits',
    'insert into unsealed values (9223372036854775807)',
    [{ is: 'gone-unsealed', row: '9223372036854775807' }],
  ],
  ['a negative row waits', 'insert into unsealed values (-1)', [{ is: 'gone-unsealed', row: -1 }]],
  [
    'a row waits no more, and says of itself that it was sealed',
    `insert into seals select ${Object.values({ ...usual, rows: 'array[37]' }).join(', ')};
     delete from unsealed where audit_id = 37`,
    [{ is: 'edited', row: 37, seal: 10 }, ...forged],
  ],
  ['a row waits no more', 'delete from unsealed where audit_id = 37', [{ is: 'inserted', row: 37 }]],
  [
    'rules that nobody applied',
    `insert into policies (text, policy, applied_at) values ('rules: …', '{}', now())`,
    [{ is: 'rules-unnoted', version: expect.any(Number) as unknown as number }],
  ],
  [
    'rules that nobody applied, with a row that says so without their digest',
    `with made as (insert into policies (text, policy, applied_at) values ('rules: …', '{}', now()) returning version)
     insert into audit (at, action, details) select now(), 'import.policy', jsonb_build_object('version', version) from made`,
    [{ is: 'rules-unnoted', version: expect.any(Number) as unknown as number }],
  ],
  [
    'rows that say of rules what makes no sense',
    `insert into audit (at, action, details) select now(), 'import.policy', details::jsonb from (values
       ('{"version": 1e300}'), ('{"version": [1], "key": {}, "says": 5}'), ('"version"'), ('[]'), ('null'), (null),
       ('{"version": 7, "key": 1, "says": "${'ab'.repeat(32)}"}')) as said (details)`,
    [{ is: 'rules-missing', version: 7 }],
  ],
])('as the bot: %s', async (_, statement, found) => {
  await takenBack(desk.bot, async (sql) => {
    await sql.raw(statement);
    expect((await walk(sql, desk.chain, noted)).breaks).toEqual(found);
    await goesOn(sql);
  });
});

test('a row that is made to wait once more comes under a second seal, which is named and counts for nothing', async () => {
  await withoutLaws(async (sql) => {
    await sql.raw(`update audit set why = 'Another' where id = 1`);
    await sql.raw('insert into unsealed values (1), (2)');
    const before = await whenSealed(sql, desk.chain, [2]);
    await sealNext(sql, desk.chain, new Date());
    expect((await walk(sql, desk.chain, noted)).breaks).toEqual([
      { is: 'edited', row: 1, seal: 1 },
      { is: 'sealed-twice', row: 1, seal: 10 },
      { is: 'sealed-twice', row: 2, seal: 10 },
    ]);
    await expect(refuseChanged(sql, desk.chain, [1])).rejects.toMatchObject({ found: { row: 1 } });
    expect(await whenSealed(sql, desk.chain, [2])).toEqual(before);
  });
});

test.each([
  ['at the end of time', `'infinity'`, 'null', 'null'],
  ['that says more than anybody reads', 'now()', `repeat('"', 900000)`, 'null'],
  ['with details without measure', 'now()', 'null', `jsonb_build_object('to', repeat('a', 9000000))`],
  [
    'with numbers that are small to store and endless to write',
    'now()',
    'null',
    `(select jsonb_agg('1e131000'::numeric) from generate_series(1, 100))`,
  ],
])('no row %s comes into the ledger', async (_, at, why, details) => {
  await expect(
    desk.bot.raw(
      `insert into audit (at, action, why, details) select ${at}, 'import.keys', ${why}, ${details}`,
    ),
  ).rejects.toMatchObject({ code: '23514' });
});

test('rows that say as much as they may are sealed and walked over, few at a time', async () => {
  await takenBack(desk.bot, async (sql) => {
    await sql.raw(
      `insert into audit (at, action, details)
       select now(), 'import.keys', jsonb_build_object('to', repeat('a', 7900000)) from generate_series(1, 12)`,
    );
    let most = 0;
    sql.on('query-response', (response: { rows?: unknown[] }) => {
      most = Math.max(most, JSON.stringify(response.rows ?? []).length);
    });
    while ((await sealNext(sql, desk.chain, new Date())) > 0);
    const walked = await walk(sql, desk.chain, noted);
    expect(walked).toMatchObject({ breaks: [], rows: 36 + 3 + 12, unsealed: 0 });
    expect(most).toBeGreaterThan(7_000_000);
    expect(most).toBeLessThan(40_000_000);
  });
});

test('a flood of seals is counted and cut, hides nothing else, and the chain goes on behind it', async () => {
  const flood = 3_000;
  await takenBack(desk.bot, async (sql) => {
    const columns = Object.values({ ...usual, number: 'n' }).join(', ');
    await sql.raw(`insert into seals select ${columns} from generate_series(10, ${9 + flood}) as n`);
    await sql.raw('delete from unsealed where audit_id = 37');
    const { breaks, counts } = await walk(sql, desk.chain, noted);
    expect(counts).toEqual({ inserted: 1, 'seal-forged': flood });
    expect(breaks).toHaveLength(501);
    expect(breaks[0]).toEqual({ is: 'inserted', row: 37 });
    await goesOn(sql);
    expect((await headsIn(sql, desk.chain).head())?.seal).toBe(10 + flood);
    expect(await headsIn(sql, desk.chain).strangeSeals()).toBeGreaterThanOrEqual(flood);
  });
});

test('whoever cleans up behind a flood leaves a chain that is whole', async () => {
  await withoutLaws(async (sql) => {
    await insertSeal(sql, {});
    await goesOn(sql);
    await sql.raw('delete from seals where number = 10');
    expect(await walk(sql, desk.chain, noted)).toMatchObject({ breaks: [], head: { seal: 11 } });
    await sql.raw('delete from seals where number = 5');
    expect((await walk(sql, desk.chain, noted)).breaks).toContainEqual({
      is: 'seal-missing',
      from: 5,
      to: 5,
    });
  });
});

test('an acceptance that makes no sense stops nobody and proves nothing', async () => {
  const other = { ...noted, mac: 'ab'.repeat(32) };
  await takenBack(desk.bot, async (sql) => {
    const { doubt, proofOfAcceptance } = doubtsIn(sql, desk.chain, { current: () => other, note() {} });
    const found = await doubt();
    if (!found) throw new Error('no doubt');
    for (const details of [
      '{"key": "abc", "proof": 5}',
      `{"key": 1e40, "proof": "${other.mac}"}`,
      '[]',
      'null',
    ])
      await sql.raw(
        `insert into audit (at, action, by_person, subject, person_id, why, details)
         select now(), 'ledger.accepted', id, ?::uuid, id, 'Nothing happened', ?::jsonb from (select gen_random_uuid() as id) as somebody`,
        [found.id, details],
      );
    expect(await doubt()).toMatchObject({ id: found.id, found: { seal: 9, mac: noted.mac } });
    const admin = '00000000-0000-4000-8000-000000000001';
    await sql.raw(
      `insert into audit (at, action, by_person, subject, person_id, why, details)
       values (now(), 'ledger.accepted', ?::uuid, ?::uuid, ?::uuid, 'Restored after the disk failed', ?::jsonb)`,
      [
        admin,
        found.id,
        admin,
        JSON.stringify(proofOfAcceptance(found, admin, 'Restored after the disk failed')),
      ],
    );
    expect(await doubt()).toBeUndefined();
  });
});

test('a head that is due in a thousand years keeps nobody from being told today', async () => {
  await takenBack(desk.bot, async (sql) => {
    const { toldBefore } = headsIn(sql, desk.chain);
    const now = new Date('2026-11-20T09:00:00Z');
    const before = await toldBefore(now);
    await sql.raw(
      `insert into told_heads select due, 9, mac from seals, (values ('infinity'::timestamptz), ('3000-01-01'), ('-infinity')) as told (due) where number = 9`,
    );
    expect(await toldBefore(now)).toEqual(before);
  });
});

test('the bot keeps no head that is not its own, and says that there are strange seals', async () => {
  const noted = notedIn(desk.database.headFile);
  const troubles: Error[] = [];
  await takenBack(desk.bot, async (sql) => {
    const vault = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
    const sealing = makeSealing({
      store: openStore(sql, vault, new Set(), noted),
      noted,
      now: () => new Date(),
      kept() {},
      report: (error) => troubles.push(error as Error),
    });
    await sealing.once();
    expect(troubles).toEqual([]);
    const first = noted.current();
    await insertSeal(sql, { number: String(Number(first?.seal) + 1) });
    for (let round = 0; round < 3; round++) await sealing.once();
    expect(noted.current()).toEqual(first);
    expect(troubles.map(({ name }) => name)).toEqual(['StrangeSeals']);
    expect(sealing.strange()).toBe(1);

    // It goes on past it, and forgets it no more than the head that it had.
    await write(sql, 1);
    await sealing.once();
    expect(noted.current()?.seal).toBe(Number(first?.seal) + 2);
    expect(sealing.strange()).toBe(1);
    expect(sealing.doubt()).toBeUndefined();
    expect(troubles).toHaveLength(1);
    expect(await walk(sql, vault.chain, noted.current())).toMatchObject({ counts: { 'seal-forged': 1 } });
    expect(existsSync(desk.database.headFile)).toBe(true);
    expect(JSON.parse(readFileSync(desk.database.headFile, 'utf8'))).toEqual(noted.current());
  });
});
