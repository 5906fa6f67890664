import type { Stocked } from '../core/benefit';
import { afterApproval } from '../core/offer';
import { isAdmin, isApprover } from '../core/person';
import type { Pending } from '../core/request';
import { mayNotReview, reviewersNow } from '../core/review';
import { queue as draw, type Queue } from '../core/views/requests';
import { decidersOfAll } from './deciders';
import type { DrawnLists } from './list';
import { type Here, no, type Verb } from './verb';

/** `queue`: what waits for a person's decision; for admins also what waits for others, and who they are. */
export const queueWith =
  (lists: DrawnLists): Verb<'queue'> =>
  async (here, { page = 1 }) => {
    const { speaker, view } = here;
    if (isApprover(speaker) && !speaker.mayDecide) return no(here, { why: 'unlinked-account' });
    return draw(view, await whatWaits(here, await lists.catalogue(here.ledger)), page);
  };

/** What waits for whoever speaks, as it is now in this turn. */
export async function whatWaits({ ledger, speaker, now }: Here, catalogue: Stocked[]): Promise<Queue> {
  const benefits = new Map(catalogue.map((benefit) => [benefit.id, benefit]));
  const pending = await ledger.pendingBeside(speaker.id);
  const decidersFor = await decidersOfAll(ledger, pending, now);
  const each = pending.map((request) => {
    const reviewers = reviewersNow(request, decidersFor(request));
    const mine = !mayNotReview(request, request.version, speaker, reviewers);
    const asked = reviewers.some(({ id, told }) => id === speaker.id && told);
    return { request: { ...request, course: { ...request.course, reviewers } }, mine, asked };
  });
  const mine = each.filter((one) => one.mine);
  const held = await ledger.namesHeldBy([...new Set(mine.map(({ request }) => request.assignee.id))]);
  const drawn = (request: Pending) => {
    const benefit = benefits.get(request.benefit.id);
    const after = benefit ? afterApproval(benefit, request.quantity) : { leftAfter: 0 };
    return { request, background: { ...after, holds: held.get(request.assignee.id) ?? [] } };
  };
  const waiting = mine.filter(({ asked }) => asked).map(({ request }) => drawn(request));
  const unasked = mine.filter(({ asked }) => !asked).map(({ request }) => drawn(request));
  const others = isAdmin(speaker) ? each.filter((one) => !one.mine).map(({ request }) => request) : [];
  return { waiting, unasked, others };
}
