import { ofHolding, ofRequest, ownWords } from './audit';
import type { BenefitSettings } from './benefit';
import { type Change, redrawFor, type Step, tell, tellAll } from './change';
import { bothOf } from './hand-over';
import { type Holding, isLive } from './holding';
import type { Person, Speaker } from './person';
import type { Refusal } from './refusal';
import { type Decision, type Kept, type Offered, refuse, type Waiting } from './request';
import { openTask, type Recipient } from './task';
import type { Instant } from './time';

/**
 * What the holder has after a report. `same-key`: there was one more use of the very key; `shared-key`: it has no units, so it stays;
 * `still-none`: an admin has looked into it, and there is no other yet.
 */
export type AfterReport = 'another-key' | 'same-key' | 'none-yet' | 'still-none' | 'shared-key';

/** What a report of a key that does not work must know. */
export interface Reporting {
  holding: Holding;
  /** The key behind the holding; `unit` is absent of a key that everybody shares. */
  key: Kept | undefined;
  /** There is an open task about what the holding has now: it was reported before. */
  open: boolean;
  /** What could be given in its place. */
  spare: Kept | undefined;
  by: Speaker;
  /** What happened, in the holder's words. */
  report: string;
  /** The holder, with the address an admin may write to. */
  person: Recipient;
  settings: Pick<BenefitSettings, 'taskDays'>;
  admins: Person[];
  /** The id of the task that comes into being. */
  task: string;
  now: Instant;
}

/** Why this person has no say about this key; undefined when it is theirs. */
export function notTheirKey({ holding, by }: Pick<Reporting, 'holding' | 'by'>): Refusal | undefined {
  if (holding.person.id !== by.id) return { why: 'not-your-key' };
  return isLive(holding) ? undefined : { why: 'no-longer-yours', benefit: holding.benefit.name };
}

/** Why this person cannot report this key; undefined when they can. */
export function mayNotReport({ holding, open, by }: Pick<Reporting, 'holding' | 'open' | 'by'>) {
  const obstacle = notTheirKey({ holding, by });
  if (obstacle) return obstacle;
  if (open) return { why: 'already-reported', benefit: holding.benefit.name } as const;
  return holding.key ? undefined : ({ why: 'not-your-key' } as const);
}

/**
 * A key does not work: its unit is set aside, an admin looks into it, and the holder gets another unit if there is one. A key that
 * everybody shares has no unit: an admin looks into it, and the holder keeps it.
 */
export function report(a: Reporting): Decision<AfterReport> {
  const obstacle = mayNotReport(a);
  if (obstacle) return refuse(obstacle);
  if (!a.key) return refuse({ why: 'not-your-key' });

  const { holding, key, by, spare } = a;
  const task = openTask(
    a.task,
    {
      kind: 'check-key',
      holding: holding.id,
      benefit: holding.benefit,
      ...(key.unit && { unit: key.unit }),
      report: a.report,
    },
    { person: a.person, days: a.settings.taskDays, now: a.now },
  );
  return {
    ok: true,
    is: !key.unit ? 'shared-key' : !spare ? 'none-yet' : spare.key === key.key ? 'same-key' : 'another-key',
    change: {
      steps: [
        ...(key.unit
          ? [{ do: 'unit', ...key.unit, from: 'held', to: 'set-aside' } as const, ...rekey(holding, spare)]
          : []),
        { do: 'open-task', task },
      ],
      notices: tellAll(a.admins, task.id, { kind: 'to-do', task }),
      audit: [ofHolding('key.reported', holding, { by: by.id, why: a.report })],
    },
  };
}

/** A holder who has been without a key since a report gets one, before anybody of the waiting list; undefined when they need none. */
export function replace(holding: Holding, spare: Kept): Change | undefined {
  if (!isLive(holding) || holding.key) return undefined;
  const has: Holding = { ...holding, key: true };
  return {
    steps: rekey(holding, spare),
    notices: [tell(holding.person, holding.request, { kind: 'replaced', holding: has })],
    audit: [ofHolding('key.replaced', holding)],
  };
}

/**
 * What was kept for somebody is of a key that is broken: they stand on the waiting list again, where they stood before. `place`: from 1.
 */
export function putBack({ until: _, kept, ...asked }: Offered, place: number): Change {
  const is: Waiting = { ...asked, version: asked.version + 1, state: 'waiting' };
  return {
    steps: [
      { do: 'move', request: is },
      { do: 'take', benefit: is.benefit.id, quantity: -is.quantity },
      ...(kept?.unit ? [{ do: 'unit', ...kept.unit, from: 'held', to: 'free' } as const] : []),
    ],
    notices: [
      ...redrawFor([...bothOf(is), ...is.asked], is.id, { kind: 'decided', request: is }),
      ...bothOf(is).map((to) => tell(to, is.id, { kind: 'waiting', request: is, place })),
    ],
    audit: [ofRequest('request.waiting', is, { why: ownWords.keptIsBroken })],
  };
}

/** The holding goes on with another key, or without one. */
const rekey = (holding: Holding, spare: Kept | undefined): Step[] => [
  {
    do: 'rekey',
    holding: holding.id,
    ...(spare && { key: spare.key }),
    ...(spare?.unit && { unit: spare.unit.unit }),
  },
  ...(spare?.unit ? [{ do: 'unit', ...spare.unit, from: 'free', to: 'held' } as const] : []),
];
