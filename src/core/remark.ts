import { ofRequest } from './audit';
import { type Change, tell } from './change';
import { openQuestion, type Remark, type Reviewer } from './course';
import { bothOf } from './hand-over';
import type { Background } from './notice';
import type { Speaker } from './person';
import { type Decision, type Pending, type Request, refuse } from './request';
import { mayNotReview, named } from './review';
import { askPersonally, redrawForThem } from './tell-reviewers';
import type { Instant } from './time';

/** What saying something about a request must know. */
export interface Remarking {
  id: string;
  request: Request;
  by: Speaker;
  text: string;
  /** Who may answer the request at this moment. */
  reviewers: Reviewer[];
  background: Background;
  now: Instant;
}

/**
 * Somebody says something about a request. Whoever may decide it asks a question, which goes to whoever asked and whoever will have it;
 * what these say is the answer to it, or a word of their own, and stands on every card of it.
 */
export function remark(a: Remarking): Decision<Pending> {
  const { id, request, by, text, reviewers, background, now } = a;
  const concerns = bothOf(request).some((one) => one.id === by.id);
  if (!concerns) {
    const obstacle = mayNotReview(request, request.version, by, reviewers);
    if (obstacle && obstacle.why !== 'already-answered') return refuse(obstacle);
  }
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });

  const question = openQuestion(request.course);
  const said: Remark = {
    id,
    by: named(by),
    kind: concerns ? (question ? 'answer' : 'word') : 'question',
    text,
    at: now,
  };
  const is: Pending = {
    ...request,
    course: { ...request.course, remarks: [...request.course.remarks, said] },
  };
  const action = said.kind === 'question' ? 'request.questioned' : 'request.remarked';
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'remark', request: request.id, remark: said }],
      notices: [
        ...redrawForThem(is, background),
        ...(said.kind === 'question'
          ? bothOf(is).map((to) => tell(to, is.id, { kind: 'question', request: is, question: said }))
          : toWhoAsked(is, question, reviewers, background)),
      ],
      audit: [ofRequest(action, is, { by: by.id, why: text })],
    },
  };
}

/** Whoever asked the question hears that it was answered, if they may still decide. */
const toWhoAsked = (
  is: Pending,
  question: Remark | undefined,
  reviewers: Reviewer[],
  background: Background,
): Change['notices'] =>
  question
    ? askPersonally(
        is,
        background,
        'answered',
        reviewers.filter(({ id }) => id === question.by.id),
      )
    : [];
