/** What a person may do. Each role may do all that the one before it may. */
export type Role = 'employee' | 'approver' | 'admin';

/** The chats we speak in. */
export const platforms = ['slack', 'teams'] as const;
export type PlatformName = (typeof platforms)[number];

/**
 * A person as a platform names them: `slack:U0123456` or `teams:<Entra object id>`. Pickers submit it; in typed words a mention stands
 * as `<@slack:U0123456>`.
 */
export const personRef = /^(slack|teams):([A-Za-z0-9-]{2,64})$/;
export type PersonRef = string;

/** The people mentioned in typed words, in their order. */
export const mentionsIn = (text: string): PersonRef[] =>
  [...text.matchAll(/<@((?:slack|teams):[A-Za-z0-9-]{2,64})>/g)].map(([, ref]) => ref as string);

/** A human being, known under one or more accounts. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/**
 * Somebody who speaks to us, with the rights of this moment.
 * `mayDecide` is false for the second account of an approver until it was linked by code: an e-mail address alone proves
 * too little to approve with.
 */
export interface Speaker extends Person {
  mayDecide: boolean;
  /** Other people with the same e-mail address, by id: maybe the same human being, so neither decides for the other. */
  twins?: string[];
}

/** Whether somebody is who they were to us a moment ago, with the same rights. */
export const hasSameRights = (now: Speaker, before: Speaker): boolean =>
  now.id === before.id && now.role === before.role && now.mayDecide === before.mayDecide;

/** Whether two may be one human being. */
export const isSelf = (speaker: Pick<Speaker, 'id' | 'twins'>, id: string): boolean =>
  speaker.id === id || (speaker.twins?.includes(id) ?? false);

/** Only the name and the identity: what other people's cards show. */
export type Named = Pick<Person, 'id' | 'name'>;

/** May decide requests; admins may too. */
export const isApprover = (person: Person): boolean => person.role !== 'employee';
/** Keeps the stock, and does what Microsoft offers no API for. */
export const isAdmin = (person: Person): boolean => person.role === 'admin';
/** The admins among people. */
export const adminsOf = (people: Person[]): Person[] => people.filter(isAdmin);
