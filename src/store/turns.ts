/**
 * What all copies of the bot on one database do by turns, each under an advisory lock of its own number. Any numbers, as long as every
 * copy takes the same ones and no two are alike: else two things that have nothing to do with each other would wait for each other.
 */
export const turns = {
  migrating: 7_270_142,
  importing: 7_270_143,
  sealing: 7_270_144,
  addingDataKey: 7_270_145,
  warningOfLapses: 7_270_146,
  enqueueingEvents: 7_270_147,
  /** Together with a digest of the address of whoever is met. */
  meeting: 7_270_148,
} as const;
