import { ofHolding } from './audit';
import { type Benefit, kindOf } from './benefit';
import { type Change, redrawFor, type Step, tell, tellAll, type UnitState } from './change';
import { type Ending, type Holding, isLive } from './holding';
import type { KeyType } from './key-type';
import type { Named, Person, Speaker } from './person';
import { mayMoveFrom, mostReassignments } from './programme';
import type { Refusal } from './refusal';
import { type Decision, refuse } from './request';
import { mayNotDoTasks, openTask, type Recipient } from './task';
import { addDays, type Day, dayOf, type Instant } from './time';

/** The unit of stock behind a holding. */
export interface HeldUnit {
  unit: string;
  pool: string;
  type: KeyType;
  /** Nobody can use its key. */
  broken?: true;
}

/** Everything that ending a holding must know. */
export interface Ended {
  holding: Holding;
  benefit: Pick<Benefit, 'id' | 'category' | 'delivery' | 'unit' | 'settings'>;
  /** Absent for what has no unit: shared keys, and what an admin sets up. */
  unit: HeldUnit | undefined;
  /** The holder, with the address an admin copies. */
  person: Recipient;
  admins: Person[];
  /** The id of the task that may come into being. */
  task: string;
  now: Instant;
}

/**
 * What becomes of a unit that comes back. One whose key was never shown is as new. The activation of a MAK, and the one redemption
 * of a token, count as used once the key was shown: more are never granted ("Benefits FAQ", Partner Center documentation, 2023). A
 * retail key goes to the next one. Nothing of a broken key goes to anybody.
 */
export function unitComesBack(
  { type, broken }: Pick<HeldUnit, 'type' | 'broken'>,
  shown: boolean,
): Extract<UnitState, 'free' | 'retired'> {
  return broken || (shown && (type === 'mak' || type === 'token')) ? 'retired' : 'free';
}

/** Of everything that an ending must know, what the rules of its kind look at. */
export interface Subject extends Pick<Ended, 'benefit' | 'now'> {
  holding: Pick<Holding, 'since' | 'key' | 'shown' | 'used' | 'quantity'>;
  unit: Pick<HeldUnit, 'type'> | undefined;
}

/**
 * From which day the allocation of an ended holding may go to somebody else, where a rule of the programme delays it; undefined: at
 * once, or as soon as an admin has removed it in Partner Center.
 */
export function freesOn({
  holding,
  benefit,
  now,
}: Pick<Subject, 'holding' | 'benefit' | 'now'>): Day | undefined {
  const today = dayOf(now);
  const since = dayOf(holding.since);
  const from =
    mostReassignments(benefit, today) === 0
      ? addDays(since, daysOfAYear)
      : mayMoveFrom(benefit, since, today)?.from;
  return from && from > today ? from : undefined;
}

const daysOfAYear = 365;

/** What an admin assigned in Partner Center, an admin has to remove there; until then nobody else can have it. */
const isRemovedByHand = (benefit: Ended['benefit']): boolean =>
  ['order', 'credit', 'subscription'].includes(kindOf(benefit));

/** What the end of a holding will do, in this case: said before somebody decides on it. */
export type Aftermath =
  /** The key goes to the next one. `shown`: it may be in use on a machine. */
  | { is: 'key-goes-on'; shown: boolean }
  /** The key, or one of its activations, counts as used up. */
  | { is: 'key-is-spent' }
  /** The quantity is free at once. `shared`: of a key that everybody has. */
  | { is: 'free-at-once'; shared: boolean }
  /** What was used of it stays used; the rest is free. */
  | { is: 'rest-is-free'; used: number; rest: number }
  /** An admin removes it in Partner Center; `from`: not to anybody else before that day. */
  | { is: 'removed-by-hand'; from?: Day };

/** What the end of a holding will do. `end` does just this. */
export function aftermathOf(subject: Subject): Aftermath {
  const { holding, benefit, unit } = subject;
  if (isRemovedByHand(benefit)) {
    const from = freesOn(subject);
    return { is: 'removed-by-hand', ...(from && { from }) };
  }
  if (unit)
    return unitComesBack(unit, holding.shown) === 'retired'
      ? { is: 'key-is-spent' }
      : { is: 'key-goes-on', shown: holding.shown };
  if (holding.used > 0)
    return { is: 'rest-is-free', used: holding.used, rest: holding.quantity - holding.used };
  return { is: 'free-at-once', shared: holding.key };
}

/** Ends a holding: nobody has it any more, and what can be given again is, by the rules of its kind. */
export function end(a: Ended, ending: Ending, by: Speaker | undefined): Change {
  const { holding, benefit, unit, person, admins, now } = a;
  const { id, quantity, used } = holding;
  const byTask = isRemovedByHand(benefit);
  const frees = byTask ? freesOn(a) : undefined;
  const steps: Step[] = [
    { do: 'end', holding: id, at: now, ending, released: !byTask, ...(frees && { frees }) },
  ];
  const notices: Change['notices'] = [];

  if (byTask) {
    const task = openTask(
      a.task,
      {
        kind: 'remove',
        holding: id,
        benefit: holding.benefit,
        quantity,
        ...(holding.evidence && { evidence: holding.evidence }),
        ...(frees && { frees }),
      },
      { person, days: benefit.settings.taskDays, now },
    );
    steps.push({ do: 'open-task', task }, { do: 'take', benefit: benefit.id, quantity: 0 });
    notices.push(...tellAll(admins, task.id, { kind: 'to-do', task }));
  } else {
    steps.push({ do: 'take', benefit: benefit.id, quantity: used - quantity });
    if (unit)
      steps.push({
        do: 'unit',
        unit: unit.unit,
        pool: unit.pool,
        from: 'held',
        to: unitComesBack(unit, holding.shown),
      });
  }

  const { notices: tidings, audit } = endTold(holding, ending, by, now);
  return { steps, notices: [...notices, ...tidings], audit };
}

/** What the holder is told of an end, and what the ledger says of it, however it came about. */
export function endTold(
  holding: Holding,
  ending: Ending,
  by: Named | undefined,
  at: Instant,
): Pick<Change, 'notices' | 'audit'> {
  const { id, person, request } = holding;
  const ended: Holding = { ...holding, state: { is: 'ended', at, ...ending } };
  const notice = { kind: 'ended', holding: ended, ending } as const;
  return {
    notices: [
      ...redrawFor([person], request, notice),
      // So is every question about it: whether it is still needed, whether it goes back.
      ...redrawFor([person], id, notice),
      ...(by?.id !== person.id && ending.how !== 'left' ? [tell(person, request, notice)] : []),
      // The card with which an admin asked for it asks no more.
      ...(by && by.id !== person.id ? redrawFor([by], id, { ...notice, kind: 'came-back' }) : []),
    ],
    audit: [
      ofHolding('holding.ended', holding, {
        ...(by && { by: by.id }),
        why: 'why' in ending && ending.why ? `${ending.how}: ${ending.why}` : ending.how,
      }),
    ],
  };
}

/** A holder gives back. */
export function giveBack(a: Ended, by: Speaker, why: string | undefined): Decision<Holding> {
  if (a.holding.person.id !== by.id) return refuse({ why: 'not-your-holding' });
  return finish(a, { how: 'returned', by: { id: by.id, name: by.name }, ...(why && { why }) }, by);
}

/** An admin takes back, and says why. */
export function takeBack(a: Ended, by: Speaker, why: string): Decision<Holding> {
  const obstacle: Refusal | undefined = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  return finish(a, { how: 'taken-back', by: { id: by.id, name: by.name }, why }, by);
}

function finish(a: Ended, ending: Ending, by: Speaker): Decision<Holding> {
  if (!isLive(a.holding)) return refuse({ why: 'gone' });
  const is: Holding = { ...a.holding, state: { is: 'ended', at: a.now, ...ending } };
  return { ok: true, is, change: end(a, ending, by) };
}

/** An ended holding whose allocation is free at last: an admin has removed it, and no rule keeps it. */
export function release(holding: Holding, now: Instant, by?: Named): Change {
  const { id, benefit, quantity, used } = holding;
  return {
    steps: [
      { do: 'release', holding: id, at: now },
      { do: 'take', benefit: benefit.id, quantity: used - quantity },
    ],
    notices: [],
    audit: [ofHolding('holding.released', holding, { ...(by && { by: by.id }) })],
  };
}
