import { no, type Verb } from './verb';

/** Opens the form. */
export const useForm: Verb<'use-form'> = async (here) => no(here, { why: 'not-understood' });

/** Incidents or hours were used. */
export const use: Verb<'use'> = async (here) => no(here, { why: 'not-understood' });
