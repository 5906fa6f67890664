/** A member of the workspace (or a stranger seen through Slack Connect) as Slack's directory knows them. */
export type Person = {
  id: string;
  /** The handle, without the at sign. */
  name: string;
  realName: string;
  email: string;
  locale: 'en-US' | 'zh-TW';
  tz: string;
  team_id: string;
  /** Other workspaces of the organisation the account belongs to as well. */
  alsoIn: readonly string[];
  deleted: boolean;
  is_bot: boolean;
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_stranger: boolean;
  is_email_confirmed: boolean;
  is_admin: boolean;
};

export type NewPerson = Pick<Person, 'id' | 'name'> & Partial<Person>;

/** A full person from what is known of them; everybody is an ordinary English-speaking member unless said otherwise. */
export function personOf(given: NewPerson, homeTeam: string): Person {
  return {
    realName: given.name,
    email: `${given.name}@contoso.example`,
    locale: 'en-US',
    tz: 'Europe/London',
    team_id: homeTeam,
    alsoIn: [],
    deleted: false,
    is_bot: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: false,
    is_email_confirmed: true,
    is_admin: false,
    ...given,
  };
}

/** Everybody's helper; a real workspace lists it among the users, and not as a bot. docs.slack.dev/reference/objects/user-object */
export function slackbot(homeTeam: string): Person {
  return personOf({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', email: '' }, homeTeam);
}

/**
 * The user object of `users.info` and `users.list`.
 * docs.slack.dev/reference/objects/user-object: `locale` only on request, the e-mail only with `users:read.email`.
 */
export function userObject(
  person: Person,
  show: { locale: boolean; email: boolean },
): Record<string, unknown> {
  const profile: Record<string, unknown> = {
    title: '',
    phone: '',
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: person.realName.split(' ')[0],
    last_name: person.realName.split(' ').slice(1).join(' '),
    status_text: '',
    status_emoji: '',
    avatar_hash: 'g000000000000',
    team: person.team_id,
  };
  if (show.email && person.email !== '') profile.email = person.email;
  const common = {
    id: person.id,
    team_id: person.team_id,
    name: person.name,
    deleted: person.deleted,
    profile,
    is_bot: person.is_bot,
    is_app_user: false,
    updated: 1_700_000_000,
  };
  // A deactivated account keeps little more than its name.
  if (person.deleted) return common;
  return {
    ...common,
    color: '9f69e7',
    real_name: person.realName,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz),
    is_admin: person.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.is_restricted,
    is_ultra_restricted: person.is_ultra_restricted,
    is_email_confirmed: person.is_email_confirmed,
    who_can_share_contact_card: 'EVERYONE',
    ...(person.is_stranger ? { is_stranger: true } : {}),
    ...(show.locale ? { locale: person.locale } : {}),
  };
}

/** Of a zone that Slack knows and nobody else does, nothing can be said but that it is in Greenwich. */
function offsetSeconds(zone: string): number {
  if (!isKnown(zone)) return 0;
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date())
    .find((found) => found.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(part ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
