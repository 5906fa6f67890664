import { isZone } from './policy/working-hours';

/** The clock by which a reader is told moments. */
export interface ReaderClock {
  /** IANA. */
  zone: string;
  /** Not known to be the reader's own: whoever is told an hour by it is told which clock it is. */
  foreign?: true;
}

/** The clock of somebody of whom nothing is known. */
export const greenwich: ReaderClock = { zone: 'UTC', foreign: true };

/**
 * By which clock somebody is told the time: their own, as their chat has it.
 * @param company the zone of the company's working hours, for whoever has none of their own, or one that does not exist
 */
export function clockOf(own: string | null | undefined, company: string): ReaderClock {
  if (own && isZone(own)) return { zone: own };
  return isZone(company) ? { zone: company, foreign: true } : greenwich;
}
