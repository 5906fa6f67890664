import { no, type Verb } from './verb';

/** Everybody. */
export const people: Verb<'people'> = async (here) => no(here, { why: 'not-understood' });

/** What one person holds. */
export const person: Verb<'person'> = async (here) => no(here, { why: 'not-understood' });

/** Opens the form. */
export const addPersonForm: Verb<'add-person-form'> = async (here) => no(here, { why: 'not-understood' });

/** Somebody who has not spoken yet. */
export const addPerson: Verb<'add-person'> = async (here) => no(here, { why: 'not-understood' });
