import { asOf, isToCome } from '../core/held-on';
import type { Day } from '../core/time';
import { heldOn as draw, type LookedAt } from '../core/views/held-on';
import { type Here, no, type Shown } from './verb';

/** No list of ours shows more. */
const most = 500;

/** What was held on a day as it is where the reader is, of one benefit or by one person. Whoever asks was found to be an admin. */
export async function lookBack(here: Here, { id, ...of }: LookedAt, day: Day, page: number): Promise<Shown> {
  const on = asOf(day, here.view.zone);
  if (isToCome(on, here.view.now)) return no(here, { why: 'day-to-come', on: day });
  const found = await here.ledger.heldOn(on, {
    ...(of.is === 'benefit' ? { benefits: [id] } : { person: id }),
    most: most + 1,
  });
  return draw(here.view, { ...of, id }, on, found.slice(0, most), { page, more: found.length > most });
}
