import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Difference, OpenDifference } from '../../core/difference';
import { reconciled } from '../../core/difference';
import { adminsOf } from '../../core/person';
import { normalName } from '../../core/product-name';
import { type Compared, compare, isInPortal, type Ours } from '../../core/reconcile';
import type { AliasRow } from '../../imports/aliases';
import type { Item } from '../../imports/problem';
import type { SubscriptionRow } from '../../imports/visual-studio';
import { catalogueIn } from '../catalogue';
import { differencesIn } from '../differences';
import { peopleIn } from '../people';
import { record } from '../record';
import { type Importing, inOneGo } from './in-one-go';
import { ImportRefused } from './refused';

/** What an export of the portal came to. */
export interface PortalOutcome {
  /** Subscriptions that somebody has there. */
  rows: number;
  exported: string;
  /** The same export was read before: nothing is new, and nobody is told anything. */
  known: boolean;
  /** Assigned there and held here. */
  same: number;
  /** New differences; those that are over; those that stand as before. */
  new: number;
  changed: number;
  standing: number;
  /** The new ones, in words' places. */
  found: OpenDifference[];
  /** Levels that no benefit is called by. */
  unmatched: Compared['unmatched'];
}

/** How an export is to be compared. */
export interface Reconciling extends Importing {
  /** The day of the export, which does not stand in it. */
  exported: string;
  /** `--map`: what a level is called here. */
  aliases?: readonly AliasRow[];
}

/**
 * Compares an export of the Visual Studio portal with what is held here. Each new difference is a card for the admins; one that a newer
 * export does not have is over. An export that was read before changes nothing, also when something has been settled since.
 *
 * @throws BadFile when the file is refused, ImportRefused when a newer export was read already, or there is no such benefit
 */
export async function importSubscriptions(
  database: Knex,
  file: AsyncIterable<Item<SubscriptionRow>>,
  { exported, aliases = [], ...importing }: Reconciling,
): Promise<PortalOutcome> {
  const rows: SubscriptionRow[] = [];
  for await (const item of file) if ('row' in item) rows.push(item.row);
  return inOneGo(database, 'import.visual-studio', importing, async (sql) => {
    const { now } = importing;
    const known = await isKnown(sql, rows, exported, now);
    const ours = await oursIn(sql, rows, aliases);
    if (ours.benefits.length === 0) throw new ImportRefused({ code: 'no-portal-benefit' });
    const { same, differing, unmatched } = compare(rows, ours);
    const outcome = { rows: rows.length, exported, known, same, unmatched };
    if (known) return { ...outcome, new: 0, changed: 0, standing: differing.length, found: [] };

    const standing = await differencesIn(sql).lockStanding();
    const prints = new Set(differing.map(({ print }) => print));
    const at = now.toISOString();
    const over = [...standing]
      .filter(([print]) => !prints.has(print))
      .map(
        ([, was]): Extract<Difference, { state: 'over' }> => ({
          ...found(was),
          state: 'over',
          at,
          until: exported,
        }),
      );
    const fresh = differing
      .filter(({ print }) => !standing.has(print))
      .map(({ print, ...is }) => ({
        print,
        difference: { ...is, id: randomUUID(), state: 'open', exported, foundAt: at } as OpenDifference,
      }));
    const admins = adminsOf(await peopleIn(sql, new Set()).deciders());
    // Those that are over first: one of the same print may stand in their place.
    const { steps, notices } = reconciled(fresh, over, { admins, exported, subject: randomUUID() });
    for (const step of steps) await record(sql, { steps: [step], notices: [], audit: [] }, undefined, now);
    await record(sql, { steps: [], notices, audit: [] }, undefined, now);
    return {
      ...outcome,
      new: fresh.length,
      changed: over.length,
      standing: differing.length - fresh.length,
      found: fresh.map(({ difference }) => difference),
    };
  });
}

/** What was found, without what became of it. */
function found({ id, kind, benefit, person, quantity, holding, assigned, exported, foundAt }: Difference) {
  return {
    id,
    kind,
    benefit,
    ...(person && { person }),
    quantity,
    ...(holding && { holding }),
    ...(assigned && { assigned }),
    exported,
    foundAt,
  };
}

/** Notes the export. The order of its rows means nothing. */
async function isKnown(sql: Knex, rows: SubscriptionRow[], exported: string, now: Date): Promise<boolean> {
  const lines = rows.map(({ email, level, assigned, guid }) =>
    JSON.stringify([email, level, assigned, guid]),
  );
  const digest = createHash('sha256').update(lines.sort().join('\n')).digest();
  const { rows: last } = await sql.raw(
    'select exported_on, digest = ?::bytea as same from portal_exports order by exported_on desc, read_at desc',
    [digest],
  );
  if (last[0]?.same) return true;
  if (last[0] && last[0].exported_on > exported)
    throw new ImportRefused({ code: 'not-later', of: { read: last[0].exported_on, exported } });
  await sql.raw(
    `insert into portal_exports (digest, exported_on, read_at) values (?, ?::date, ?::timestamptz)
         on conflict (digest) do update set exported_on = excluded.exported_on, read_at = excluded.read_at`,
    [digest, exported, now],
  );
  return false;
}

/** What we know of the benefits that the portal knows too. */
async function oursIn(sql: Knex, rows: SubscriptionRow[], aliases: readonly AliasRow[]): Promise<Ours> {
  const benefits = (await catalogueIn(sql).benefits()).filter(isInPortal);
  const ids = benefits.map(({ id }) => id);
  const { rows: people } = await sql.raw(
    'select id, name, email_key, active from people where email_key = any(?) order by active, first_seen_at, id desc',
    [rows.map(({ email }) => email)],
  );
  const { rows: holdings } = await sql.raw(
    `select h.id, h.benefit_id as benefit, h.person_id as person, p.name, p.email
       from holdings h join people p on p.id = h.person_id
      where h.ended_at is null and h.benefit_id = any(?::uuid[]) order by p.name, h.id`,
    [ids],
  );
  const { rows: coming } = await sql.raw(
    `select benefit_id as benefit, assignee_id as person from requests where state = 'approved' and benefit_id = any(?::uuid[])`,
    [ids],
  );
  return {
    benefits,
    people: new Map(people.map((one: { email_key: string }) => [one.email_key, one])),
    holdings,
    coming,
    aliases: new Map(aliases.map((alias) => [normalName(alias.product), alias])),
  };
}
