import type { AsOf, HeldOn } from '../core/held-on';

/** What was held on a day as JSON, a line for each holding. */
export const holdingsJson = (on: AsOf, held: readonly HeldOn[]): string =>
  `{"asOf":${JSON.stringify(on)},"holdings":[\n${held.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
