import type { Role, Speaker } from '../core/person';
import type { Locale } from '../core/words';
import type { Sender } from './store';

/** What a platform says of one of the company's own. */
export type Member = Extract<Sender['profile'], { standing: 'member' }>;

/** An account with its person. */
export interface AccountRow {
  id: string;
  name: string;
  email: string | null;
  imported: boolean;
  role: Role;
  active: boolean;
  trusted: boolean;
  twins: string[];
  address: unknown;
  locale: Locale;
  time_zone: string | null;
  spoke_at: Date;
  spoke_elsewhere: boolean;
}

/** In which column the people file names an account of each platform. */
export const idColumn = { slack: 'slack_id', teams: 'teams_id' } as const;

/** The row of an account, by platform, home and user. */
export const accountOf = `
  select p.id, p.name, p.email, p.imported, p.role, p.active, a.trusted, a.address, a.locale, a.time_zone, a.spoke_at,
         array(select x.id from people x where x.email_key = p.email_key and x.id <> p.id) as twins,
         exists (select 1 from accounts o where o.person_id = p.id and o.spoke_at > a.spoke_at) as spoke_elsewhere
    from accounts a join people p on p.id = a.person_id
   where a.platform = ? and a.home = ? and a.user_id = ?`;

/** Whoever speaks under an account; undefined for a person who has left. */
export const speakerOf = ({ id, name, role, active, trusted, twins }: AccountRow): Speaker | undefined =>
  active ? { id, name, role, mayDecide: trusted, ...(twins.length > 0 && { twins }) } : undefined;

/** An address as a row stores it. */
export const storedAddress = ({ address }: Sender): string | null =>
  address === null ? null : JSON.stringify(address);

/** Everybody active who may decide something by their role. */
export const everybodyWhoDecides = `select id, name, role from people where active and role <> 'employee' order by name, id`;
