import { kindOf } from '../core/benefit';
import { comingTo } from '../core/eligible';
import { decline as leave, accept as take } from '../core/offer';
import { adminsOf } from '../core/person';
import { summary } from '../core/views/deciding';
import { no, type Verb } from './verb';

/** Takes what is kept. The key itself, where there is one, comes as a message of its own. */
export const accept: Verb<'accept'> = async (here, { request: id }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const ofCredit = kindOf(request.benefit) === 'credit';
  if (ofCredit) await ledger.lockPeople([request.assignee.id]);
  const stock = await ledger.lockStock(request.benefit.id);
  if (!stock) return no(here, { why: 'gone' });
  const { benefit, lastRefund } = stock;
  const assignee = (await ledger.person(request.assignee.id)) ?? request.assignee;

  const decision = take({
    request,
    by: speaker,
    hands: {
      benefit,
      assignee,
      holding: here.newId(),
      task: here.newId(),
      lastRefund,
      admins: adminsOf(await ledger.deciders()),
      now: view.now,
    },
    holdings: await ledger.holdingsOf(request.assignee.id),
    ...(ofCredit && {
      coming: comingTo(
        assignee.id,
        (await ledger.requestsOf(assignee.id)).filter((other) => other.id !== id),
      ),
      timesGiven: await ledger.timesGiven(benefit.id),
    }),
  });
  if (!decision.ok)
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);

  return here.record(decision.change, summary(view, decision.is));
};

/** Leaves it to the next one. */
export const decline: Verb<'decline'> = async (here, { request: id }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const decision = leave(request, speaker, view.now);
  if (!decision.ok)
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);
  return here.record(decision.change, summary(view, decision.is));
};
