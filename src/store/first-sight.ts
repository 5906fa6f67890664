import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Role, Speaker } from '../core/person';
import { tidyProse } from '../core/prose';
import { accountOf, idColumn, type Member, speakerOf, storedAddress } from './accounts';
import type { Sender } from './store';
import { turns } from './turns';

/** First sight of an account: finds or makes its person. `spokeAt`: long ago for somebody who was only named by another. */
export async function meet(
  sql: Knex,
  sender: Sender,
  member: Member,
  adminEmails: ReadonlySet<string>,
  now: Date,
  spokeAt = now,
): Promise<Speaker | undefined> {
  const email = comparable(member.email);
  // First words from two chats at once: the second waits and finds the person whom the first made or took.
  if (email) await sql.raw('select pg_advisory_xact_lock(?, hashtext(?))', [turns.meeting, email]);
  const match = await matchOf(sql, sender, email);
  // An address that is somebody else's already proves nothing: such an account asks and receives, but does not decide.
  const trusted = match.is === 'found' ? match.trusted : match.is === 'nobody';
  // Whom the people file names by id is who the file says, whatever address the account shows today.
  const address = match.is === 'found' ? comparable(match.person.email ?? undefined) : email;
  const isAdmin = trusted && address !== undefined && adminEmails.has(address);

  let person: Pick<MatchedPerson, 'id' | 'name' | 'role' | 'active'>;
  if (match.is === 'found') {
    person = match.person;
    if (isAdmin && person.role !== 'admin') {
      await sql.raw(`update people set role = 'admin' where id = ?`, [person.id]);
      person = { ...person, role: 'admin' };
    }
  } else {
    person = {
      id: randomUUID(),
      name: tidyProse(member.name),
      role: isAdmin ? 'admin' : 'employee',
      active: true,
    };
    await sql.raw(`insert into people (id, name, email, role, first_seen_at) values (?, ?, ?, ?, ?)`, [
      person.id,
      person.name,
      member.email ?? null,
      person.role,
      now,
    ]);
  }

  await sql.raw(
    `insert into accounts (platform, home, user_id, person_id, trusted, address, locale, time_zone, spoke_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      sender.platform,
      sender.home,
      sender.user,
      person.id,
      trusted,
      storedAddress(sender),
      member.locale,
      member.timeZone ?? null,
      spokeAt,
    ],
  );
  const { rows } = await sql.raw(accountOf, [sender.platform, sender.home, sender.user]);
  return speakerOf(rows[0]);
}

interface MatchedPerson {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  active: boolean;
}

/**
 * An address as it is compared; undefined for one that is not plain ASCII: letters that look or fold alike (the Kelvin sign is a
 * small k to `lower`) must not make somebody somebody else.
 */
export function comparable(email: string | undefined): string | undefined {
  const plain = email?.trim().toLowerCase();
  return email && plain && /^[\x21-\x7e]+$/.test(email.trim()) ? plain : undefined;
}

/** `unsure`: somebody has the id or the address already, and whether it is the same person nothing says. */
type Match = { is: 'found'; person: MatchedPerson; trusted: boolean } | { is: 'nobody' } | { is: 'unsure' };

/**
 * The person an unknown account belongs to. By the id of the people file: surely. By e-mail: only when exactly one person has
 * the address and no account on this platform; and only a person's first account may decide, until a second one is linked.
 */
export async function matchOf(sql: Knex, sender: Sender, email: string | undefined): Promise<Match> {
  const column = idColumn[sender.platform];
  const { rows } = await sql.raw(
    `select p.id, p.name, p.email, p.role, p.active, p.imported or p.added as imported, (p.${column} is not distinct from ?) as by_id, p.slack_id, p.teams_id,
            coalesce(array_agg(a.platform) filter (where a.platform is not null), '{}') as platforms
       from people p left join accounts a on a.person_id = p.id
      where p.${column} = ? or p.email_key = ? group by p.id`,
    [sender.user, sender.user, email ?? null],
  );
  const byId = rows.find((row: { by_id: boolean }) => row.by_id);
  if (byId)
    return byId.platforms.includes(sender.platform)
      ? { is: 'unsure' }
      : { is: 'found', person: byId, trusted: true };
  // The people file names an address once; of people who only spoke to us, several may show the same.
  const imported = rows.filter((row: { imported: boolean }) => row.imported);
  const [one, ...more] = imported.length === 1 ? imported : rows;
  if (!one) return { is: 'nobody' };
  if (more.length > 0 || one.platforms.includes(sender.platform) || one[column]) return { is: 'unsure' };
  const first = one.platforms.length === 0 && !one.slack_id && !one.teams_id;
  return { is: 'found', person: one, trusted: first };
}
