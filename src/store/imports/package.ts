import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { tidyName } from '../../core/product-name';
import { ImportRefused } from './refused';
import { beginTerm } from './renewal';

/** The package a membership file comes with: what Partner Center says of it beside the list of benefits. */
export interface PackageTerms {
  name: string;
  partnerId: string;
  accountEmail: string | null;
  /** Days, both included. */
  starts: string;
  ends: string;
  /** The last day of the membership, where it is another than the package's. */
  membershipEnds?: string | null;
  /** So long after it what was given may still be used; 30 days ("Get the Action Pack", FAQ, Partner Center documentation, 2023). */
  graceDays?: number;
  /** The package that is there goes on with these terms. */
  renews?: boolean;
  /** Into another solution area. */
  newArea?: boolean;
}

/** What became of the package. */
export interface SavedPackage {
  id: string;
  fate: 'new' | 'changed' | 'unchanged' | 'renewed';
  /** The term before this renewal. */
  before?: { starts: string; ends: string };
  /** A package of this name that goes on beside it. */
  beside?: { starts: string; ends: string };
}

interface PackageRow {
  id: string;
  starts: string;
  ends: string;
  [column: string]: unknown;
}

/** Writes the package, locked from here to the end of the import. */
export async function savePackage(sql: Knex, terms: PackageTerms, now: Date): Promise<SavedPackage> {
  const name = tidyName(terms.name);
  const facts = {
    partner_id: terms.partnerId,
    account_email: terms.accountEmail,
    ends: terms.ends,
    membership_ends: terms.membershipEnds ?? null,
    grace_days: terms.graceDays ?? 30,
  };
  const all: PackageRow[] = await sql('packages')
    .where({ name })
    .orderBy([{ column: 'starts', order: 'desc' }, 'id'])
    .forUpdate();
  const known = all.find(({ starts }) => starts === terms.starts);
  if (known) {
    const same = Object.entries(facts).every(([column, value]) => known[column] === value);
    if (!same) await change(sql, known.id, facts);
    return { id: known.id, fate: same ? 'unchanged' : 'changed' };
  }

  const latest = all.find(({ partner_id }) => partner_id === terms.partnerId);
  if (terms.renews) {
    const before = renewable(latest, name, terms);
    await beginTerm(sql, before, terms, now);
    await change(sql, before.id, { ...facts, starts: terms.starts });
    return { id: before.id, fate: 'renewed', before: { starts: before.starts, ends: before.ends } };
  }
  const id = randomUUID();
  await sql('packages').insert({ id, name, starts: terms.starts, ...facts });
  const beside = latest && { starts: latest.starts, ends: latest.ends };
  return { id, fate: 'new', ...(beside && { beside }) };
}

function renewable(latest: PackageRow | undefined, name: string, terms: PackageTerms): PackageRow {
  if (!latest)
    throw new ImportRefused({ code: 'no-such-package', package: name, renewedFor: terms.partnerId });
  if (terms.starts <= latest.starts)
    throw new ImportRefused({
      code: 'not-later',
      of: { package: name, began: latest.starts, starts: terms.starts },
    });
  return latest;
}

/** A list shows the days of the package with each of its benefits: lists that were drawn before are old. */
async function change(sql: Knex, pack: string, facts: Record<string, unknown>): Promise<void> {
  await sql('packages').where({ id: pack }).update(facts);
  await sql('benefits').where({ package_id: pack }).increment('version', 1);
}
