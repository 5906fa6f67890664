import type { AsOf } from '../core/held-on';
import type { Listing } from './listing';

/** What was held on a day as JSON, a line for each holding. */
export const holdingsJson = (on: AsOf): Listing => ({
  before: `{"asOf":${JSON.stringify(on)},"holdings":[\n`,
  part: (held) => Array.from(held, (one) => JSON.stringify(one)).join(',\n'),
  between: ',\n',
  after: '\n]}\n',
});
