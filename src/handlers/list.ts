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
  private version = '';
  private benefits: Stocked[] = [];
  private cards = new Map<string, Card>();

  /** Every benefit, as it is now. */
  async catalogue(ledger: Ledger): Promise<Stocked[]> {
    const version = await ledger.version();
    if (version !== this.version) {
      // Read after the version: whatever changes in between makes the version of the next list a new one.
      this.benefits = await ledger.benefits();
      this.version = version;
      this.cards.clear();
    }
    return this.benefits;
  }

  /** The card of that name, drawn once for a catalogue. */
  card(name: string, drawing: () => Card): Card {
    const kept = this.cards.get(name);
    if (kept) return kept;
    const card = drawing();
    if (this.cards.size < mostKept) this.cards.set(name, card);
    return card;
  }
}

/** `list`: what there is and what is left. */
export const listWith =
  (lists: DrawnLists): Verb<'list'> =>
  async ({ ledger, view }, { category, page = 1 }) => {
    const benefits = await lists.catalogue(ledger);
    const name = [view.locale, dayOf(view.now), category ?? '', page].join('|');
    return lists.card(name, () =>
      draw(
        view,
        category ? benefits.filter((benefit) => benefit.category === category) : benefits,
        category,
        page,
      ),
    );
  };
