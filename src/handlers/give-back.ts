import { no, type Verb } from './verb';

/** Opens the form. */
export const returnForm: Verb<'return-form'> = async (here) => no(here, { why: 'not-understood' });

/** A holder gives back. */
export const giveBack: Verb<'return'> = async (here) => no(here, { why: 'not-understood' });

/** Opens the form. */
export const removeForm: Verb<'remove-form'> = async (here) => no(here, { why: 'not-understood' });

/** An admin takes back. */
export const remove: Verb<'remove'> = async (here) => no(here, { why: 'not-understood' });
