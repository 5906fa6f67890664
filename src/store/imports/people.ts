import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Role } from '../../core/person';
import type { PersonRow } from '../../imports/people';
import type { Item } from '../../imports/problem';
import { type Importing, inOneGo } from './in-one-go';
import {
  isBack,
  leaversOf,
  noteLeaving,
  refuseLastAdmin,
  refuseTooMany,
  tooManyLeave,
} from './people-leaving';
import { type KnownPerson, matchPeople, type WholeRow, whole } from './people-match';
import { type WithASay, withASay } from './people-with-a-say';
import { note, nowhere, type Places } from './places';
import { ImportRefused } from './refused';

export interface PeopleOutcome extends WithASay {
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  roles: Array<{ name: string; email: string; from: Role; to: Role }>;
  /** People of an earlier file whom this one no longer has: they have left. */
  missing: Array<{ name: string; email: string }>;
  /** How many have left by this file; and how many are back who left by an earlier one. */
  leaving: number;
  back: number;
  /** So many leave at once that it may be the wrong file; only a dry run gets so far without being told that it is meant. */
  tooMany: boolean;
  /** Rows whose account has spoken to us as somebody else: until that is linked, it remains somebody else. */
  elsewhere: Places;
}

interface Line {
  line: number;
  nth: number;
  row: WholeRow;
}

/** How an import of people is to be done. */
export interface ImportingPeople extends Importing {
  /** More than half of the people leave, and that is meant. */
  leavingIsMeant?: boolean;
  /** Addresses that are admins on first sight, in lower case. */
  adminEmails?: ReadonlySet<string>;
}

/**
 * Writes the people of the company. Whoever an earlier file had and this one has not has left, and gives everything back by itself.
 * Somebody who spoke to us before is the same person, by a unique e-mail address or by account.
 *
 * @throws BadFile when the file is refused, ImportRefused when an account belongs to a person the file does not name, when more than
 * half of the people would leave, or the last admin
 */
export async function importPeople(
  database: Knex,
  file: AsyncIterable<Item<PersonRow>>,
  importing: ImportingPeople,
): Promise<PeopleOutcome> {
  const read: Array<Item<PersonRow> & { row: PersonRow }> = [];
  for await (const item of file) if ('row' in item) read.push(item);
  return inOneGo(database, 'import.people', importing, async (sql) => {
    // Nobody is met for the first time meanwhile; reading goes on.
    await sql.raw('lock table people in share row exclusive mode');
    const known = await peopleIn(sql);
    const matches = matchPeople(
      read.map(({ row }) => row),
      known,
    );
    const lines = read.map((item, at): Line => ({ ...item, row: whole(item.row, matches[at]) }));
    refuseForeignAccounts(lines, matches, known);

    const outcome: PeopleOutcome = {
      ...withASay(
        lines.map(({ row }) => row),
        matches,
      ),
      rows: lines.length,
      new: 0,
      changed: 0,
      unchanged: 0,
      roles: [],
      missing: [],
      leaving: 0,
      back: 0,
      tooMany: false,
      elsewhere: nowhere(),
    };
    const fresh: WholeRow[] = [];
    const changed: Array<{ id: string; row: WholeRow }> = [];
    for (const [at, { row }] of lines.entries()) {
      const before = matches[at];
      if (!before) fresh.push(row);
      else if (!isSame(before, row)) {
        changed.push({ id: before.id, row });
        if (isBack(before)) outcome.back += 1;
        if (before.role !== row.role)
          outcome.roles.push({ name: row.name, email: row.email, from: before.role, to: row.role });
      }
    }
    outcome.new = fresh.length;
    outcome.changed = changed.length;
    outcome.unchanged = lines.length - fresh.length - changed.length;

    const leaving = leaversOf(matches, known);
    outcome.missing = leaving.map(({ name, email }) => ({ name, email: email ?? '' }));
    outcome.leaving = leaving.length;
    outcome.tooMany = tooManyLeave(leaving, known);
    if (!importing.dryRun && !importing.leavingIsMeant) refuseTooMany(outcome.tooMany, leaving);
    refuseLastAdmin(leaving, matches, lines, known, importing.adminEmails);
    noteElsewhere(outcome.elsewhere, lines, matches, known);

    await save(sql, fresh, changed, importing.now);
    await noteLeaving(sql, leaving, matches, known, importing.now);
    return outcome;
  });
}

async function peopleIn(sql: Knex): Promise<KnownPerson[]> {
  const { rows } = await sql.raw(`
    select id, name, email, email_key as "emailKey", role, active, imported, manager_email as "managerEmail", groups,
           slack_id as "slackId", teams_id as "teamsId", left_how as "leftHow",
           json_build_object(
             'slack', array(select user_id from accounts where person_id = people.id and platform = 'slack'),
             'teams', array(select user_id from accounts where person_id = people.id and platform = 'teams')) as "spokeAs"
      from people order by first_seen_at, id`);
  return rows;
}

const isSame = (before: KnownPerson, row: WholeRow): boolean =>
  before.imported &&
  !isBack(before) &&
  before.name === row.name &&
  before.emailKey === row.email &&
  before.role === row.role &&
  before.managerEmail === row.managerEmail &&
  before.slackId === row.slackId &&
  before.teamsId === row.teamsId &&
  before.groups.join('\n') === row.groups.join('\n');

/** An account may pass from one row's person to another's, but not from somebody of whom the file says nothing. */
function refuseForeignAccounts(
  lines: readonly Line[],
  matches: ReadonlyArray<KnownPerson | undefined>,
  known: readonly KnownPerson[],
): void {
  const named = new Set(matches);
  for (const [column, field] of [
    ['slack_id', 'slackId'],
    ['teams_id', 'teamsId'],
  ] as const) {
    const kept = new Set(known.filter((person) => !named.has(person)).map((person) => person[field]));
    for (const { line, row } of lines)
      if (row[field] !== null && kept.has(row[field]))
        throw new ImportRefused({ code: 'account-of-another', column }, line);
  }
}

function noteElsewhere(
  elsewhere: Places,
  lines: readonly Line[],
  matches: ReadonlyArray<KnownPerson | undefined>,
  known: readonly KnownPerson[],
): void {
  const owners = { slack: new Map<string, KnownPerson>(), teams: new Map<string, KnownPerson>() };
  for (const person of known)
    for (const platform of ['slack', 'teams'] as const)
      for (const account of person.spokeAs[platform]) owners[platform].set(account, person);
  for (const [at, line] of lines.entries()) {
    const { slackId, teamsId } = line.row;
    const spoke = [slackId && owners.slack.get(slackId), teamsId && owners.teams.get(teamsId)];
    if (spoke.some((owner) => owner && owner !== matches[at])) note(elsewhere, line);
  }
}

async function save(
  sql: Knex,
  fresh: readonly WholeRow[],
  changed: ReadonlyArray<{ id: string; row: WholeRow }>,
  now: Date,
): Promise<void> {
  const ids = changed.map(({ id }) => id);
  // Accounts may change places within one file, and the index that keeps them apart looks at every single row.
  await sql.raw(
    'update people set slack_id = null, teams_id = null, email = null where id = any(?::uuid[])',
    [ids],
  );
  const columns = (rows: readonly WholeRow[]) => [
    rows.map(({ name }) => name),
    rows.map(({ email }) => email),
    rows.map(({ role }) => role),
    rows.map(({ managerEmail }) => managerEmail),
    // A list of lists cannot be bound where they differ in length; no group has a line break in its name.
    rows.map(({ groups }) => groups.join('\n')),
    rows.map(({ slackId }) => slackId),
    rows.map(({ teamsId }) => teamsId),
  ];
  const source = `unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
    as row (id, name, email, role, manager_email, groups, slack_id, teams_id)`;
  await sql.raw(
    `update people set name = row.name, email = row.email, role = row.role, manager_email = row.manager_email,
            groups = string_to_array(row.groups, e'\\n'), slack_id = row.slack_id, teams_id = row.teams_id, imported = true,
            active = active or left_how is distinct from 'slack', left_at = case when left_how = 'slack' then left_at end,
            left_how = nullif(left_how, 'file')
       from ${source} where people.id = row.id`,
    [ids, ...columns(changed.map(({ row }) => row))] as unknown as Knex.RawBinding[],
  );
  await sql.raw(
    `insert into people (id, name, email, role, manager_email, groups, slack_id, teams_id, imported, first_seen_at)
     select id, name, email, role, manager_email, string_to_array(groups, e'\\n'), slack_id, teams_id, true, ?::timestamptz
       from ${source}`,
    [now, fresh.map(() => randomUUID()), ...columns(fresh)] as unknown as Knex.RawBinding[],
  );
  // An id of the people file is what a person may decide with.
  await sql.raw(
    `update accounts set trusted = true from people
      where people.id = accounts.person_id and people.imported and not accounts.trusted
        and accounts.user_id = case accounts.platform when 'slack' then people.slack_id else people.teams_id end`,
  );
}
