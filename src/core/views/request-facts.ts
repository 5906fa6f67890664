import { type Reviewer, stillAsked } from '../course';
import type { Named } from '../person';
import type { Cancelled, Pending, Request } from '../request';
import type { Words } from '../words';
import { agreedIn, decidedBy, onTheWay, quantityIn } from './course-facts';

type Fact = [label: string, value: string];

/** What somebody wrote, for a place that has one line only. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The beginning of what somebody wrote, for a place that has little room. */
export const beginningOf = (text: string, most: number): string => {
  const signs = [...oneLine(text)];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
};

/** Names one after the other. */
export const namesOf = (words: Words, people: Array<Named | Reviewer>): string =>
  words.list(people.map(({ name }) => name));

/** Whom a request waits for now; and whom nothing has reached about it, so that whoever asked may speak to them. */
export function waitedFor({ course }: Pending): Reviewer[] {
  const waited = stillAsked(course);
  const quiet = course.reviewers.filter(({ id }) => !course.reviews.some(({ by }) => by.id === id));
  const those = waited.length > 0 ? waited : quiet;
  return [...those, ...quiet.filter((one) => one.unreached && !those.includes(one))];
}

/** Their names. */
export function namesWaitedFor(words: Words, request: Pending): string {
  const all = waitedFor(request);
  return all.length > 0
    ? words.list(all.map(({ name, unreached }) => (unreached ? words.reaching.notReached(name) : name)))
    : words.review.somebody;
}

/** A request in a few words: `Eve asks for Visio`, and for whom where that is somebody else. */
export function titleOf(words: Words, { requester, assignee, way, benefit }: Request): string {
  if (way.is !== 'asked') return words.behalf.title(assignee.name, benefit.name);
  return requester.id === assignee.id
    ? words.toDecide.title(requester.name, benefit.name)
    : words.behalf.asksFor(requester.name, words.behalf.title(assignee.name, benefit.name));
}

/** Somebody asked for somebody else. */
export const isOnBehalf = ({ requester, assignee, way }: Request): boolean =>
  requester.id !== assignee.id && way.is === 'asked';

/** Who asked, where that is not who will have it. */
export const askerOf = (words: Words, request: Request): Fact[] =>
  isOnBehalf(request) ? [[words.fields.askedBy, request.requester.name]] : [];

/** Who will have it, and who asked where that is somebody else. */
export const peopleOf = (words: Words, request: Request): Fact[] => [
  [words.fields.person, request.assignee.name],
  ...askerOf(words, request),
];

/** Who cancelled it; empty where nobody did. */
export const through = (request: Cancelled): string => ('through' in request ? request.through.name : '');

/** What was asked for, as it stands on every card of a request. */
export function factsOf(words: Words, request: Request): Fact[] {
  const { benefit, language, system, email, reason } = request;
  return [
    [words.fields.benefit, benefit.name],
    [words.fields.quantity, quantityIn(words, request)],
    ...(language ? [[words.fields.language, language] as Fact] : []),
    ...(system ? [[words.fields.system, system] as Fact] : []),
    ...(email ? [[words.fields.alternativeEmail, email] as Fact] : []),
    [words.fields.reason, reason],
    [words.fields[request.way.is === 'asked' ? 'askedOn' : 'givenOn'], words.moment(request.askedAt)],
    ...onTheWay(words, request),
  ];
}

/** Where a request stands, in a few words. */
export function stateIn(words: Words, request: Request): string {
  if (request.state === 'cancelled') return words.cancelledBecause[request.because](through(request));
  if (request.state === 'approved' && request.withMicrosoft) return words.support.state;
  // Those who were asked to decide read it too, so it says whose it is.
  if (request.state === 'offered') return words.offered.kept(request.assignee.name);
  return words.states[request.state];
}

/** Where a request stands, and through whom. */
export function stateOf(words: Words, request: Request): Fact[] {
  const state: Fact = [words.fields.state, stateIn(words, request)];
  switch (request.state) {
    case 'pending':
      return [state, ...agreedIn(words, request), [words.fields.waitsFor, namesWaitedFor(words, request)]];
    case 'waiting':
    case 'offered':
    case 'approved':
    case 'fulfilled':
    case 'denied':
    case 'failed':
      return [
        state,
        ...(isByOneAlone(request) ? [] : agreedIn(words, request)),
        [words.fields.decidedBy, `${decidedBy(words, request)} · ${words.moment(request.at)}`],
        ...(request.state === 'offered' ? [[words.fields.keptUntil, words.hour(request.until)] as Fact] : []),
        ...('why' in request ? [[words.fields.answer, answerOf(request)] as Fact] : []),
      ];
    case 'cancelled':
      return [state];
  }
}

/** Nobody else said yes but who decided it, and that is said already. */
const isByOneAlone = ({ course, by }: Exclude<Request, Pending | Cancelled>): boolean =>
  course?.alone === undefined && (course?.reviews ?? []).length < 2 && course?.reviews[0]?.by.id === by.id;

/** The reason of a no, and who gave it where that is not who decided. */
const answerOf = (request: Extract<Request, { why: string }>): string =>
  request.state === 'failed' ? `${request.through.name}: ${request.why}` : request.why;
