import type { Knex } from 'knex';
import type { PersonRow } from '../../imports/people';
import type { KnownPerson } from './people-match';
import { ImportRefused } from './refused';

/**
 * Somebody whom an earlier file left out and this one names is back. Whom a chat took away is not: the lists of the company are
 * slower than its chats.
 */
export const isBack = ({ active, leftHow }: KnownPerson): boolean => !active && leftHow !== 'slack';

/** Whom an earlier file had and this one has not. People who only spoke to us, or were added by an admin, are no business of the file. */
export function leaversOf(
  matches: ReadonlyArray<KnownPerson | undefined>,
  known: readonly KnownPerson[],
): KnownPerson[] {
  const named = new Set(matches);
  return known.filter((person) => person.imported && person.active && !named.has(person));
}

/** A file with this few people in it may well be a new one. */
const fewPeople = 6;

/** More than half of the people leaving at once is rather the wrong file, or half of one. */
export function tooManyLeave(leaving: readonly KnownPerson[], known: readonly KnownPerson[]): boolean {
  const before = known.filter(({ imported, active }) => imported && active).length;
  return before >= fewPeople && leaving.length * 2 > before;
}

/** @throws ImportRefused with how many would leave */
export function refuseTooMany(tooMany: boolean, leaving: readonly KnownPerson[]): void {
  if (tooMany) throw new ImportRefused({ code: 'too-many-leave', leaving: leaving.length });
}

/**
 * Without an admin nobody could give or take back any more; an address of ADMIN_EMAILS may still become one.
 * @throws ImportRefused when the last one would leave
 */
export function refuseLastAdmin(
  leaving: readonly KnownPerson[],
  matches: ReadonlyArray<KnownPerson | undefined>,
  lines: ReadonlyArray<{ row: PersonRow }>,
  known: readonly KnownPerson[],
  adminEmails: ReadonlySet<string> = new Set(),
): void {
  if (!leaving.some(({ role }) => role === 'admin')) return;
  const gone = new Set(leaving);
  const named = new Set(matches);
  const stays = (person: KnownPerson) => person.active && !gone.has(person) && !named.has(person);
  const away = (person: KnownPerson | undefined) => person && !person.active && !isBack(person);
  const admins =
    lines.filter(({ row }, at) => row.role === 'admin' && !away(matches[at])).length +
    known.filter((person) => stays(person) && person.role === 'admin').length;
  const addresses = new Set(leaving.map(({ emailKey }) => emailKey));
  if (admins === 0 && ![...adminEmails].some((address) => !addresses.has(address)))
    throw new ImportRefused({ code: 'last-admin' });
}

/**
 * Writes who has left and who is back, and says so in the ledger. Whom a chat took away before, and the file leaves out now, is back
 * only by a file.
 */
export async function noteLeaving(
  sql: Knex,
  leaving: readonly KnownPerson[],
  matches: ReadonlyArray<KnownPerson | undefined>,
  known: readonly KnownPerson[],
  now: Date,
): Promise<void> {
  const idsOf = (people: readonly KnownPerson[]) => people.map(({ id }) => id);
  const named = new Set(matches);
  const back = known.filter((person) => named.has(person) && isBack(person));
  const away = known.filter(({ imported, active, leftHow }) => imported && !active && leftHow === 'slack');
  await sql.raw(
    `update people set active = false, left_at = coalesce(left_at, ?::timestamptz), left_how = 'file' where id = any(?::uuid[])`,
    [now, idsOf([...leaving, ...away.filter((person) => !named.has(person))])],
  );
  await sql.raw(
    `insert into audit (at, action, subject, person_id, why)
     select ?::timestamptz, action, person, person, 'file'
       from (select 'person.left' as action, unnest(?::uuid[]) as person
             union all select 'person.back', unnest(?::uuid[])) as moved`,
    [now, idsOf(leaving), idsOf(back)],
  );
}
