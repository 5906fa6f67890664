import type { Knex } from 'knex';
import type { Onlooker } from '../core/card';
import { type Person, type PlatformName, platforms, type Speaker } from '../core/person';
import type { Day } from '../core/time';
import type { Locale } from '../core/words';
import { accountOf, everybodyWhoDecides, idColumn, type Member, speakerOf } from './accounts';
import { comparable, matchOf, meet } from './first-sight';
import { recognise } from './recognise';
import type { Account, Sender } from './store';

/** How somebody can be told something. */
export interface Reachable {
  name: string;
  accounts: Account[];
  locale: Locale;
  /** Where their clock stands (IANA), as the chat had it where they last spoke. */
  timeZone?: string;
  email?: string;
}

/** A person as lists and decisions about them need it. */
export interface KnownPerson extends Person {
  email?: string;
  active: boolean;
  /** Of the people file; the manager by their address, in lower case. */
  groups: string[];
  manager?: string;
  /** Other people with the same address, by id; known where one person is looked at by themself. */
  twins?: string[];
}

/** What a person is read from, by `personOf`. */
export const personColumns = 'id, name, email, role, active, groups, manager_email';
/** A row of `personColumns` as a person. */
export const personOf = ({
  id,
  name,
  role,
  active,
  email,
  groups = [],
  manager_email: manager,
  twins = [],
}: Omit<KnownPerson, 'email' | 'groups'> & {
  email?: string | null;
  groups?: string[];
  manager_email?: string | null;
}): KnownPerson => ({
  id,
  name,
  role,
  active,
  groups,
  ...(manager && { manager }),
  ...(email && { email }),
  ...(twins.length > 0 && { twins }),
});

interface ReachRow {
  name: string;
  platform: PlatformName | null;
  home: string | null;
  user_id: string | null;
  address: unknown;
  locale: Locale | null;
  time_zone: string | null;
  slack_id: string | null;
  teams_id: string | null;
  email: string | null;
}

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

  /** The person behind an account that has spoken before; it is not noted as a word of theirs. */
  async whoeverIs({
    platform,
    home,
    user,
  }: Pick<Sender, 'platform' | 'home' | 'user'>): Promise<Speaker | undefined> {
    const { rows } = await sql.raw(accountOf, [platform, home, user]);
    return rows[0] && speakerOf(rows[0]);
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

  /** Of people: the address of their manager, in lower case, and whoever else has their own address. */
  async standingOf(ids: string[]): Promise<Map<string, { id: string; manager?: string; twins: string[] }>> {
    const { rows } = await sql.raw(
      `select id, manager_email as manager, array(select x.id from people x where x.email_key = p.email_key and x.id <> p.id) as twins
         from people p where id = any(?::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map(({ manager, ...row }: { id: string; manager: string | null; twins: string[] }) => [
        row.id,
        { ...row, ...(manager && { manager }) },
      ]),
    );
  },

  /** When a person is away, as they have said; also when that has not begun, or is over. */
  async absenceOf(person: string): Promise<{ from: Day; until: Day; delegate?: Person } | undefined> {
    const { rows } = await sql.raw(
      `select d.from_day::text as from, d.until_day::text as until, p.id, p.name, p.role
         from absences d left join people p on p.id = d.delegate_id where d.person_id = ?`,
      [person],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { from, until, id, name, role } = row;
    return { from, until, ...(id && { delegate: { id, name, role } }) };
  },

  /** Locks people until the end of the transaction, in the order in which everybody locks several: what each has is decided one by one. */
  async lockPeople(ids: string[]): Promise<void> {
    await sql.raw('select 1 from people where id = any(?::uuid[]) order by id for no key update', [ids]);
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
  async deciders(): Promise<Person[]> {
    const { rows } = await sql.raw(everybodyWhoDecides);
    return rows;
  },

  /** The accounts under which these people have spoken on a platform, each with its address; whoever spoke last first. */
  async accountsOn(platform: PlatformName, people: string[]): Promise<Onlooker[]> {
    const { rows } = await sql.raw(
      `select platform, user_id as user, address from accounts where platform = ? and person_id = any(?::uuid[])
        order by spoke_at desc`,
      [platform, people],
    );
    return rows;
  },

  /** A private chat of Teams is not there any more: whoever is to be told something there has another opened, or is told elsewhere. */
  async forgetChat(conversationId: string): Promise<void> {
    await sql.raw(
      `update accounts set address = jsonb_set(address, '{conversationId}', 'null')
        where platform = 'teams' and address->>'conversationId' = ?`,
      [conversationId],
    );
  },

  /**
   * How a person can be reached: where they last spoke first, then where the people file knows them. `email` only when nobody else
   * has the same address. Undefined for somebody who has left.
   */
  async reachable(person: string): Promise<Reachable | undefined> {
    const { rows }: { rows: ReachRow[] } = await sql.raw(
      `select p.name, a.platform, a.home, a.user_id, a.address, a.locale, a.time_zone, p.slack_id, p.teams_id,
              case when (select count(*) from people x where x.email_key = p.email_key) = 1 then p.email end as email
         from people p left join accounts a on a.person_id = p.id
        where p.id = ? and p.active order by a.spoke_at desc`,
      [person],
    );
    const [first] = rows;
    if (!first) return undefined;
    const timeZone = rows.find(({ time_zone }) => time_zone)?.time_zone;
    const spoken = rows.flatMap(({ platform, home, user_id: user, address }): Account[] =>
      platform && user ? [{ platform, home, user, address }] : [],
    );
    const known = platforms.flatMap((platform): Account[] => {
      const user = first[idColumn[platform]];
      const already = spoken.some((one) => one.platform === platform);
      return user && !already ? [{ platform, home: null, user, address: null }] : [];
    });
    return {
      name: first.name,
      accounts: [...spoken, ...known],
      locale: first.locale ?? 'en',
      ...(timeZone && { timeZone }),
      ...(first.email && { email: first.email }),
    };
  },
});
