/** What a person may do. Each role may do all that the one before it may. */
export type Role = 'employee' | 'approver' | 'admin';

export const platforms = ['slack', 'teams'] as const;
export type PlatformName = (typeof platforms)[number];

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
}

/** Only the name and the identity: what other people's cards show. */
export type Named = Pick<Person, 'id' | 'name'>;

export const isApprover = (person: Person): boolean => person.role !== 'employee';
export const isAdmin = (person: Person): boolean => person.role === 'admin';
