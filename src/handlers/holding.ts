import { no, type Verb } from './verb';

/** One holding. */
export const holding: Verb<'holding'> = async (here) => no(here, { why: 'not-understood' });
