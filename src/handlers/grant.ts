import { kindOf } from '../core/benefit';
import type { Granting } from '../core/decide';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/person';
import type { Request } from '../core/request';
import type { Here } from './verb';

/**
 * Locks and gathers all that granting a request must know; undefined when its benefit is gone. The caller has locked the request, where
 * there is one already; benefit and unit are locked after it, so that two approvals never cross; of a credit the person too, before the
 * benefit: nobody has two, and those of one person may be of two benefits.
 */
export async function toGrant(
  { ledger, newId, view }: Here,
  { assignee, benefit: about, id }: Request,
): Promise<Granting | undefined> {
  const ofCredit = kindOf(about) === 'credit';
  if (ofCredit) await ledger.lockPeople([assignee.id]);
  const stock = await ledger.lockStock(about.id);
  if (!stock) return undefined;
  const { benefit, handover, lastRefund } = stock;
  const admins = handover.by === 'task' ? adminsOf(await ledger.deciders()) : [];
  return {
    benefit,
    handover,
    lastRefund,
    admins,
    assignee: (await ledger.person(assignee.id)) ?? assignee,
    holding: newId(),
    task: newId(),
    ...(ofCredit && {
      credit: {
        holdings: await ledger.holdingsOf(assignee.id),
        coming: comingTo(
          assignee.id,
          (await ledger.requestsOf(assignee.id)).filter((other) => other.id !== id),
        ),
        timesGiven: await ledger.timesGiven(benefit.id),
      },
    }),
    now: view.now,
  };
}
