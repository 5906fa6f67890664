import fc from 'fast-check';
import type { Knex } from 'knex';
import type { Head } from '../../src/core/ledger';
import { ownPolicy } from '../../src/core/policy/policy';
import { applyPolicy } from '../../src/store/imports/policy';
import type { Break } from '../../src/store/seal/break';
import { headsIn } from '../../src/store/seal/heads';
import { refuseChanged } from '../../src/store/seal/intact';
import { verify, walk } from '../../src/store/seal/verify';
import { ada } from '../support/people';
import { report } from '../support/soak';
import { takenBack } from '../support/taken-back';
import { everyKind, type LedgerDesk, openLedger, sealed, write } from './desk';
import { type Tampering, tamper, tamperings } from './tampering';

const runs = process.env.SOAK ? 1_000 : 150;
const known = {
  seals: Array.from({ length: 9 }, (_, at) => at + 1),
  rows: Array.from({ length: 36 }, (_, at) => at + 1),
  rules: [1, 2],
};

let desk: LedgerDesk;
let noted: Head;
beforeAll(async () => {
  desk = await openLedger();
  await sealed(desk, 9, 4, everyKind);
  await write(desk.bot, 2);
  for (const text of ['rules: …', 'rules: … # as of May'])
    await applyPolicy(
      desk.bot,
      { text, policy: ownPolicy },
      { by: ada.email, adminEmails: new Set([ada.email]), chain: desk.chain, now: new Date() },
    );
  // A number that is free, as a transaction leaves it that was taken back.
  await desk.bot.raw(`select nextval('audit_id_seq')`);
  noted = (await headsIn(desk.bot, desk.chain).head()) as Head;
}, 240_000);
afterAll(() => desk.close());

/** Does something to the ledger with every trigger off, looks, and takes all of it back. */
const changed = <T>(what: Tampering, look: (sql: Knex, expected: Break) => Promise<T>): Promise<T> =>
  takenBack(desk.owner, async (sql) => {
    await sql.raw(`set local session_replication_role = 'replica'`);
    return look(sql, await tamper(sql, what, known, desk.chain));
  });

/** What a walk along it finds afterwards, and what it must find at least. */
async function foundAfter(what: Tampering): Promise<{ expected: Break; found: Break[] }> {
  return changed(what, async (sql, expected) => ({
    expected,
    found: (await walk(sql, desk.chain, noted)).breaks,
  }));
}

test('a ledger nobody touched is whole, and says what still waits for its seal', async () => {
  expect(await verify(desk.bot, desk.chain, noted)).toEqual({
    breaks: [],
    counts: {},
    seals: 9,
    rows: 36,
    unsealed: 4,
    head: noted,
  });
});

test(`${runs} random tamperings are all found and named`, async () => {
  const kinds = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(tamperings, async (what) => {
      const { expected, found } = await foundAfter(what);
      kinds.set(what.do, (kinds.get(what.do) ?? 0) + 1);
      expect(found).toContainEqual(expected);
    }),
    { numRuns: runs, seed: 20_261_129, endOnFailure: true },
  );
  expect(kinds.size).toBe(16);
  expect((await verify(desk.bot, desk.chain, noted)).breaks).toEqual([]);
  if (process.env.SOAK)
    report('ledger-tampering', [
      `${runs} tamperings with every trigger off, all found and named: ${[...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
      `among rows of ${(await actions()).join(', ')}`,
      `${runs} rows that were edited before their words were to be replaced: all refused and named`,
    ]);
}, 600_000);

/** The kinds of rows under seals. */
async function actions(): Promise<string[]> {
  const rows = await desk.bot('audit').whereIn('id', known.rows).distinct('action').orderBy('action');
  return rows.map(({ action }) => action);
}

test(`${runs} rows that were edited: their words are not replaced, and those of the others could be`, async () => {
  expect(await actions()).toEqual([...everyKind].sort());
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...known.rows), fc.nat({ max: 7 }), async (row, column) => {
      const at = known.rows.indexOf(row) / known.rows.length;
      await changed({ do: 'edit', at, column }, async (sql) => {
        await expect(refuseChanged(sql, desk.chain, known.rows)).rejects.toMatchObject({ found: { row } });
        const others = known.rows.filter((other) => other !== row);
        await expect(refuseChanged(sql, desk.chain, others)).resolves.toBeUndefined();
      });
    }),
    { numRuns: runs, seed: 20_261_129, endOnFailure: true },
  );
}, 600_000);

test.each<[string, Tampering, Break[]]>([
  [
    'one edited row, and nothing else',
    { do: 'edit', at: 0.5, column: 1 },
    [{ is: 'edited', row: 19, seal: 5 }],
  ],
  ['one deleted row', { do: 'delete', at: 0.5, column: 0 }, [{ is: 'missing', row: 19, seal: 5 }]],
  ['two swapped rows', { do: 'swap', at: 0, with: 0.5 }, [{ is: 'swapped', row: 1, with: 19 }]],
  ['one inserted row', { do: 'insert', at: 0.5, column: 0 }, [{ is: 'inserted', row: 41 }]],
  [
    'an edited row with a note that it was reworded, made without the key',
    { do: 'excuse', at: 0.5, column: 0 },
    [{ is: 'edited', row: 19, seal: 5 }],
  ],
  [
    'words from between two rewordings, put back with the note of then',
    { do: 'put-back', at: 0.5 },
    [{ is: 'edited', row: 19, seal: 5 }],
  ],
  ['a cut end, by the noted head alone', { do: 'cut', at: 0.8 }, [{ is: 'cut', noted: 9, seal: 7 }]],
  [
    'a chain made anew with the key, by the noted head alone',
    { do: 'rehash-with-key', at: 0, column: 6 },
    [{ is: 'made-anew', noted: 9 }],
  ],
])('%s', async (_, what, breaks) => {
  expect((await foundAfter(what)).found).toEqual(breaks);
});
