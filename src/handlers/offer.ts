import { no, type Verb } from './verb';

/** Takes what is kept. */
export const accept: Verb<'accept'> = async (here) => no(here, { why: 'not-understood' });

/** Leaves it to the next one. */
export const decline: Verb<'decline'> = async (here) => no(here, { why: 'not-understood' });
