import { no, type Verb } from './verb';

/** What lapses when. */
export const calendar: Verb<'calendar'> = async (here) => no(here, { why: 'not-understood' });
