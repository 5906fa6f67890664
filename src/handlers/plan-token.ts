import { no, type Verb } from './verb';

/** Opens the form. */
export const planForm: Verb<'plan-form'> = async (here) => no(here, { why: 'not-understood' });

/** What redeeming a token comes to. */
export const planToken: Verb<'plan-token'> = async (here) => no(here, { why: 'not-understood' });
