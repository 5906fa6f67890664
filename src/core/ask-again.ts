import { backgroundOf } from './ask';
import type { Stocked } from './benefit';
import { type Change, redrawFor, tellAll } from './change';
import type { Holding } from './holding';
import type { Person, Speaker } from './person';
import { askedToDecide } from './policy';
import type { Pending } from './request';

/** Everything that asking again must know. The caller has locked the request. */
export interface AskingAgain {
  request: Pending;
  /** Who asked, and who will have it, with their twins. */
  concerned: Array<Pick<Speaker, 'id' | 'twins'>>;
  /** Everybody active who may decide something. */
  deciders: Person[];
  benefit: Stocked;
  /** What the assignee holds now. */
  holdings: Holding[];
}

/**
 * Everybody who was asked has left, or decides no more: those are asked who would be asked today. The request stays as it is, so
 * that a card of it stays good.
 *
 * @returns undefined when somebody can still answer, or when nobody is there to ask
 */
export function askAgain(a: AskingAgain): { is: Pending; change: Change } | undefined {
  const { request, deciders } = a;
  if (request.asked.some(({ id }) => deciders.some((one) => one.id === id))) return undefined;
  const asked = askedToDecide(a.concerned, deciders).map(({ id, name }) => ({ id, name }));
  if (asked.length === 0) return undefined;

  const is: Pending = { ...request, asked };
  const { id, assignee, requester, benefit } = is;
  const background = backgroundOf(is, a.benefit, a.holdings);
  return {
    is,
    change: {
      steps: [{ do: 'ask-again', request: is }],
      notices: [
        ...tellAll(asked, id, { kind: 'to-decide', request: is, background }),
        ...(assignee.id === requester.id
          ? []
          : redrawFor([assignee], id, { kind: 'asked-for-you', request: is })),
      ],
      audit: [{ action: 'request.asked-again', subject: id, person: assignee.id, benefit: benefit.id }],
    },
  };
}
