import { left } from '../core/benefit';
import { aheadOf } from '../core/offer';
import { mayDecide } from '../core/policy';
import { queue as draw } from '../core/views/requests';
import type { DrawnLists } from './list';
import { no, type Verb } from './verb';

/** `queue`: what waits for a person's decision. */
export const queueWith =
  (lists: DrawnLists): Verb<'queue'> =>
  async (here, { page = 1 }) => {
    const { ledger, speaker, view } = here;
    if (speaker.role === 'employee') return draw(view, [], 1);
    if (!mayDecide(speaker)) return no(here, { why: 'unlinked-account' });

    const benefits = new Map((await lists.catalogue(ledger)).map((benefit) => [benefit.id, benefit]));
    const pending = await ledger.pendingFor(speaker.id);
    const held = await ledger.namesHeldBy([...new Set(pending.map(({ assignee }) => assignee.id))]);
    const waiting = pending.map((request) => {
      const benefit = benefits.get(request.benefit.id);
      const leftAfter = benefit ? Math.max(0, left(benefit) - request.quantity) : 0;
      const ahead = benefit && aheadOf(benefit, request.quantity);
      const holds = held.get(request.assignee.id) ?? [];
      return { request, background: { leftAfter, holds, ...(ahead !== undefined && { ahead }) } };
    });
    return draw(view, waiting, page);
  };
