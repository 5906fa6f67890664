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

/** The words of a card, and who reads it where that is one person alone. */
export interface Reading {
  words: Words;
  reader?: string | undefined;
}

/** A person as a reader reads of them: whoever it is themself is “you”. */
const nameFor = ({ words, reader }: Reading, { id, name }: Named): string =>
  id === reader ? words.behalf.you : name;

/** A request in a few words: `Eve asks for Visio`, and for whom where that is somebody else; `Your request for Visio` to Eve herself. */
export function titleOf(view: Reading, request: Request): string {
  const { words, reader } = view;
  const { requester, assignee, way, benefit } = request;
  if (way.is !== 'asked')
    return reader === assignee.id
      ? words.behalf.forYou(benefit.name)
      : words.behalf.title(assignee.name, benefit.name);
  if (requester.id === assignee.id)
    return reader === requester.id
      ? words.toDecide.yours(benefit.name)
      : words.toDecide.title(requester.name, benefit.name);
  if (reader === requester.id) return words.behalf.yoursFor(benefit.name, assignee.name);
  return reader === assignee.id
    ? words.behalf.asksForYou(requester.name, benefit.name)
    : words.behalf.asksFor(requester.name, words.behalf.title(assignee.name, benefit.name));
}

/** Somebody asked for somebody else. */
export const isOnBehalf = ({ requester, assignee, way }: Request): boolean =>
  requester.id !== assignee.id && way.is === 'asked';

/** Who asked, where that is not who will have it. */
export const askerOf = (view: Reading, request: Request): Fact[] =>
  isOnBehalf(request) ? [[view.words.fields.askedBy, nameFor(view, request.requester)]] : [];

/** Who will have it, and who asked where that is somebody else. Whoever asked for themself need not be told. */
export const peopleOf = (view: Reading, request: Request): Fact[] =>
  view.reader === request.assignee.id && !isOnBehalf(request)
    ? []
    : [[view.words.fields.person, nameFor(view, request.assignee)], ...askerOf(view, request)];

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
export function stateIn({ words, reader }: Reading, request: Request): string {
  if (request.state === 'cancelled') return words.cancelledBecause[request.because](through(request));
  if (request.state === 'approved' && request.withMicrosoft) return words.support.state;
  // Those who were asked to decide read it too, so it says whose it is.
  if (request.state === 'offered')
    return request.assignee.id === reader
      ? words.offered.keptForYou
      : words.offered.kept(request.assignee.name);
  return words.states[request.state];
}

/** Where a request stands, and through whom. */
export function stateOf(view: Reading, request: Request): Fact[] {
  const { words } = view;
  const state: Fact = [words.fields.state, stateIn(view, request)];
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
        ...('why' in request ? [[words.fields.answer, answerOf(words, request)] as Fact] : []),
      ];
    case 'cancelled':
      return [state];
  }
}

/** Nobody else said yes but who decided it, and that is said already. */
const isByOneAlone = ({ course, by }: Exclude<Request, Pending | Cancelled>): boolean =>
  course?.alone === undefined && (course?.reviews ?? []).length < 2 && course?.reviews[0]?.by.id === by.id;

/** The reason of a no, and who gave it where that is not who decided. */
const answerOf = (words: Words, request: Extract<Request, { why: string }>): string =>
  request.state === 'failed' ? words.labelled(request.through.name, request.why) : request.why;
