import type { Here } from './verb';

/** How a verb saves what it has decided. */
export type Saving = Pick<Here, 'record' | 'recordPart' | 'answer'>;

const recordsNothing = () => Promise.reject(new Error('this command changes nothing'));

/** For commands that only read: whoever tries to save something has made a mistake. */
export const savesNothing: Saving = {
  record: recordsNothing,
  recordPart: recordsNothing,
  answer: recordsNothing,
};
