import type { Duty } from '../rounds';

/** What nobody said Import about is not kept. */
export const heldFiles: Duty = {
  name: 'held-files',
  due: (ledger, now) => ledger.filesKeptTooLong(now),
  carryOut: ({ ledger }, id) => ledger.dropFile(id),
};
