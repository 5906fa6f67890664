import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Delivery } from '../../core/benefit';
import { nameFinder, normalName, tidyName } from '../../core/product-name';
import type { AliasRow } from '../../imports/aliases';
import { type Matching, matcher } from '../../imports/match';
import type { Pools } from './pools';
import { ImportRefused } from './refused';

/** How the product names of a file find their benefits. */
export interface Placing {
  /** `--map`. */
  aliases?: readonly AliasRow[];
  /** `--benefit`: all keys go under this one. */
  under?: string;
  /** Keys without a product go under this one; said in a chat. */
  nameless?: Pick<AliasRow, 'benefit' | 'id'>;
  /** `--create-benefits`: what is missing is made. */
  create?: boolean;
  /** Keys that are known stay where they are: none goes under a benefit made here. So it is in a chat, where nobody sees the whole file. */
  knownStay?: boolean;
  /** `--package`: only benefits of the package of this name. */
  package?: string;
}

interface Destination {
  id: string;
  name: string;
  quantity: number;
  delivery: Delivery;
}

type Place =
  | { to: 'benefit'; benefit: Destination }
  /** Not handed over by a key, so a key there would never be given to anybody. */
  | { to: 'not-keyed' }
  | { to: 'none'; missing: string | null; nearest: string | null; lookAlike?: true };

/** The benefits that the keys of a file go to. */
export class Destinations {
  private readonly fresh = new Map<string, Destination>();
  private readonly unsaved: Destination[] = [];
  private readonly known = new Map<string | null, Place>();

  private constructor(
    private readonly match: ReturnType<typeof matcher<Destination>>,
    private readonly pack: string | undefined,
  ) {}

  /** @throws ImportRefused when the options name what is not there */
  static async read(sql: Knex, placing: Placing, now: Date): Promise<Destinations> {
    const packages = await packagesIn(sql, placing.package, now);
    const { rows: benefits } = await sql.raw(
      `select b.id, b.name, b.quantity, b.delivery
         from benefits b join unnest(?::uuid[]) with ordinality as p (id, place) on p.id = b.package_id
        order by p.place, b.position, b.id`,
      [packages],
    );
    const { under, nameless, create = false } = placing;
    if (create && packages.length === 0) throw new ImportRefused({ code: 'no-package' });
    if (under !== undefined && !create) refuseUnknown(under, benefits);
    const matching: Matching<Destination> = {
      benefits,
      create,
      ...(placing.aliases && { aliases: placing.aliases }),
      ...(under !== undefined && { under }),
      ...(nameless !== undefined && { nameless }),
    };
    return new Destinations(matcher(matching), packages[0]);
  }

  /** Where the keys of a product go. */
  of(product: string | null): Place {
    const known = this.known.get(product);
    if (known) return known;
    const place = this.decide(product);
    this.known.set(product, place);
    return place;
  }

  /** Whether a benefit is made for the keys of a product. */
  isNew = (product: string | null): boolean => this.match(product).to === 'new';

  private decide(product: string | null): Place {
    const match = this.match(product);
    if (match.to === 'none') {
      const { missing, nearest, lookAlike } = match;
      return { to: 'none', missing, nearest: nearest?.name ?? null, ...(lookAlike && { lookAlike }) };
    }
    if (match.to === 'new') return { to: 'benefit', benefit: this.make(match.name) };
    return match.benefit.delivery === 'key' ? { to: 'benefit', benefit: match.benefit } : { to: 'not-keyed' };
  }

  private make(name: string): Destination {
    const known = this.fresh.get(name);
    if (known) return known;
    const benefit: Destination = { id: randomUUID(), name, quantity: 1, delivery: 'key' };
    this.fresh.set(name, benefit);
    this.unsaved.push(benefit);
    return benefit;
  }

  async saveNew(sql: Knex): Promise<void> {
    const benefits = this.unsaved.splice(0);
    if (benefits.length === 0) return;
    const { rows } = await sql.raw(
      'select coalesce(max(position) + 1, 0) as next from benefits where package_id = ?',
      [this.pack as string],
    );
    await sql('benefits').insert(
      benefits.map(({ id, name, quantity, delivery }, at) => ({
        id,
        package_id: this.pack,
        position: rows[0].next + at,
        category: 'software',
        name,
        name_key: normalName(name),
        quantity,
        unit: 'licence',
        delivery,
      })),
    );
  }

  /** Gives the benefits made here an allocation: as many as their keys allow holders, and one at least. */
  async settleNew(sql: Knex, pools: Pools): Promise<Array<{ name: string; quantity: number }>> {
    const made = [...this.fresh.values()].map(({ id, name }) => ({
      id,
      name,
      quantity: Math.max(1, pools.unitsFor(id)),
    }));
    for (const { id, quantity } of made) await sql('benefits').where({ id }).update({ quantity });
    return made.map(({ name, quantity }) => ({ name, quantity }));
  }
}

/** The packages to look in, the best first: those that hold today, then the one that ends last. */
async function packagesIn(sql: Knex, name: string | undefined, now: Date): Promise<string[]> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql.raw(
    `select id, name from packages order by (?::date between starts and ends) desc, ends desc, starts desc, id`,
    [today],
  );
  if (name === undefined) return rows.map(({ id }: { id: string }) => id);
  const named = rows.filter((row: { name: string }) => normalName(row.name) === normalName(name));
  if (named.length === 0) throw new ImportRefused({ code: 'no-such-package', package: tidyName(name) });
  return named.map(({ id }: { id: string }) => id);
}

function refuseUnknown(under: string, benefits: readonly Destination[]): void {
  const found = benefits.find(({ name }) => normalName(name) === normalName(under));
  if (found === undefined) {
    const hint = nameFinder(benefits.map(({ name }) => name))(under);
    throw new ImportRefused({ code: 'no-such-benefit', benefit: tidyName(under), nearest: hint?.name });
  }
  if (found.delivery !== 'key') throw new ImportRefused({ code: 'not-keyed', benefit: found.name });
}
