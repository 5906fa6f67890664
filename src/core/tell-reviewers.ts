import { type Addressed, type Change, distinct, tell } from './change';
import { type Reviewer, stillAsked } from './course';
import { bothOf } from './hand-over';
import type { Background, Notice, ToDecide } from './notice';
import type { Named } from './person';
import type { Company } from './policy/reviewers';
import type { Pending } from './request';

/** What somebody needs to decide it. */
const toDecide = (
  request: Pending,
  background: Background,
  { id }: Pick<Reviewer, 'id'>,
  again?: ToDecide['again'],
  through?: string,
): ToDecide => ({
  kind: 'to-decide',
  request,
  background,
  reader: id,
  ...(again && { again }),
  ...(through && { through }),
});

/**
 * Each of those who are written to and have not answered gets a message with all they need to decide; but for whoever has so many waiting
 * that they get them in one.
 * @param again why it comes once more; absent: it is the first one
 * @param through who makes it come once more, by name
 */
export function askThem(
  request: Pending,
  background: Background,
  { people, digestAbove }: Pick<Company, 'people' | 'digestAbove'>,
  again?: Exclude<ToDecide['again'], Personally>,
  them: Named[] = stillAsked(request.course),
  through?: string,
): Change['notices'] {
  const isSwamped = (id: string): boolean => {
    const waiting = people.find((person) => person.id === id)?.waiting ?? 0;
    const isCounted = again !== undefined && again !== 'escalated';
    return digestAbove !== undefined && waiting + (isCounted ? 0 : 1) > digestAbove;
  };
  return them
    .filter(({ id }) => !isSwamped(id))
    .map((to) => tell(to, request.id, toDecide(request, background, to, again, through)));
}

type Personally = 'handed' | 'answered';

/** What is meant for one person alone is a message of its own, however many wait for them. */
export const askPersonally = (
  request: Pending,
  background: Background,
  again: Personally,
  them: Named[],
): Change['notices'] => them.map((to) => tell(to, request.id, toDecide(request, background, to, again)));

/**
 * What somebody's cards of a request that waits show: to whoever asked or will have it, how it stands; to whoever is still to answer, all
 * they need for it; to everybody else, who has answered, has handed it over or decides it no more, nothing to press.
 */
export function shownTo(request: Pending, background: Background, id: string): Notice {
  if (bothOf(request).some((one) => one.id === id)) return { kind: 'still-waits', request, reader: id };
  return isStillToAnswer(request, id) ? toDecide(request, background, { id }) : { kind: 'decided', request };
}

/** These people's cards of it show how it is now. */
export const redrawAsItIs = (request: Pending, background: Background, them: Named[]): Change['notices'] =>
  distinct(them).map(
    ({ id }): Addressed => ({
      to: id,
      subject: request.id,
      way: 'redraw',
      notice: shownTo(request, background, id),
    }),
  );

/** Everybody who may have a card of it sees it as it is now. */
export const redrawForThem = (request: Pending, background: Background): Change['notices'] =>
  redrawAsItIs(request, background, [...request.asked, ...bothOf(request)]);

/** So do whoever asked and whoever will have it. */
export const redrawForBoth = (request: Pending, background: Background): Change['notices'] =>
  redrawAsItIs(request, background, bothOf(request));

const isStillToAnswer = ({ course: { reviewers, reviews } }: Pending, person: string): boolean =>
  reviewers.some(({ id }) => id === person) &&
  !reviewers.some(({ for: whom }) => whom?.how === 'handed' && whom.id === person) &&
  !reviews.some(({ by }) => by.id === person);
