import type { Role } from '../../core/person';
import type { PersonRow } from '../../imports/people';

/** A person as the database knows them before an import. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
  emailKey: string | null;
  role: Role;
  active: boolean;
  /** Of somebody who is not active. */
  leftHow: 'file' | 'slack' | null;
  imported: boolean;
  managerEmail: string | null;
  groups: string[];
  slackId: string | null;
  teamsId: string | null;
  /** The accounts under which they have spoken. */
  spokeAs: { slack: string[]; teams: string[] };
}

/** All about a person, as it is after an import. */
export type WholeRow = Required<PersonRow>;

/** What a row does not say stays what is known; of somebody new there is none. */
export const whole = (row: PersonRow, before: KnownPerson | undefined): WholeRow => ({
  managerEmail: before?.managerEmail ?? null,
  groups: before?.groups ?? [],
  slackId: before?.slackId ?? null,
  teamsId: before?.teamsId ?? null,
  ...row,
});

/**
 * Finds the person each row speaks of. First by e-mail: a person of an earlier file, else the only one who spoke to us with that
 * address. Then, among those no row names by e-mail, by the account of the file, so that a new address does not make a new person.
 *
 * @returns for each row its person, or undefined for somebody new
 */
export function matchPeople(
  rows: readonly PersonRow[],
  known: readonly KnownPerson[],
): Array<KnownPerson | undefined> {
  const imported = new Map<string, KnownPerson>();
  const met = new Map<string, KnownPerson | 'several'>();
  for (const person of known) {
    if (person.emailKey === null) continue;
    if (person.imported) imported.set(person.emailKey, person);
    else met.set(person.emailKey, met.has(person.emailKey) ? 'several' : person);
  }
  const byEmail = (email: string): KnownPerson | undefined => {
    const one = met.get(email);
    return imported.get(email) ?? (one === 'several' ? undefined : one);
  };

  const matches = rows.map(({ email }) => byEmail(email));
  const taken = new Set(matches);
  const slack = accountsOf(known, ({ slackId, spokeAs }) => (slackId ? [slackId] : spokeAs.slack));
  const teams = accountsOf(known, ({ teamsId, spokeAs }) => (teamsId ? [teamsId] : spokeAs.teams));
  for (const [at, row] of rows.entries()) {
    if (matches[at]) continue;
    const found = [row.slackId && slack.get(row.slackId), row.teamsId && teams.get(row.teamsId)];
    const match = found.find((person): person is KnownPerson => !!person && !taken.has(person));
    if (!match) continue;
    matches[at] = match;
    taken.add(match);
  }
  return matches;
}

function accountsOf(
  known: readonly KnownPerson[],
  accounts: (person: KnownPerson) => string[],
): Map<string, KnownPerson> {
  const found = new Map<string, KnownPerson>();
  const shared = new Set<string>();
  for (const person of known)
    for (const account of accounts(person)) {
      if (found.has(account)) shared.add(account);
      found.set(account, person);
    }
  // The same id in two workspaces may be two people: then it tells nothing.
  for (const account of shared) found.delete(account);
  return found;
}
