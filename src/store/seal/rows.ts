import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import type { Breaks } from './break';
import { digestBytes, type Seal } from './chain';
import { Ids } from './ids';
import { knownAsReworded } from './reworded';
import { leavesNow } from './said';

/** A row that is not as it was sealed. `now`: the digest of what it says, undefined where it is gone. */
interface Other {
  row: number;
  seal: number;
  sealed: string;
  now: string | undefined;
}

/** So many are looked up among the notes of rewordings at once. */
const atOnce = 5_000;
/** So many are held beside each other, to tell the swapped ones; the rest is counted. */
const mostHeld = 20_000;

/** Whether rows say what they said when they came under their seals. */
export class SealedRows {
  /** Rows that were held against a seal: no strays. */
  readonly seen = new Ids();
  /** How many rows are under seals of ours. */
  count = 0;
  readonly #sql: Knex;
  readonly #chain: ChainKey;
  readonly #breaks: Breaks;
  #unsure: Other[] = [];
  #others: Other[] = [];

  constructor(sql: Knex, chain: ChainKey, breaks: Breaks) {
    this.#sql = sql;
    this.#chain = chain;
    this.#breaks = breaks;
  }

  /** Looks at the rows of seals of ours. */
  async take(seals: readonly Seal[]): Promise<void> {
    for (const seal of seals) {
      this.count += seal.rows.length;
      for (const row of seal.rows) {
        if (this.seen.has(row)) this.#breaks.add({ is: 'sealed-twice', row, seal: seal.number });
        this.seen.add(row);
      }
    }
    await this.#compare(seals);
  }

  /**
   * Looks at the rows of what is no seal of ours, as it stands there: whatever a seal of ours is over was judged by that, and what still waits
   * for one will be. To be asked last.
   */
  async takeForged(seals: readonly Seal[]): Promise<void> {
    for (const seal of seals) {
      const { rows: waiting } = await this.#sql.raw(
        'select audit_id as id from unsealed where audit_id = any(?::bigint[])',
        [seal.rows],
      );
      const waits = new Set(waiting.map(({ id }: { id: number }) => id));
      const judged = new Set(seal.rows.filter((row) => this.seen.has(row) || waits.has(row)));
      await this.#compare([seal], judged);
      for (const row of seal.rows) if (!waits.has(row)) this.seen.add(row);
    }
  }

  async #compare(seals: readonly Seal[], judged: ReadonlySet<number> = new Set()): Promise<void> {
    for (const keyNumber of new Set(seals.map((seal) => seal.key_number))) {
      const some = seals.filter((seal) => seal.key_number === keyNumber);
      const ids = some.flatMap(({ rows }) => rows);
      const leaves = await leavesNow(this.#sql, this.#chain, ids, keyNumber);
      for (const seal of some)
        for (const [at, row] of seal.rows.entries()) {
          if (judged.has(row)) continue;
          const sealed = seal.leaves.subarray(at * digestBytes, (at + 1) * digestBytes);
          const now = leaves.get(row);
          if (!now?.equals(sealed))
            this.#unsure.push({
              row,
              seal: seal.number,
              sealed: sealed.toString('hex'),
              now: now?.toString('hex'),
            });
        }
      if (this.#unsure.length >= atOnce) await this.#settle();
    }
  }

  /** Words that were replaced so that somebody is forgotten are known to the ledger, each row with what it says since. */
  async #settle(): Promise<void> {
    const there = this.#unsure.filter(({ now }) => now !== undefined).map(({ row }) => row);
    const reworded = await knownAsReworded(this.#sql, this.#chain, there);
    for (const other of this.#unsure)
      if (other.now !== undefined && reworded.has(other.row)) continue;
      else if (this.#others.length < mostHeld) this.#others.push(other);
      else this.#breaks.count(other.now === undefined ? 'missing' : 'edited', 1);
    this.#unsure = [];
  }

  /** Two rows that say what the other one said were swapped; everything else was edited or is gone. */
  async end(): Promise<void> {
    await this.#settle();
    const bySealed = new Map(this.#others.map((other) => [other.sealed, other]));
    for (const { row, seal, sealed, now } of this.#others) {
      const twin = now === undefined ? undefined : bySealed.get(now);
      if (now === undefined) this.#breaks.add({ is: 'missing', row, seal });
      else if (twin?.now !== sealed || twin.row === row) this.#breaks.add({ is: 'edited', row, seal });
      else if (row < twin.row) this.#breaks.add({ is: 'swapped', row, with: twin.row });
    }
  }
}
