import { no, type Verb } from './verb';

/** It is still needed. */
export const keep: Verb<'keep'> = async (here) => no(here, { why: 'not-understood' });
