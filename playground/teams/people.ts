import { createHash } from 'node:crypto';

/**
 * What stands between the bot and a person. Each answers with its own 403 when the bot writes.
 * `writesBlocked`: muted or read-only chat; the other two are named by who did it.
 */
export type BotAccess = 'open' | 'blockedByUser' | 'disabledByAdmin' | 'writesBlocked';

/** Somebody the tenant knows. Every field but the ids may be changed while the tenant runs. */
export type Person = {
  /** The Teams id (MRI), as activities and rosters carry it: `29:1…`. */
  readonly id: string;
  /** The Entra object id, a GUID. */
  readonly aadObjectId: string;
  name: string;
  email: string;
  userPrincipalName: string;
  userRole: 'user' | 'guest' | 'anonymous';
  /** The person's tenant; another one than the host's makes a federated stranger. */
  tenantId: string;
  locale: 'en-US' | 'zh-TW';
  /** Where their client is (IANA); in Greenwich where nothing is said. */
  timeZone?: string;
  /** Is the app installed for this person? Without it the bot may not write to them. */
  installed: boolean;
  /** Is the account in the roster? False once somebody has left. */
  inRoster: boolean;
  botAccess: BotAccess;
};

/** What one has to say about a person; the rest follows from the name and the tenant. */
export type NewPerson = { name: string; email: string } & Partial<Omit<Person, 'name' | 'email'>>;

/**
 * A person with everything filled in. The ids follow from tenant and e-mail, so that the same tenant
 * has the same people after a restart.
 */
export function newPerson(given: NewPerson, tenantId: string): Person {
  const seed = `${tenantId}/${given.email.toLowerCase()}`;
  return {
    id: `29:1${createHash('sha512').update(seed).digest('base64url')}`,
    aadObjectId: guidFrom(`object/${seed}`),
    userPrincipalName: given.email,
    userRole: 'user',
    tenantId,
    locale: 'en-US',
    installed: true,
    inRoster: true,
    botAccess: 'open',
    ...given,
  };
}

/** The person whose MRI, Entra object id, principal name, e-mail or name this is. */
export const findPerson = (people: readonly Person[], key: string): Person | undefined =>
  people.find((p) => p.id === key || p.aadObjectId === key.toLowerCase()) ??
  people.find((p) => p.userPrincipalName === key || p.email === key) ??
  people.find((p) => p.name === key);

/** Those whom a people picker finds: members and guests of the tenant, as long as they have an account there. */
export const pickable = (people: readonly Person[], tenantId: string): Person[] =>
  people.filter((p) => p.inRoster && p.userRole !== 'anonymous' && p.tenantId === tenantId);

/** A GUID that is always the same for the same words. */
export function guidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * A person as a roster call shows them.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context (2026-09)
 */
export const asMember = (person: Person) => ({
  id: person.id,
  objectId: person.aadObjectId,
  aadObjectId: person.aadObjectId,
  name: person.name,
  givenName: person.name.split(' ')[0],
  surname: person.name.split(' ').slice(1).join(' '),
  ...(person.userRole === 'anonymous'
    ? {}
    : { email: person.email, userPrincipalName: person.userPrincipalName }),
  tenantId: person.tenantId,
  userRole: person.userRole,
});
