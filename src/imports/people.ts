import type { Role } from '../core/person';
import { asName, emailAddress, list, needed, oneOf, onlyOnce, optional, slackId, teamsId } from './cells';
import { readTable } from './csv-table';
import type { FileSource } from './file-text';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';

/** One person as the file names them. Of a column that the file does not have it says nothing: what is known stays. */
export interface PersonRow {
  name: string;
  /** In lower case. */
  email: string;
  role: Role;
  /** In lower case; null also where the file names people as their own managers, which heads of companies are in many lists. */
  managerEmail?: string | null;
  groups?: string[];
  slackId?: string | null;
  /** The Entra object id, in lower case. */
  teamsId?: string | null;
}

const roles: readonly Role[] = ['employee', 'approver', 'admin'];
const otherRoles: Record<string, Role> = {
  employees: 'employee',
  approvers: 'approver',
  administrator: 'admin',
  admins: 'admin',
};
const required = ['name', 'email', 'role'] as const;
const extra = ['manager_email', 'groups', 'slack_id', 'teams_id'] as const;
type Column = (typeof required)[number] | (typeof extra)[number];

/**
 * The people of the company: `name,email,role,manager_email,groups,slack_id,teams_id`, the last four blank or left out. Blank,
 * there is none; left out, whatever is known stays. Two people with one address or one account refuse the file: it would be a guess who may
 * see whose keys.
 */
export async function* readPeople(
  source: FileSource,
  reading: Reading = {},
): AsyncGenerator<Item<PersonRow>> {
  let rows = 0;
  const once = { email: onlyOnce('email'), slackId: onlyOnce('slack_id'), teamsId: onlyOnce('teams_id') };
  for await (const { line, nth, cells, has } of readTable<Column>(
    source,
    { required, optional: extra },
    reading,
  )) {
    rows = nth;
    const at = (column: Column) => ({ line, column });
    const email = emailAddress(at('email'), needed(at('email'), cells.email, 254));
    const manager = optional(at('manager_email'), cells.manager_email, emailAddress);
    const row: PersonRow = {
      name: asName(at('name'), needed(at('name'), cells.name.replace(/\s+/g, ' '), 100)),
      email,
      role: oneOf(at('role'), cells.role, roles, otherRoles),
      ...(has.has('manager_email') && { managerEmail: manager === email ? null : manager }),
      ...(has.has('groups') && { groups: list(at('groups'), cells.groups) }),
      ...(has.has('slack_id') && { slackId: optional(at('slack_id'), cells.slack_id, slackId) }),
      ...(has.has('teams_id') && { teamsId: optional(at('teams_id'), cells.teams_id, teamsId) }),
    };
    once.email(line, row.email);
    if (row.slackId) once.slackId(line, row.slackId);
    if (row.teamsId) once.teamsId(line, row.teamsId);
    yield { line, nth, row };
  }
  if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'people' });
}
