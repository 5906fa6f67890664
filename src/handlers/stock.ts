import { mayNotDoTasks } from '../core/task';
import { holders as drawHolders, stock as drawStock } from '../core/views/stock';
import { lookBack } from './look-back';
import { no, type Verb } from './verb';

/** `stock`: what is bought, given, free, set aside, waiting; for admins. */
export const stock: Verb<'stock'> = async (here, { page = 1 }) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  return drawStock(view, await ledger.onShelves(), page);
};

/** Who has a benefit, since when and on whose approval, and who waits for it; or who had it on a day. For admins. */
export const holders: Verb<'holders'> = async (here, { benefit: id, on, page = 1 }) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  const benefit = await ledger.benefit(id);
  if (!benefit) return no(here, { why: 'gone' });
  if (on) return lookBack(here, { is: 'benefit', id, name: benefit.name }, on, page);
  return drawHolders(view, benefit, await ledger.holdersOf(id), await ledger.inLineFor(id), page);
};
