import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { comeBack } from '../core/leave';
import { nameKey } from '../core/names';
import { isAdmin, type Person, type PlatformName, platforms, type Speaker } from '../core/person';
import type { Locale } from '../core/words';
import { type AccountRow, accountOf, idColumn, type Member, speakerOf, storedAddress } from './accounts';
import { comparable, matchOf, meet } from './first-sight';
import { record } from './record';
import type { Account, Sender } from './store';

/** How somebody can be told something. */
export interface Reachable {
  accounts: Account[];
  locale: Locale;
  email?: string;
}

/** A person as lists and decisions about them need it. */
export interface KnownPerson extends Person {
  email?: string;
  active: boolean;
  /** Other people with the same address, by id; known where one person is looked at by themself. */
  twins?: string[];
}

/** What a person is read from, by `personOf`. */
export const personColumns = 'id, name, email, role, active';
/** A row of `personColumns` as a person. */
export const personOf = ({
  id,
  name,
  role,
  active,
  email,
  twins = [],
}: Omit<KnownPerson, 'email'> & { email?: string | null }): KnownPerson => ({
  id,
  name,
  role,
  active,
  ...(email && { email }),
  ...(twins.length > 0 && { twins }),
});

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

  /** One person, active or not. */
  async person(id: string): Promise<KnownPerson | undefined> {
    const { rows } = await sql.raw(
      `select ${personColumns}, array(select x.id from people x where x.email_key = p.email_key and x.id <> p.id) as twins
         from people p where id = ?`,
      [id],
    );
    return rows[0] && personOf(rows[0]);
  },

  /** Locks people until the end of the transaction, in the order in which everybody locks several: what each has is decided one by one. */
  async lockPeople(ids: string[]): Promise<void> {
    await sql.raw('select 1 from people where id = any(?::uuid[]) order by id for no key update', [ids]);
  },

  /** Whoever has this address, somebody active first; somebody who has left keeps theirs. */
  async whoHas(email: string): Promise<KnownPerson | undefined> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people where email_key = lower(btrim(?)) order by active desc, name, id limit 1`,
      [email],
    );
    return rows[0] && personOf(rows[0]);
  },

  /** Everybody active, by name. */
  async everybody(): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people where active order by name, id limit 5000`,
    );
    return rows.map(personOf);
  },

  /** Everybody active whose name begins with these words, at the beginning of one of its own; by name, at most 20. */
  async peopleCalled(beginning: string): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people
        where active and position(' ' || ?::text in ' ' || lower(normalize(name, nfkc))) > 0 order by name, id limit 20`,
      [nameKey(beginning)],
    );
    return rows.map(personOf);
  },

  /**
   * The person behind an account that somebody else named; made on first sight, as a person who speaks is, but without taking them
   * for having spoken. Undefined for somebody who has left.
   */
  async personAt(sender: Sender, member: Member, now: Date): Promise<KnownPerson | undefined> {
    const { rows } = await sql.raw(accountOf, [sender.platform, sender.home, sender.user]);
    const speaker = rows[0]
      ? speakerOf(rows[0])
      : await meet(sql, sender, member, adminEmails, now, new Date(0));
    return speaker && this.person(speaker.id);
  },

  /**
   * The person behind an account that somebody else named, by the same rules as on first sight, but nobody is met. `email`: as the
   * directory has it. Undefined for an account that would be a new person.
   */
  async personBehind(sender: Sender, email: string | undefined): Promise<KnownPerson | undefined> {
    const { rows } = await sql.raw(accountOf, [sender.platform, sender.home, sender.user]);
    if (rows[0]) return personOf(rows[0]);
    const match = await matchOf(sql, sender, comparable(email));
    return match.is === 'found' ? personOf(match.person) : undefined;
  },

  /** Everybody active who may decide requests: approvers and admins. */
  deciders: (): Promise<Person[]> => decidersIn(sql),

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

async function decidersIn(sql: Knex): Promise<Person[]> {
  const { rows } = await sql.raw(
    `select id, name, role from people where active and role <> ? order by name, id`,
    ['employee'],
  );
  return rows;
}

/** Makes of a sender's row, where there is one, the person who speaks; notes that they did. */
export async function recognise(
  sql: Knex,
  known: AccountRow | undefined,
  sender: Sender,
  member: Member,
  adminEmails: ReadonlySet<string>,
  now: Date,
): Promise<Speaker | undefined> {
  if (!known) {
    const met = await meet(sql, sender, member, adminEmails, now);
    if (met) return met;
    const { rows } = await sql.raw(accountOf, [sender.platform, sender.home, sender.user]);
    return backAgain(sql, rows[0], sender, now);
  }

  const changed =
    known.spoke_elsewhere ||
    known.locale !== member.locale ||
    (sender.address !== null && !isDeepStrictEqual(known.address, sender.address)) ||
    now.getTime() - known.spoke_at.getTime() > noteEvery;
  if (changed)
    await sql.raw(
      `update accounts set address = coalesce(?::jsonb, address), locale = ?, time_zone = ?, spoke_at = greatest(spoke_at, ?)
        where platform = ? and home = ? and user_id = ?`,
      [
        storedAddress(sender),
        member.locale,
        member.timeZone ?? null,
        now,
        sender.platform,
        sender.home,
        sender.user,
      ],
    );
  // Addresses are given to somebody else one day: of people whom only the chats name, the one they have now counts;
  // but what an admin wrote down for somebody else stays theirs.
  if (!known.imported && member.email && member.email !== known.email)
    await sql.raw(
      `update people set email = ? where id = ? and not imported and not (added and exists (
         select from people other where other.added and other.id <> people.id and other.email_key = lower(btrim(?))))`,
      [member.email, known.id, member.email],
    );
  return known.active ? speakerOf(known) : backAgain(sql, known, sender, now);
}

/** What was said before an account was taken away may arrive after it, and a look at the directory may be a minute old. */
const staysAway = 2 * 60_000;

/**
 * Somebody who has left speaks again, as a full member of the company. Whom a chat took away is back by that, when they speak from the
 * very account, and the admins are told; an account elsewhere that nobody has closed proves nothing. Whom the people file left out
 * is not back until a file names them again.
 */
async function backAgain(
  sql: Knex,
  known: AccountRow,
  { platform }: Sender,
  now: Date,
): Promise<Speaker | undefined> {
  const { rows } = await sql.raw(
    `update people set active = true, left_at = null, left_how = null
      where id = ? and not active and left_how = ? and left_at <= ?::timestamptz returning id, name, role`,
    [known.id, platform, new Date(now.getTime() - staysAway)],
  );
  const [person]: Array<Person | undefined> = rows;
  if (!person) return undefined;
  await record(sql, comeBack(person, (await decidersIn(sql)).filter(isAdmin)), undefined, now);
  return speakerOf({ ...known, active: true });
}
