import { changedTooOften, change as decideChange } from '../core/change-request';
import { stillAsked } from '../core/course';
import { nudge as decideNudge } from '../core/nudge';
import { asOfToday } from '../core/policy/policy';
import type { Request } from '../core/request';
import { dayOf } from '../core/time';
import { asked, changeForm as drawChangeForm, reminded } from '../core/views/asking';
import { summary } from '../core/views/deciding';
import { backgroundFor, decidersOf } from './deciders';
import { toAsk } from './request';
import { type Here, no, type Verb } from './verb';

/** Whoever asked reminds those who decide. */
export const nudge: Verb<'nudge'> = async (here, { request: id }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const { company } = await decidersOf(ledger, request, here.now);
  const decision = decideNudge(request, speaker, await backgroundFor(ledger, request), company, view.now);
  if (!decision.ok)
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);
  const reached = new Set(decision.change.notices.map(({ to }) => to));
  const told = stillAsked(decision.is.course).filter(({ id }) => reached.has(id));
  return here.record(decision.change, reminded(view, decision.is, told));
};

/** Opens the form with what was asked for, to be changed. */
export const changeForm: Verb<'change-form'> = async (here, { request: id }) => {
  const request = await here.ledger.request(id);
  if (!request || request.requester.id !== here.speaker.id) return no(here, { why: 'gone' });
  if (request.state !== 'pending') return summary(here.view, request);
  const tooOften = changedTooOften(await changesToday(here, request));
  if (tooOften) return no(here, tooOften);
  const benefit = await here.ledger.benefit(request.benefit.id);
  return benefit ? drawChangeForm(here.view, request, benefit) : no(here, { why: 'gone' });
};

/** Whoever asked changes what they asked for. */
export const change: Verb<'change'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(command.request);
  if (!request || request.requester.id !== speaker.id) return no(here, { why: 'gone' });
  if (request.state !== 'pending') return summary(view, request);
  const benefit = await ledger.benefit(request.benefit.id);
  const assignee = await ledger.person(request.assignee.id);
  if (!benefit || !assignee) return no(here, { why: 'gone' });
  // A request keeps the rules it was made under, also when it changes.
  const policy = asOfToday(await ledger.policyOf(request.course.policy), await ledger.policy());
  const asking = await toAsk(here, { id: request.id, assignee, benefit, wish: command, policy });
  const decision = decideChange({
    ...asking,
    request,
    version: command.version,
    changesToday: await changesToday(here, request),
  });
  if (!decision.ok)
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);
  return here.record(decision.change, asked(view, decision.is));
};

const changesToday = ({ ledger, view }: Here, { id }: Request): Promise<number> =>
  ledger.changesSince(id, new Date(`${dayOf(view.now)}T00:00:00Z`));
