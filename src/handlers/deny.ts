import { deny as decide, mayNotDecide } from '../core/decide';
import { denialForm, summary } from '../core/views/deciding';
import { no, type Verb } from './verb';

/** Opens the form that asks an approver for the reason. */
export const refuse: Verb<'refuse'> = async (here, { request: id, version }) => {
  const request = await here.ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const obstacle = mayNotDecide(request, version, here.speaker);
  if (request.state === 'pending' && !obstacle) return denialForm(here.view, request);
  return !obstacle || obstacle.why === 'already-decided' ? summary(here.view, request) : no(here, obstacle);
};

/** An approver says no, and why. */
export const deny: Verb<'deny'> = async (here, { request: id, version, reason }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const decision = decide(request, version, speaker, reason, view.now);
  if (!decision.ok) {
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);
  }
  return here.record(decision.change, summary(view, decision.is));
};
