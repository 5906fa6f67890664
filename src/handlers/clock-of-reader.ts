import { clockOf, type ReaderClock } from '../core/reader-clock';
import type { Ledger } from '../store/open';

/**
 * The clock by which somebody is told the time: their own, else the company's, of the hours in its policy (asked for then only).
 * @param own the zone that their chat has of them (IANA)
 */
export async function clockOfReader(
  own: string | null | undefined,
  ledger: Pick<Ledger, 'policy'>,
): Promise<ReaderClock> {
  const known = clockOf(own, '');
  return known.foreign ? clockOf(own, (await ledger.policy()).hours.zone) : known;
}
