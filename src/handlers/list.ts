import type { Stocked } from '../core/benefit';
import type { Card } from '../core/card';
import { dayOf } from '../core/time';
import { list as draw } from '../core/views/catalogue';
import type { Ledger } from '../store/open';
import type { Verb } from './verb';

const mostKept = 200;

/**
 * Lists as they were drawn, kept for as long as nothing has changed. What has changed is asked of the database for every list, so
 * that a unit given by another process shows at once; only the drawing is spared.
 */
export class DrawnLists {
  private last: Drawn = { version: '', benefits: [], cards: new Map() };

  /** Every benefit as it is now, and the cards already drawn of exactly these. */
  async now(ledger: Ledger): Promise<Drawn> {
    const version = await ledger.version();
    if (version === this.last.version) return this.last;
    // Read after the version: whatever changes in between makes the version of the next list a new one.
    const drawn: Drawn = { version, benefits: await ledger.benefits(), cards: new Map() };
    this.last = drawn;
    return drawn;
  }

  async catalogue(ledger: Ledger): Promise<Stocked[]> {
    return (await this.now(ledger)).benefits;
  }
}

interface Drawn {
  version: string;
  benefits: Stocked[];
  cards: Map<string, Card>;
}

/** `list`: what there is and what is left. */
export const listWith =
  (lists: DrawnLists): Verb<'list'> =>
  async ({ ledger, view }, { category, page = 1 }) => {
    const { benefits, cards } = await lists.now(ledger);
    const name = [view.locale, dayOf(view.now), category ?? '', page].join('|');
    const kept = cards.get(name);
    if (kept) return kept;
    const chosen = category ? benefits.filter((benefit) => benefit.category === category) : benefits;
    const card = draw(view, chosen, category, page);
    if (cards.size < mostKept) cards.set(name, card);
    return card;
  };
