import type { Card } from '../core/card';
import { greenwich } from '../core/reader-clock';
import type { Request } from '../core/request';
import { type Deciders, reviewersNow } from '../core/review';
import { viewFor } from '../core/views/catalogue';
import { sharedBenefit, sharedRequest } from '../core/views/sharing';
import { decidersOf } from './deciders';
import { concerning, review } from './review';
import { type Here, no, type Verb } from './verb';

/** `share`: a benefit as a card for everybody in a chat. */
export const share: Verb<'share'> = async (here, { benefit: id }) => {
  const benefit = await here.ledger.benefit(id);
  return benefit ? sharedBenefit(here.view, benefit) : no(here, { why: 'gone' });
};

/** `share-request`: a request as a card for everybody in a chat; by whom it concerns. `locale`: what it was shared in, where that is not the speaker's. */
export const shareRequest: Verb<'share-request'> = async (here, { request: id, locale }) => {
  const concern = await concerning(here, id);
  if (concern.is === 'not-theirs') return no(here, concern.refusal);
  return concern.is === 'seen'
    ? forEverybody(
        locale ? { ...here, view: viewFor(locale, greenwich, here.view.now) } : here,
        concern.request,
        concern.deciders,
      )
    : no(here, { why: 'gone' });
};

/** `shared`: what whoever looks sees of such a card: whom it concerns all of it, with what they can do; others how it stands. */
export const shared: Verb<'shared'> = async (here, { request: id }) => {
  const concern = await concerning(here, id);
  if (concern.is === 'seen') {
    const own = await review(here, { type: 'review', request: id });
    const { each } = await forEverybody(here, concern.request, concern.deciders);
    return 'attempt' in own || !each ? own : { ...own, each };
  }
  const request = await here.ledger.request(id);
  return request
    ? forEverybody(here, request, await decidersOf(here.ledger, request, here.now))
    : no(here, { why: 'gone' });
};

async function forEverybody(
  { ledger, view, from }: Here,
  request: Request,
  deciders: Deciders,
): Promise<Card> {
  const reviewers = reviewersNow(request, deciders);
  const { requester, assignee } = request;
  const whom = await ledger.accountsOn(
    from.platform,
    [requester, assignee, ...reviewers, ...request.asked].map(({ id }) => id),
  );
  const current =
    request.state === 'pending' ? { ...request, course: { ...request.course, reviewers } } : request;
  return sharedRequest(view, current, whom);
}
