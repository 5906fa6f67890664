import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type Person, type PlatformName, platforms, type Role, type Speaker } from '../core/person';
import type { Locale } from '../core/words';
import type { Account, Sender } from './store';

export type Member = Extract<Sender['profile'], { standing: 'member' }>;

/** An account with its person. */
export interface AccountRow {
  id: string;
  name: string;
  role: Role;
  active: boolean;
  trusted: boolean;
  address: unknown;
  locale: Locale;
  spoke_at: Date;
  spoke_elsewhere: boolean;
}

/** How somebody can be told something. */
export interface Reachable {
  accounts: Account[];
  locale: Locale;
  email?: string;
}

interface ReachRow {
  platform: PlatformName | null;
  home: string | null;
  user_id: string | null;
  address: unknown;
  locale: Locale | null;
  slack_id: string | null;
  teams_id: string | null;
  email: string | null;
}

/** How stale the note of an account's last word may become before it is written again, in milliseconds. */
const noteEvery = 60_000;

const idColumn = { slack: 'slack_id', teams: 'teams_id' } as const;

/** The row of an account, by platform, home and user. */
export const accountOf = `
  select p.id, p.name, p.role, p.active, a.trusted, a.address, a.locale, a.spoke_at,
         exists (select 1 from accounts o where o.person_id = p.id and o.spoke_at > a.spoke_at) as spoke_elsewhere
    from accounts a join people p on p.id = a.person_id
   where a.platform = ? and a.home = ? and a.user_id = ?`;

/** Who people are. `adminEmails` are admins on first sight. */
export const peopleIn = (sql: Knex, adminEmails: ReadonlySet<string>) => ({
  /**
   * The person behind an account of a home workspace or tenant; made on first sight. Undefined for a person who has left.
   * An account is matched to a person of the people file by its id, else by an e-mail address that only one person has.
   */
  async speaker(sender: Sender, member: Member, now: Date): Promise<Speaker | undefined> {
    const { rows } = await sql.raw(accountOf, [sender.platform, sender.home, sender.user]);
    return recognise(sql, rows[0], sender, member, adminEmails, now);
  },

  /** Everybody active who may decide requests: approvers and admins. */
  async deciders(): Promise<Person[]> {
    const { rows } = await sql.raw(
      `select id, name, role from people where active and role <> ? order by name, id`,
      ['employee'],
    );
    return rows;
  },

  /**
   * How a person can be reached: where they last spoke first, then where the people file knows them. `email` only when nobody else
   * has the same address. Undefined for somebody who has left.
   */
  async reachable(person: string): Promise<Reachable | undefined> {
    const { rows }: { rows: ReachRow[] } = await sql.raw(
      `select a.platform, a.home, a.user_id, a.address, a.locale, p.slack_id, p.teams_id,
              case when (select count(*) from people x where x.email_key = p.email_key) = 1 then p.email end as email
         from people p left join accounts a on a.person_id = p.id
        where p.id = ? and p.active order by a.spoke_at desc`,
      [person],
    );
    const [first] = rows;
    if (!first) return undefined;
    const spoken = rows.flatMap(({ platform, home, user_id: user, address }): Account[] =>
      platform && user ? [{ platform, home, user, address }] : [],
    );
    const known = platforms.flatMap((platform): Account[] => {
      const user = first[idColumn[platform]];
      const already = spoken.some((one) => one.platform === platform);
      return user && !already ? [{ platform, home: null, user, address: null }] : [];
    });
    return {
      accounts: [...spoken, ...known],
      locale: first.locale ?? 'en',
      ...(first.email && { email: first.email }),
    };
  },
});

/** Any number, as long as every copy of the bot takes the same. */
const meetingLock = 7_270_143;

/** Makes of a sender's row, where there is one, the person who speaks; notes that they did. */
export async function recognise(
  sql: Knex,
  known: AccountRow | undefined,
  sender: Sender,
  member: Member,
  adminEmails: ReadonlySet<string>,
  now: Date,
): Promise<Speaker | undefined> {
  if (!known) return meet(sql, sender, member, adminEmails, now);

  const changed =
    known.spoke_elsewhere ||
    known.locale !== member.locale ||
    (sender.address !== null && JSON.stringify(known.address) !== JSON.stringify(sender.address)) ||
    now.getTime() - known.spoke_at.getTime() > noteEvery;
  if (changed)
    await sql.raw(
      `update accounts set address = coalesce(?::jsonb, address), locale = ?, time_zone = ?, spoke_at = greatest(spoke_at, ?)
        where platform = ? and home = ? and user_id = ?`,
      [
        sender.address === null ? null : JSON.stringify(sender.address),
        member.locale,
        member.timeZone ?? null,
        now,
        sender.platform,
        sender.home,
        sender.user,
      ],
    );
  if (!known.active) return undefined;
  return { id: known.id, name: known.name, role: known.role, mayDecide: known.trusted };
}

/** First sight of an account: finds or makes its person. */
async function meet(
  sql: Knex,
  sender: Sender,
  member: Member,
  adminEmails: ReadonlySet<string>,
  now: Date,
): Promise<Speaker | undefined> {
  const email = member.email?.trim().toLowerCase();
  const isAdmin = email !== undefined && adminEmails.has(email);
  // First words from two chats at once: the second waits and finds the person whom the first made or took.
  if (email) await sql.raw('select pg_advisory_xact_lock(?, hashtext(?))', [meetingLock, email]);
  const match = await matchOf(sql, sender, email);

  let person: { id: string; name: string; role: Role; active: boolean };
  if (match) {
    person = match.person;
    if (isAdmin && person.role !== 'admin') {
      await sql.raw(`update people set role = 'admin' where id = ?`, [person.id]);
      person = { ...person, role: 'admin' };
    }
  } else {
    person = { id: randomUUID(), name: member.name, role: isAdmin ? 'admin' : 'employee', active: true };
    await sql.raw(`insert into people (id, name, email, role, first_seen_at) values (?, ?, ?, ?, ?)`, [
      person.id,
      person.name,
      member.email ?? null,
      person.role,
      now,
    ]);
  }

  const trusted = match?.trusted ?? true;
  await sql.raw(
    `insert into accounts (platform, home, user_id, person_id, trusted, address, locale, time_zone, spoke_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      sender.platform,
      sender.home,
      sender.user,
      person.id,
      trusted,
      sender.address === null ? null : JSON.stringify(sender.address),
      member.locale,
      member.timeZone ?? null,
      now,
    ],
  );
  return person.active
    ? { id: person.id, name: person.name, role: person.role, mayDecide: trusted }
    : undefined;
}

/**
 * The person an unknown account belongs to. By the id of the people file: surely. By e-mail: only when exactly one person has
 * the address and no account on this platform; and only a person's first account may decide, until a second one is linked.
 */
async function matchOf(sql: Knex, sender: Sender, email: string | undefined) {
  const column = idColumn[sender.platform];
  const { rows } = await sql.raw(
    `select p.id, p.name, p.role, p.active, (p.${column} is not distinct from ?) as by_id, p.slack_id, p.teams_id,
            coalesce(array_agg(a.platform) filter (where a.platform is not null), '{}') as platforms
       from people p left join accounts a on a.person_id = p.id
      where p.${column} = ? or p.email_key = ? group by p.id`,
    [sender.user, sender.user, email ?? null],
  );
  const byId = rows.find((row: { by_id: boolean }) => row.by_id);
  if (byId) return byId.platforms.includes(sender.platform) ? undefined : { person: byId, trusted: true };
  if (rows.length !== 1) return undefined;
  const [one] = rows;
  if (one.platforms.includes(sender.platform) || one[column]) return undefined;
  const first = one.platforms.length === 0 && !one.slack_id && !one.teams_id;
  return { person: one, trusted: first };
}
