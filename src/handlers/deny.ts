import { deny as decide } from '../core/decide';
import { mayNotReview, reviewersNow } from '../core/review';
import { summary } from '../core/views/deciding';
import { denialForm } from '../core/views/deciding-forms';
import { decidersOf } from './deciders';
import { refusedAsIs } from './review';
import { no, type Verb } from './verb';

/** Opens the form that asks whoever decides for the reason. */
export const refuse: Verb<'refuse'> = async (here, { request: id, version }) => {
  const request = await here.ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(here.ledger, request, here.now);
  const obstacle = mayNotReview(request, version, here.speaker, reviewersNow(request, deciders));
  if (obstacle || request.state !== 'pending') return refusedAsIs(here, request, deciders, obstacle);
  return denialForm(here.view, request);
};

/** Somebody who decides says no, and why. */
export const deny: Verb<'deny'> = async (here, { request: id, version, reason }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const decision = decide({ ...deciders, request, version, by: speaker, why: reason, now: view.now });
  if (!decision.ok) return refusedAsIs(here, request, deciders, decision.refusal);
  return here.record(decision.change, summary(view, decision.is));
};
