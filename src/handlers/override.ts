import { override as decide } from '../core/override';
import { mayNotOverride } from '../core/review';
import { summary } from '../core/views/deciding';
import { overrideForm as drawForm } from '../core/views/deciding-forms';
import { decidersOf } from './deciders';
import { toGrant } from './grant';
import { refusedAsIs } from './review';
import { no, type Verb } from './verb';

/** Opens the form in which an admin decides alone. */
export const overrideForm: Verb<'override-form'> = async (here, { request: id, version }) => {
  const request = await here.ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const obstacle = mayNotOverride(request, version, here.speaker);
  if (obstacle || request.state !== 'pending')
    return refusedAsIs(here, request, await decidersOf(here.ledger, request, here.now), obstacle);
  return drawForm(here.view, request);
};

/** An admin decides alone, in an emergency. */
export const override: Verb<'override'> = async (here, { request: id, version, verdict, reason }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const obstacle = mayNotOverride(request, version, speaker);
  if (obstacle) return refusedAsIs(here, request, deciders, obstacle);
  const granting = await toGrant(here, request);
  if (!granting) return no(here, { why: 'gone' });
  const decision = decide({ ...granting, ...deciders, request, version, by: speaker, verdict, why: reason });
  if (!decision.ok) return refusedAsIs(here, request, deciders, decision.refusal);
  return here.record(decision.change, summary(view, decision.is));
};
