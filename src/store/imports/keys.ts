import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { NotAKey } from '../../core/key-text';
import type { KeyRow } from '../../imports/keys-csv';
import type { Item } from '../../imports/problem';
import type { OpenVault } from '../vault';
import { type IncomingKey, makeNotes, writeBatch } from './batch';
import { Destinations, type Placing } from './destinations';
import { type Importing, inOneGo } from './in-one-go';
import { type KnownKeys, type Looked, lookedUp, noteKnown } from './known-keys';
import { note, nowhere, type Places, placesOf } from './places';
import { Pools } from './pools';
import { ImportRefused } from './refused';
import { type Meant, notedOf, type UnderBenefit, Whereabouts } from './under';
import { widen } from './widen';

export interface KeysOutcome {
  /** The rows of the file are `new`, `changed`, `unchanged`, `skipped` or `unmatched`, each one of them. */
  rows: number;
  /** Rows that brought a key. */
  new: number;
  /** Rows that brought a known key a further benefit. */
  changed: number;
  /** Rows that say what is known. */
  unchanged: number;
  skipped: Map<NotAKey | 'not-keyed', Places>;
  unmatched: Unmatched[];
  /** Units of stock added. */
  units: number;
  /** Rows that give a known key another type or number of holders than it has; it keeps what it has. */
  differing: Places;
  /** Keys that Microsoft says it gave out before, and between which days; rows whose day is none that can be read. */
  claimed: { count: number; first?: string; last?: string; unclear: Places };
  /** Benefits made for the keys of this file, with the allocation they got. */
  made: Array<{ name: string; quantity: number }>;
  /** What each benefit got, and which names of the file meant a benefit of another name. */
  under: UnderBenefit[];
  meant: Meant[];
  /** Known keys that got no benefit made by this file; their rows are `unchanged`. */
  known: KnownKeys[];
}

/** Rows under a name for which there is no benefit; a null name stands for keys without a product. */
interface Unmatched {
  product: string | null;
  /** The benefit with the most similar name. */
  nearest: string | null;
  /** No benefit is made of it, whatever was said: a word of it mixes letters that look alike. */
  lookAlike?: true;
  places: Places;
}

const batchRows = 5_000;
/** Far beyond any company; a number of seats with three noughts too many is not. */
const mostUnits = 2_000_000;

/**
 * Writes a file of keys. Each key is sealed before it leaves this process, a key that is known in any spelling is not written
 * again, and memory does not grow with the file.
 *
 * @param openVault opens the vault inside the transaction, so that a dry run on a fresh database leaves nothing either
 * @throws BadFile when the file is refused, ImportRefused when it does not fit what is there
 */
export async function importKeys(
  database: Knex,
  file: AsyncIterable<Item<KeyRow>>,
  placing: Placing,
  openVault: (sql: Knex) => Promise<OpenVault>,
  importing: Importing,
): Promise<KeysOutcome> {
  const { noted: _, ...told } = await inOneGo(database, 'import.keys', importing, async (sql) => {
    const vault = await openVault(sql);
    const pools = await Pools.read(sql);
    const destinations = await Destinations.read(sql, placing, importing.now);
    await makeNotes(sql);

    const outcome: KeysOutcome = {
      rows: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      skipped: new Map(),
      unmatched: [],
      units: 0,
      differing: nowhere(),
      claimed: { count: 0, unclear: nowhere() },
      made: [],
      under: [],
      meant: [],
      known: [],
    };
    const ofThisFile = new Set<string>();
    const whereabouts = new Whereabouts();
    const unmatched = new Map<string | null, Unmatched>();

    const write = async (batch: IncomingKey[]): Promise<void> => {
      if (batch.length === 0) return;
      // Taken before the first wait: the next batch is prepared meanwhile, and its pools need benefits of their own.
      const fresh = pools.takeNew();
      await destinations.saveNew(sql);
      await pools.save(sql, fresh);
      const written = await writeBatch(sql, batch, pools, {
        now: importing.now,
        room: mostUnits - outcome.units,
      });
      outcome.new += written.made;
      outcome.changed += written.further;
      outcome.unchanged += batch.length - written.made - written.further;
      outcome.units += written.units;
      whereabouts.add(written.under);
      const lines = new Map(batch.map(({ nth, line }) => [nth, line]));
      for (const nth of written.differing) note(outcome.differing, { nth, line: lines.get(nth) as number });
      if (outcome.units > mostUnits)
        throw new ImportRefused({ code: 'too-many-units', most: mostUnits }, batch.at(-1)?.line);
    };

    const stay = placing.create && placing.knownStay;
    const looking = { vault, isNew: destinations.isNew, ofThisFile };
    const items = stay ? lookedUp(sql, file, looking) : file;
    const batches = batchesOf(items, (item) => {
      outcome.rows++;
      if ('problem' in item) {
        note(placesOf(outcome.skipped, item.problem.why), item);
        return undefined;
      }
      const { row } = item;
      noteClaimed(outcome.claimed, item.row.claimed, item);
      if (item.knownUnder) {
        outcome.unchanged++;
        noteKnown(outcome.known, row.product, item.knownUnder, item);
        return undefined;
      }
      const place = destinations.of(row.product);
      if (place.to === 'none') {
        const { missing: name, nearest, lookAlike } = place;
        const entry = unmatched.get(name) ?? {
          product: name,
          nearest,
          ...(lookAlike && { lookAlike }),
          places: nowhere(),
        };
        unmatched.set(name, entry);
        note(entry.places, item);
        return undefined;
      }
      if (place.to === 'not-keyed') {
        note(placesOf(outcome.skipped, 'not-keyed'), item);
        return undefined;
      }
      const { benefit } = place;
      whereabouts.met(row.product, benefit);
      const id = randomUUID();
      if (stay) ofThisFile.add(id);
      return {
        line: item.line,
        nth: item.nth,
        id,
        benefit: benefit.id,
        pool: pools.serving([benefit.id]).id,
        productName: row.product ?? benefit.name,
        type: row.type,
        seats: seatsOf(row, benefit.quantity),
        seatsStated: row.type !== 'mak' || row.seats !== null,
        carries: row.type === 'token' ? row.seats : null,
        sealed: vault.seal(row.shown, { key: id, benefit: benefit.id }),
        fingerprint: vault.fingerprint(row.canonical),
      };
    });
    await whileReading(batches, write);

    outcome.units += (await widen(sql, pools)).units;
    outcome.made = await destinations.settleNew(sql, pools);
    await pools.settle(sql);
    outcome.unmatched = [...unmatched.values()].sort((a, b) => b.places.count - a.places.count);
    Object.assign(outcome, whereabouts.told());
    return { ...outcome, noted: { new: outcome.new, changed: outcome.changed, ...notedOf(outcome) } };
  });
  return told;
}

function noteClaimed(
  claimed: KeysOutcome['claimed'],
  on: KeyRow['claimed'],
  at: { line: number; nth: number },
): void {
  if (on === 'unclear') note(claimed.unclear, at);
  if (on === undefined || on === 'unclear') return;
  claimed.count += 1;
  if (!claimed.first || on < claimed.first) claimed.first = on;
  if (!claimed.last || on > claimed.last) claimed.last = on;
}

/**
 * How many holders a key allows. Retail and unknown: one computer or one person, unless the file says more. MAK: as many as the
 * allocation, and more when that grows. Static and custom: the same for everybody. Token: redeemed once, by one person, whatever it
 * carries.
 */
function seatsOf({ type, seats }: KeyRow, allocation: number): number | null {
  switch (type) {
    case 'static':
    case 'custom':
      return null;
    case 'token':
      return 1;
    case 'mak':
      return seats ?? Math.max(1, allocation);
    case 'retail':
    case 'unknown':
      return seats ?? 1;
  }
}

async function* batchesOf(
  file: AsyncIterable<Looked>,
  prepare: (item: Looked) => IncomingKey | undefined,
): AsyncGenerator<IncomingKey[]> {
  let batch: IncomingKey[] = [];
  for await (const item of file) {
    const key = prepare(item);
    if (key === undefined) continue;
    batch.push(key);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Writes each batch while the next one is being read and sealed: the database and this process work at the same time. */
async function whileReading<Batch>(
  batches: AsyncIterable<Batch>,
  write: (batch: Batch) => Promise<void>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of batches) {
      await writing;
      writing = write(batch);
      // Awaited above or below; meanwhile its failure is nobody's surprise.
      writing.catch(() => {});
    }
  } finally {
    await writing;
  }
}
