import type { Card } from '../core/card';
import type { Background } from '../core/notice';
import { passOn, whoMayTakeOver } from '../core/pass-on';
import { isApprover } from '../core/person';
import type { Refusal } from '../core/refusal';
import { remark as decideRemark } from '../core/remark';
import type { Pending, Request } from '../core/request';
import { type Deciders, mayNotOverride, mayNotReview, mayReadReasons, reviewersNow } from '../core/review';
import { takeOn as decideTakingOn } from '../core/take-on';
import { summary } from '../core/views/deciding';
import { handOverForm as drawHandOverForm, remarkForm as drawRemarkForm } from '../core/views/deciding-forms';
import { changed, inFull } from '../core/views/reviewing';
import { standing } from '../core/views/sharing';
import { saidTooLate } from '../core/views/too-late';
import { backgroundFor, decidersOf } from './deciders';
import { type Here, no, type Verb } from './verb';
import { namingWhoMay, personNamed } from './whom';

/**
 * The answer to whoever cannot answer a request as they wanted: it is over, and they see how it ended; it has changed, and they see how
 * it stands now; or they may not, and read why.
 */
export async function refusedAsIs(
  here: Here,
  request: Request,
  deciders: Deciders,
  refusal: Refusal | undefined,
): Promise<Card> {
  if (!refusal || refusal.why === 'already-decided') return asItStands(here, request, deciders);
  if (refusal.why !== 'changed-meanwhile' || request.state !== 'pending') return no(here, refusal);
  const reviewers = reviewersNow(request, deciders);
  const now = { ...request, course: { ...request.course, reviewers } };
  return changed(here.view, now, await backgroundFor(here.ledger, request), here.speaker.id);
}

/** A request with nothing to press: with its reasons for whom they are meant. */
const asItStands = ({ view, speaker }: Here, request: Request, deciders: Deciders, fromList = false): Card =>
  mayReadReasons(request, speaker, reviewersNow(request, deciders))
    ? summary(view, request, fromList)
    : standing(view, current(request, deciders), fromList);

/** With whom it waits for at this moment. */
const current = (request: Request, deciders: Deciders): Request =>
  request.state === 'pending'
    ? { ...request, course: { ...request.course, reviewers: reviewersNow(request, deciders) } }
    : request;

/** A request that waits, in full, with all that whoever speaks can do about it. */
function drawInFull(
  here: Here,
  request: Pending,
  deciders: Deciders,
  background: Background,
  fromList = false,
): Card {
  const { speaker, view } = here;
  const reviewers = reviewersNow(request, deciders);
  const mayDecide = !mayNotReview(request, request.version, speaker, reviewers);
  return inFull(
    view,
    { ...request, course: { ...request.course, reviewers } },
    {
      background,
      reader: speaker.id,
      theirs: isTheirs(here, request),
      mayDecide,
      mayOverride: !mayDecide && !mayNotOverride(request, request.version, speaker),
      fromList,
    },
  );
}

const isTheirs = ({ speaker }: Here, { requester, assignee }: Request): boolean =>
  requester.id === speaker.id || assignee.id === speaker.id;

/**
 * What somebody may see of a request: all of it, for whom it concerns (whoever asked, will have it, decides it or was asked to, or is an
 * admin); how it stands, for other approvers; else why nothing is said of it.
 */
export async function concerning(
  { ledger, speaker, now }: Here,
  id: string,
): Promise<
  { is: 'seen' | 'of-others'; request: Request; deciders: Deciders } | { is: 'not-theirs'; refusal: Refusal }
> {
  const request = await ledger.request(id);
  if (!request) return { is: 'not-theirs', refusal: { why: 'gone' } };
  const deciders = await decidersOf(ledger, request, now);
  const theirs = request.requester.id === speaker.id || request.assignee.id === speaker.id;
  const all = mayReadReasons(request, speaker, reviewersNow(request, deciders));
  if (!all && !isApprover(speaker)) return { is: 'not-theirs', refusal: { why: 'gone' } };
  // Seeing it asks as much as deciding it: it names people and reasons.
  if (!theirs && !speaker.mayDecide) return { is: 'not-theirs', refusal: { why: 'unlinked-account' } };
  return { is: all ? 'seen' : 'of-others', request, deciders };
}

/** One request in full, for whom it concerns. */
export const review: Verb<'review'> = async (here, { request: id, list }) => {
  const concern = await concerning(here, id);
  if (concern.is === 'not-theirs') return no(here, concern.refusal);
  const { request, deciders } = concern;
  const fromList = list !== undefined;
  if (concern.is === 'of-others' || request.state !== 'pending')
    return asItStands(here, request, deciders, fromList);
  return drawInFull(here, request, deciders, await backgroundFor(here.ledger, request), fromList);
};

/** Opens the form in which something is said about a request. */
export const remarkForm: Verb<'remark-form'> = async (here, { request: id }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const theirs = request.requester.id === speaker.id || request.assignee.id === speaker.id;
  const obstacle = mayNotReview(request, request.version, speaker, reviewersNow(request, deciders));
  if (!theirs && obstacle && obstacle.why !== 'already-answered')
    return refusedAsIs(here, request, deciders, obstacle);
  if (request.state !== 'pending') return summary(view, request);
  return drawRemarkForm(view, request, here.newId(), theirs);
};

/** Something is said about a request. A form that was sent twice counts once. */
export const remark: Verb<'remark'> = async (here, { remark: said, request: id, what }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const background = await backgroundFor(ledger, request);
  if (request.course?.remarks.some((one) => one.id === said && one.by.id === speaker.id))
    return request.state === 'pending'
      ? drawInFull(here, request, deciders, background)
      : summary(view, request);
  const decision = decideRemark({
    id: said,
    request,
    by: speaker,
    text: what,
    reviewers: reviewersNow(request, deciders),
    background,
    now: view.now,
  });
  if (!decision.ok)
    return decision.refusal.why === 'already-decided'
      ? saidTooLate(view, request, asItStands(here, request, deciders), isTheirs(here, request))
      : refusedAsIs(here, request, deciders, decision.refusal);
  return here.record(decision.change, drawInFull(here, decision.is, deciders, background));
};

/** "I'm on it." */
export const takeOn: Verb<'take-on'> = async (here, { request: id, version }) => {
  const { ledger, speaker, view } = here;
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const background = await backgroundFor(ledger, request);
  const reviewers = reviewersNow(request, deciders);
  const decision = decideTakingOn({ request, version, by: speaker, reviewers, background, now: view.now });
  if (!decision.ok) return refusedAsIs(here, request, deciders, decision.refusal);
  return here.record(decision.change, drawInFull(here, decision.is, deciders, background));
};

/** Opens the form in which a colleague is chosen. */
export const handOverForm: Verb<'hand-over-form'> = async (here, { request: id, version }) => {
  const request = await here.ledger.request(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(here.ledger, request, here.now);
  const obstacle = mayNotReview(request, version, here.speaker, reviewersNow(request, deciders));
  if (obstacle || request.state !== 'pending') return refusedAsIs(here, request, deciders, obstacle);
  const colleagues = whoMayTakeOver({ ...deciders, request, by: here.speaker });
  if (colleagues.length === 0) {
    const others = reviewersNow(request, deciders).some((one) => one.told && one.id !== here.speaker.id);
    return no(here, { why: others ? 'all-asked-already' : 'nobody-to-hand-to' });
  }
  return drawHandOverForm(here.view, request, colleagues);
};

/** A colleague decides in the speaker's place. */
export const handOver: Verb<'hand-over'> = async (here, { request: id, version, person }) => {
  const { ledger, speaker, view } = here;
  // Who is meant is found out before anything is locked: meeting somebody waits for others who meet them.
  const whom = await personNamed(here, person);
  if (whom.is === 'not-clear') return no(here, whom.refusal);
  const request = await ledger.lockRequest(id);
  if (!request) return no(here, { why: 'gone' });
  const deciders = await decidersOf(ledger, request, here.now);
  const decision = passOn({
    ...deciders,
    request,
    version,
    by: speaker,
    to: whom.person,
    background: await backgroundFor(ledger, request),
    now: view.now,
  });
  if (!decision.ok) {
    const colleagues = whoMayTakeOver({ ...deciders, request, by: speaker });
    return refusedAsIs(here, request, deciders, namingWhoMay(decision.refusal, colleagues));
  }
  return here.record(decision.change, summary(view, decision.is));
};
