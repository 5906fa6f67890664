import { no, type Verb } from './verb';

/** Opens the form. */
export const assignForm: Verb<'assign-form'> = async (here) => no(here, { why: 'not-understood' });

/** An admin gives a benefit to people. */
export const assign: Verb<'assign'> = async (here) => no(here, { why: 'not-understood' });
