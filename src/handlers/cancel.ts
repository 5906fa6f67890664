import { cancel as decide } from '../core/decide';
import { summary } from '../core/views/deciding';
import { no, type Verb } from './verb';

/** Whoever asked takes the request back. */
export const cancel: Verb<'cancel'> = async (here, { request: id }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const decision = decide(request, speaker, view.now);
  if (!decision.ok) {
    return decision.refusal.why === 'already-decided' ? summary(view, request) : no(here, decision.refusal);
  }
  return here.record(decision.change, summary(view, decision.is));
};
