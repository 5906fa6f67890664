import { kindOf } from '../core/benefit';
import { approve as decide, mayNotDecide } from '../core/decide';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/give-back';
import { summary } from '../core/views/deciding';
import { no, type Verb } from './verb';

/**
 * An approver says yes. Request, benefit and unit are locked in this order, so that two approvals never cross; of a credit
 * the person too, before the benefit: nobody has two, and those of one person may be of two benefits.
 */
export const approve: Verb<'approve'> = async (here, { request: id, version }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const obstacle = mayNotDecide(request, version, speaker);
  if (obstacle) return obstacle.why === 'already-decided' ? summary(view, request) : no(here, obstacle);

  const ofCredit = kindOf(request.benefit) === 'credit';
  if (ofCredit) await ledger.lockPeople([request.assignee.id]);
  const stock = await ledger.lockStock(request.benefit.id);
  if (!stock) return no(here, { why: 'gone' });
  const { benefit, handover, lastRefund } = stock;
  const admins = handover.by === 'task' ? adminsOf(await ledger.deciders()) : [];
  const assignee = (await ledger.person(request.assignee.id)) ?? request.assignee;

  const decision = decide({
    request,
    version,
    by: speaker,
    benefit,
    handover,
    assignee,
    holding: here.newId(),
    task: here.newId(),
    lastRefund,
    admins,
    ...(ofCredit && {
      credit: {
        holdings: await ledger.holdingsOf(assignee.id),
        coming: comingTo(assignee.id, await ledger.requestsOf(assignee.id)),
        timesGiven: await ledger.timesGiven(benefit.id),
      },
    }),
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);

  return here.record(decision.change, summary(view, decision.is));
};
