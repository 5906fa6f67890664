import { kindOf } from './benefit';
import { type Holding, isLive } from './holding';
import type { Named, Speaker } from './person';
import { type Decision, refuse } from './request';
import type { Instant } from './time';

/** Incidents or hours that somebody has used. */
export interface Using {
  /** Drawn with the form, so a form counts once. */
  id: string;
  holding: Holding;
  by: Speaker;
  /** Who used them, where that is a colleague of the holder's. */
  usedBy?: Named | undefined;
  quantity: number;
  what: string;
  now: Instant;
}

/** What was done with incidents or hours: who used how many, for what. `by` is a name. */
export interface Use {
  by: string;
  quantity: number;
  what: string;
  at: Instant;
}

/** So many incidents or hours of a support benefit are left to its holder. */
export const unused = ({ quantity, used }: Pick<Holding, 'quantity' | 'used'>): number => quantity - used;

/** Whether incidents or hours of a holding are counted down. */
export const isCounted = (holding: Pick<Holding, 'benefit'>): boolean =>
  kindOf(holding.benefit) === 'contract';

/** The holder writes down how many incidents or hours were used, by whom and for what; never more than are left. */
export function use({ id, holding, by, usedBy = by, quantity, what, now }: Using): Decision<Holding> {
  if (holding.person.id !== by.id) return refuse({ why: 'not-your-holding' });
  if (!isLive(holding) || !isCounted(holding)) return refuse({ why: 'gone' });
  const left = unused(holding);
  if (quantity > left) return refuse({ why: 'too-many-used', benefit: holding.benefit.name, left });

  const named = { id: usedBy.id, name: usedBy.name };
  return {
    ok: true,
    is: { ...holding, used: holding.used + quantity },
    change: {
      steps: [{ do: 'use', use: id, holding: holding.id, by: named, quantity, what, at: now }],
      notices: [],
      audit: [
        {
          action: 'holding.used',
          by: by.id,
          subject: holding.id,
          person: usedBy.id,
          benefit: holding.benefit.id,
          why: `${quantity}: ${what}`,
        },
      ],
    },
  };
}
