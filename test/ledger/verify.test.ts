import fc from 'fast-check';
import type { Head } from '../../src/core/ledger';
import { headsIn } from '../../src/store/seal/heads';
import { type Break, verify, walk } from '../../src/store/seal/verify';
import { report } from '../support/soak';
import { type LedgerDesk, openLedger, sealed, write } from './desk';
import { type Tampering, tamper, tamperings } from './tampering';

const runs = process.env.SOAK ? 1_000 : 150;
const known = {
  seals: Array.from({ length: 9 }, (_, at) => at + 1),
  rows: Array.from({ length: 36 }, (_, at) => at + 1),
};

let desk: LedgerDesk;
let noted: Head;
beforeAll(async () => {
  desk = await openLedger();
  await sealed(desk, 9, 4);
  await write(desk.bot, 2);
  // A number that is free, as a transaction leaves it that was taken back.
  await desk.bot.raw(`select nextval('audit_id_seq')`);
  noted = (await headsIn(desk.bot).head()) as Head;
}, 240_000);
afterAll(() => desk.close());

class TakenBack extends Error {}

/** Does something to the ledger with every trigger off, walks along it, and takes all of it back. */
async function foundAfter(what: Tampering): Promise<{ expected: Break; found: Break[] }> {
  let outcome: { expected: Break; found: Break[] } | undefined;
  await desk.owner
    .transaction(async (sql) => {
      await sql.raw(`set local session_replication_role = 'replica'`);
      const expected = await tamper(sql, what, known, desk.chain);
      outcome = { expected, found: (await walk(sql, desk.chain, noted)).breaks };
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return outcome as { expected: Break; found: Break[] };
}

test('a ledger nobody touched is whole, and says what still waits for its seal', async () => {
  expect(await verify(desk.bot, desk.chain, noted)).toEqual({
    breaks: [],
    seals: 9,
    rows: 36,
    unsealed: 2,
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
  expect(kinds.size).toBe(13);
  expect((await verify(desk.bot, desk.chain, noted)).breaks).toEqual([]);
  if (process.env.SOAK)
    report('ledger-tampering', [
      `${runs} tamperings with every trigger off, all found and named: ${[...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
    ]);
}, 600_000);

test.each<[string, Tampering, Break[]]>([
  [
    'one edited row, and nothing else',
    { do: 'edit', at: 0.5, column: 1 },
    [{ is: 'edited', row: 19, seal: 5 }],
  ],
  ['one deleted row', { do: 'delete', at: 0.5, column: 0 }, [{ is: 'missing', row: 19, seal: 5 }]],
  ['two swapped rows', { do: 'swap', at: 0, with: 0.5 }, [{ is: 'swapped', row: 1, with: 19 }]],
  ['one inserted row', { do: 'insert', at: 0.5, column: 0 }, [{ is: 'inserted', row: 39 }]],
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
