import { unavailable } from './available';
import { left, type Stocked } from './benefit';
import { type Change, tellAll } from './change';
import type { Person } from './person';
import { pickBenefit } from './request';
import type { Instant } from './time';

/** Less is left than the admins want there to be. What cannot be given anyway is not scarce. */
export const isLow = (benefit: Stocked, now: Instant): boolean =>
  benefit.settings.lowStock !== undefined &&
  left(benefit) < benefit.settings.lowStock &&
  !unavailable(benefit, now);

/**
 * What is to be done about the stock of a benefit: warn the admins, who do not know yet; or remember that there is enough again, so
 * that the next time is told too.
 * @param told the admins know that little is left
 */
export function aboutStock(benefit: Stocked, told: boolean, now: Instant): 'warn' | 'forget' | undefined {
  const low = isLow(benefit, now);
  if (low === told) return undefined;
  return low ? 'warn' : 'forget';
}

/** Every admin is told once that little is left; the ledger says of each that they were told. */
export function warn(benefit: Stocked, admins: Person[]): Change {
  const { id, settings, stock } = benefit;
  return {
    steps: [{ do: 'low-told', benefit: id, told: true }],
    notices: tellAll(admins, id, {
      kind: 'low-stock',
      benefit: pickBenefit(benefit),
      left: left(benefit),
      threshold: settings.lowStock ?? 0,
      waiting: stock.waiting,
    }),
    audit: admins.map((admin) => ({ action: 'benefit.low', subject: id, person: admin.id, benefit: id })),
  };
}

/** There is enough again: nobody is told, and the next time it is low is a new one. */
export const forget = ({ id }: Stocked): Change => ({
  steps: [{ do: 'low-told', benefit: id, told: false }],
  notices: [],
  audit: [],
});
