import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { comeBack } from '../core/leave';
import { adminsOf, type Person, type Speaker } from '../core/person';
import {
  type AccountRow,
  accountOf,
  everybodyWhoDecides,
  type Member,
  speakerOf,
  storedAddress,
} from './accounts';
import { meet } from './first-sight';
import { record } from './record';
import type { Sender } from './store';

/** How stale the note of an account's last word may become before it is written again, in milliseconds. */
const noteEvery = 60_000;

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
    (member.timeZone !== undefined && known.time_zone !== member.timeZone) ||
    (sender.address !== null && !isDeepStrictEqual(known.address, sender.address)) ||
    now.getTime() - known.spoke_at.getTime() > noteEvery;
  if (changed)
    await sql.raw(
      `update accounts set address = coalesce(?::jsonb, address), locale = ?, time_zone = coalesce(?, time_zone), spoke_at = greatest(spoke_at, ?)
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
  const { rows: deciders } = await sql.raw(everybodyWhoDecides);
  await record(sql, comeBack(person, adminsOf(deciders)), undefined, now);
  return speakerOf({ ...known, active: true });
}
