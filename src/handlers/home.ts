import { benefitsLike } from '../core/look-up';
import { isLow } from '../core/low-stock';
import { isApprover } from '../core/person';
import { isOpen } from '../core/request';
import { type AtHome, home as draw, menu as drawMenu } from '../core/views/home';
import { namedOf } from './acting';
import { lapsingNow } from './calendar';
import { asTheyStand } from './deciders';
import type { DrawnLists } from './list';
import { standingOf } from './own';
import { whatWaits } from './queue';
import type { RecentReport } from './report';
import { unsettledNow } from './tasks';
import { type Here, keepsStock, type Verb } from './verb';

/** `home`: everything that matters to whoever looks, and the catalogue, or what of it they look for. */
export const homeWith =
  (lists: DrawnLists, recent: RecentReport): Verb<'home'> =>
  async (here, { search = '', page = 1, tab = false }) => {
    const { ledger, speaker, view, now } = here;
    const catalogue = await lists.catalogue(ledger);
    const holdings = await ledger.holdingsOf(speaker.id);
    const open = await asTheyStand(ledger, (await ledger.requestsOf(speaker.id)).filter(isOpen), now);
    const facts: AtHome = {
      holdings,
      open,
      standing: await standingOf(ledger, speaker.id),
      // An account that must be linked first shows nothing of what its person decides.
      ...(decides(here) && {
        waiting: (await whatWaits(here, catalogue)).waiting.map(({ request }) => request),
      }),
      ...(keepsStock(here) && { upkeep: await upkeepOf(here, recent) }),
      found: search ? benefitsLike(search, catalogue, namedOf) : catalogue,
      search,
    };
    return draw(view, facts, page, tab);
  };

/** `menu`: what is asked for most, as buttons. */
export const menu: Verb<'menu'> = async (here) =>
  drawMenu(here.view, { decides: decides(here), admin: keepsStock(here) });

const decides = ({ speaker }: Here): boolean => isApprover(speaker) && speaker.mayDecide;

async function upkeepOf(here: Here, recent: RecentReport): Promise<NonNullable<AtHome['upkeep']>> {
  const { ledger, view } = here;
  const report = await recent.soon(here);
  const benefits = await ledger.onShelves();
  return {
    low: benefits.filter((benefit) => isLow(benefit, view.now)),
    tasks: await ledger.openTasks(),
    unsettled: await unsettledNow(ledger, benefits),
    lapses: await lapsingNow(ledger, benefits, view.now),
    ...(report && { report }),
  };
}
