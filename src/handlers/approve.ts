import { approve as decide } from '../core/decide';
import { mayNotReview, reviewersNow } from '../core/review';
import { summary } from '../core/views/deciding';
import { approveForm as drawForm } from '../core/views/deciding-forms';
import { queue as draw } from '../core/views/requests';
import { backgroundFor, decidersOf } from './deciders';
import { toGrant } from './grant';
import { whatWaits } from './queue';
import { refusedAsIs } from './review';
import { no, type Verb } from './verb';

/** Opens the form in which less can be approved. */
export const approveForm: Verb<'approve-form'> = async (here, { request: id, version }) => {
  const request = await here.ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(here.ledger, request, here.now);
  const obstacle = mayNotReview(request, version, here.speaker, reviewersNow(request, deciders));
  if (obstacle || request.state !== 'pending') return refusedAsIs(here, request, deciders, obstacle);
  return drawForm(here.view, request);
};

/** Somebody who decides says yes; in a list, they go on with what else waits. */
export const approve: Verb<'approve'> = async (here, { request: id, version, quantity, reason, list }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const obstacle = mayNotReview(request, version, speaker, reviewersNow(request, deciders));
  if (obstacle) return refusedAsIs(here, request, deciders, obstacle);
  const granting = await toGrant(here, request);
  if (!granting) return no(here, { why: 'gone' });

  const decision = decide({
    ...granting,
    ...deciders,
    request,
    version,
    by: speaker,
    quantity,
    why: reason,
    background: await backgroundFor(ledger, request),
  });
  if (!decision.ok) return refusedAsIs(here, request, deciders, decision.refusal);
  if (!list) return here.record(decision.change, summary(view, decision.is));
  await here.recordPart(decision.change);
  return here.answer(
    draw(view, { ...(await whatWaits(here, await ledger.benefits())), decided: decision.is }, 1),
  );
};
