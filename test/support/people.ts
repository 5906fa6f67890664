/** The people of every story: the same on both platforms, as in `people.csv`. */
export const tenantId = '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c0001';
export const teamId = 'T0HOME';

export interface Figure {
  name: string;
  email: string;
  role: 'employee' | 'approver' | 'admin';
  slackId: string;
  /** The Entra object id. */
  teamsId: string;
  locale: 'en-US' | 'zh-TW';
  /** Where their clients are (IANA); in Greenwich where nothing is said. */
  timeZone?: string;
  /** As the people file names them: groups, and the address of the manager. */
  groups?: string[];
  manager?: string;
  /** The people file names their address and no account. */
  unnamed?: boolean;
}

/** Somebody with accounts on both platforms; the address is made of the first name. */
export const figure = (
  number: number,
  name: string,
  role: Figure['role'],
  locale: Figure['locale'] = 'en-US',
): Figure => ({
  name,
  email: `${(name.split(' ')[0] as string).toLowerCase()}@contoso.example`,
  role,
  slackId: `U0PERSON${number}`,
  teamsId: `7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c1${String(number).padStart(3, '0')}`,
  locale,
});

export const eve = figure(1, 'Eve Employee', 'employee');
export const mei = figure(2, 'Mei Lin', 'employee', 'zh-TW');
export const dana = figure(3, 'Dana Decider', 'approver');
export const omar = figure(4, 'Omar Okay', 'approver');
export const ada = figure(5, 'Ada Admin', 'admin');
export const everybody = [eve, mei, dana, omar, ada];
