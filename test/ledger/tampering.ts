import fc from 'fast-check';
import type { Knex } from 'knex';
import type { Break } from '../../src/store/seal/break';
import { contentOfRow, leafOf, macOf, type Seal } from '../../src/store/seal/chain';
import { rewordedNow } from '../../src/store/seal/reworded';
import type { ChainKey } from '../../src/store/vault';

/** Something done to a ledger behind the bot's back. Places are shares of all rows or seals, so that they fit any ledger. */
export type Tampering =
  | { do: 'edit' | 'delete' | 'insert' | 'rehash' | 'rehash-with-key' | 'excuse'; at: number; column: number }
  | { do: 'swap' | 'swap-seals'; at: number; with: number }
  | { do: 'cut' | 'cut-rows' | 'edit-seal' | 'delete-seal' | 'put-back'; at: number }
  | { do: 'edit-rules' | 'delete-rules' | 'insert-rules'; at: number; column: number };

const place = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const column = fc.nat({ max: 7 });

/** Any of them. */
export const tamperings: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({
    do: fc.constantFrom('edit', 'delete', 'insert', 'rehash', 'rehash-with-key', 'excuse'),
    at: place,
    column,
  }),
  fc.record({ do: fc.constantFrom('swap', 'swap-seals'), at: place, with: place }),
  fc.record({ do: fc.constantFrom('cut', 'cut-rows', 'edit-seal', 'delete-seal', 'put-back'), at: place }),
  fc.record({ do: fc.constantFrom('edit-rules', 'delete-rules', 'insert-rules'), at: place, column }),
);

/** Each column of a row, with what somebody might make of it. */
const edits = [
  `at = at + interval '1 microsecond'`,
  // Also somebody with every right is held by what the table takes: a row is about somebody, or of a kind that is about nobody.
  `action = case when person_id is null then 'import.people' else 'request.denied' end`,
  'by_person = gen_random_uuid()',
  `subject = '00000000-0000-4000-8000-000000000001'`,
  'person_id = gen_random_uuid()',
  'benefit_id = gen_random_uuid()',
  `why = coalesce(why, '') || ' '`,
  `details = coalesce(details, '{}') || '{"to": 0}'`,
];

/** Both kinds of rows that may say that words were replaced. */
const noting = ['person.forgotten', 'request.text-removed'] as const;

/** Each column of a version of the rules, with what somebody might make of it. */
const rulesEdits = [
  `text = text || ' '`,
  `policy = jsonb_set(policy, '{digestAbove}', '99')`,
  `applied_by = 'somebody@contoso.example'`,
  `applied_at = applied_at + interval '1 microsecond'`,
];

/** Notes that somebody without the key might write of a row, so that what they made of it counts as words that were replaced. */
const excuses: Array<(row: number) => unknown> = [
  (row) => ({ key: 999, rows: [[row]] }),
  (row) => ({ key: 1, rows: [[row]] }),
  (row) => ({ key: 999, rows: [[row, null]] }),
  (row) => ({ rows: [[row]] }),
  (row) => ({ key: '1', rows: [[row, 'ab'.repeat(32)]] }),
  (row) => ({ key: 1, rows: [[row, 'ab'.repeat(32)]] }),
  (row) => ({ key: 999, rows: [row], row }),
];

interface Ledger {
  rows: number[];
  seals: number[];
  /** Versions. */
  rules: number[];
}

/**
 * Does it, as somebody who may do everything in the database and has switched its triggers off.
 * @param key what somebody has who was on the bot's machine too; for the one tampering that needs it
 * @returns what must be found, at least
 */
export async function tamper(
  sql: Knex,
  what: Tampering,
  { rows, seals, rules }: Ledger,
  key: ChainKey,
): Promise<Break> {
  const row = rows[Math.floor(what.at * rows.length)] as number;
  const seal = seals[Math.floor(what.at * seals.length)] as number;
  const over = await sealOver(sql, row);
  const last = seals.at(-1) as number;
  const version = rules[Math.floor(what.at * rules.length)] as number;
  switch (what.do) {
    case 'edit':
      await sql.raw(`update audit set ${edits[what.column]} where id = ?`, [row]);
      return { is: 'edited', row, seal: over };
    case 'excuse':
      await sql.raw(`update audit set why = coalesce(why, '') || ' ' where id = ?`, [row]);
      await note(sql, excuses[what.column % excuses.length]?.(row), noting[what.column % 2]);
      return { is: 'edited', row, seal: over };
    case 'put-back': {
      const notes: unknown[] = [];
      for (const words of ['Once replaced', 'Replaced again']) {
        await sql.raw('update audit set why = ? where id = ?', [words, row]);
        notes.push(await rewordedNow(sql, key, [row]));
        await note(sql, notes.at(-1), noting[notes.length - 1]);
      }
      await sql.raw(`update audit set why = 'Once replaced' where id = ?`, [row]);
      await note(sql, notes[0]);
      return { is: 'edited', row, seal: over };
    }
    case 'edit-rules':
      await sql.raw(`update policies set ${rulesEdits[what.column % rulesEdits.length]} where version = ?`, [
        version,
      ]);
      return { is: 'rules-edited', version };
    case 'delete-rules':
      await sql.raw('delete from policies where version = ?', [version]);
      return { is: 'rules-missing', version };
    case 'insert-rules': {
      const { rows: made } = await sql.raw(
        'insert into policies (text, policy, applied_at) select text, policy, applied_at from policies where version = ? returning version',
        [version],
      );
      return { is: 'rules-unnoted', version: made[0].version };
    }
    case 'delete':
      await sql.raw('delete from audit where id = ?', [row]);
      return { is: 'missing', row, seal: over };
    case 'insert': {
      const { rows: made } = await sql.raw(
        `insert into audit (id, at, action, subject, person_id) overriding system value
         select (select min(n) from generate_series(1, 1000) as n where not exists (select from audit where id = n)),
                at, action, subject, person_id from audit where id = ? returning id`,
        [row],
      );
      return { is: 'inserted', row: made[0].id };
    }
    case 'swap': {
      const other = rows[Math.floor(what.with * rows.length)] as number;
      const twin = other === row ? (rows.find((id) => id !== row) as number) : other;
      const columns = 'at, transaction, action, by_person, subject, person_id, benefit_id, why, details';
      await sql.raw(
        `update audit a set (${columns}) = (select ${columns} from audit b where b.id = case when a.id = ?::int then ?::int else ?::int end)
          where id in (?, ?)`,
        [row, twin, row, row, twin],
      );
      return { is: 'swapped', row: Math.min(row, twin), with: Math.max(row, twin) };
    }
    case 'rehash':
    case 'rehash-with-key':
      await sql.raw(`update audit set ${edits[what.column]} where id = ?`, [row]);
      await rehash(sql, over, row, what.do === 'rehash' ? forger : key);
      return what.do === 'rehash' ? { is: 'seal-forged', seal: over } : { is: 'made-anew', noted: last };
    case 'swap-seals': {
      const other = seals[Math.floor(what.with * seals.length)] as number;
      const twin = other === seal ? (seals.find((one) => one !== seal) as number) : other;
      await sql.raw('update seals set number = number + 1000 where number in (?, ?)', [seal, twin]);
      await sql.raw(
        'update seals set number = case when number = ?::int + 1000 then ?::int else ?::int end where number > 1000',
        [seal, twin, seal],
      );
      return { is: 'seal-forged', seal: twin };
    }
    case 'edit-seal':
      await sql.raw(`update seals set at = at + interval '1 millisecond' where number = ?`, [seal]);
      return { is: 'seal-forged', seal };
    case 'delete-seal':
      await sql.raw('delete from seals where number = ?', [seal]);
      return seal === last
        ? { is: 'cut', noted: last, seal: last - 1 }
        : { is: 'seal-missing', from: seal, to: seal };
    case 'cut':
      await sql.raw('delete from audit where id in (select unnest(rows) from seals where number >= ?)', [
        seal,
      ]);
      await sql.raw('delete from seals where number >= ?', [seal]);
      return { is: 'cut', noted: last, seal: seal - 1 };
    case 'cut-rows':
      await sql.raw('delete from audit where id >= ?', [row]);
      return { is: 'missing', row, seal: over };
  }
}

/** Writes down that words were replaced, as a row that waits for its seal. */
const note = (sql: Knex, reworded: unknown, action: string = noting[0]): Promise<unknown> =>
  sql.raw(
    `with made as (insert into audit (at, action, subject, person_id, details)
       values (now(), ?, gen_random_uuid(), gen_random_uuid(), ?::jsonb) returning id)
     insert into unsealed select id from made`,
    [action, JSON.stringify({ reworded })],
  );

async function sealOver(sql: Knex, row: number): Promise<number> {
  const { rows } = await sql.raw('select number from seals where ? = any(rows)', [row]);
  return rows[0].number;
}

/** Whoever has no key makes up one. */
const forger: ChainKey = {
  number: 1,
  digest: (words) =>
    Buffer.alloc(
      32,
      Buffer.from(words).reduce((sum, byte) => (sum * 31 + byte) % 251, 7),
    ),
};

/** Makes the seal over a row fit what the row says now, and every seal after it fit the one before. */
async function rehash(sql: Knex, from: number, row: number, key: ChainKey): Promise<void> {
  const { rows: said } = await sql.raw(`select ${contentOfRow} as content from audit where id = ?`, [row]);
  const { rows: found } = await sql.raw('select * from seals where number >= ? order by number', [from]);
  let previous: Buffer | undefined;
  for (const one of found) {
    const seal: Seal = { ...one, rows: one.rows.map(Number), previous: previous ?? one.previous };
    const at = seal.rows.indexOf(row);
    if (at >= 0) leafOf(key, said[0].content, 1)?.copy(seal.leaves, at * 32);
    previous = macOf(key, seal) as Buffer;
    await sql.raw('update seals set leaves = ?, previous = ?, mac = ? where number = ?', [
      seal.leaves,
      seal.previous,
      previous,
      seal.number,
    ]);
  }
}
