import { no, type Verb } from './verb';

/** What is bought, given, free, set aside, waiting. */
export const stock: Verb<'stock'> = async (here) => no(here, { why: 'not-understood' });

/** Who holds a benefit. */
export const holders: Verb<'holders'> = async (here) => no(here, { why: 'not-understood' });
