import { no, type Verb } from './verb';

/** Opens the form. */
export const reassignForm: Verb<'reassign-form'> = async (here) => no(here, { why: 'not-understood' });

/** An admin moves a holding to somebody else. */
export const reassign: Verb<'reassign'> = async (here) => no(here, { why: 'not-understood' });
