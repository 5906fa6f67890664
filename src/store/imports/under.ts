import { normalName } from '../../core/product-name';
import type { KnownKeys } from './known-keys';

/** What an import of keys did to one benefit. */
export interface UnderBenefit {
  id: string;
  name: string;
  /** Keys that were unknown. */
  new: number;
  /** Known keys that serve it from now on as well. */
  changed: number;
}

/** A name of the file whose keys went to a benefit of another name; null: its keys had none. */
export interface Meant {
  name: string | null;
  benefit: string;
  /** Rows under this name. */
  rows: number;
}

/** So many names the ledger keeps of one import: a file with more of them is told by its counts. */
const mostNoted = 100;

/** Where the keys of a file went: kept while it is read, for the report and for the ledger. */
export class Whereabouts {
  private readonly benefits = new Map<string, UnderBenefit>();
  private readonly names = new Map<string | null, Meant>();

  /** A row under `product` goes to the benefit. */
  met(product: string | null, { id, name }: { id: string; name: string }): void {
    if (!this.benefits.has(id)) this.benefits.set(id, { id, name, new: 0, changed: 0 });
    if (product !== null && normalName(product) === normalName(name)) return;
    const meant = this.names.get(product) ?? { name: product, benefit: name, rows: 0 };
    meant.rows++;
    this.names.set(product, meant);
  }

  /** Keys were written, by the id of the benefit. */
  add(written: ReadonlyMap<string, { new: number; changed: number }>): void {
    for (const [id, counts] of written) {
      const under = this.benefits.get(id) as UnderBenefit;
      under.new += counts.new;
      under.changed += counts.changed;
    }
  }

  /** The benefits that got keys, the one with most in front; and what names meant, likewise. */
  told(): { under: UnderBenefit[]; meant: Meant[] } {
    const under = [...this.benefits.values()].filter((one) => one.new + one.changed > 0);
    return {
      under: under.sort((a, b) => b.new + b.changed - (a.new + a.changed)),
      meant: [...this.names.values()].sort((a, b) => b.rows - a.rows),
    };
  }
}

/** The same as the ledger keeps it: the first of each, and how many more there were. */
export function notedOf({
  under,
  meant,
  made,
  known,
}: {
  under: readonly UnderBenefit[];
  meant: readonly Meant[];
  made: ReadonlyArray<{ name: string; quantity: number }>;
  known: readonly KnownKeys[];
}): Record<string, unknown> {
  const stayed = known.map(({ product, under: where, places }) => ({
    name: product,
    under: where,
    rows: places.count,
  }));
  const more = [under, meant, made, stayed].reduce(
    (sum, all) => sum + Math.max(0, all.length - mostNoted),
    0,
  );
  return {
    under: under.slice(0, mostNoted),
    ...(meant.length > 0 && { meant: meant.slice(0, mostNoted) }),
    ...(made.length > 0 && { made: made.slice(0, mostNoted) }),
    ...(stayed.length > 0 && { known: stayed.slice(0, mostNoted) }),
    ...(more > 0 && { more }),
  };
}
