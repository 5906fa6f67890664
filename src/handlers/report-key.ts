import { no, type Verb } from './verb';

/** Opens the form. */
export const reportForm: Verb<'report-form'> = async (here) => no(here, { why: 'not-understood' });

/** This key does not work. */
export const reportKey: Verb<'report-key'> = async (here) => no(here, { why: 'not-understood' });
