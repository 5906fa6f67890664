import { ofHolding, ofTask } from './audit';
import { redrawFor, type Step, tell } from './change';
import type { CheckedKey, CheckOutcome } from './check-key';
import type { Finishing, Outcome } from './finish-task';
import { endTold, release, unitComesBack } from './give-back';
import { type Ending, type Holding, isLive } from './holding';
import type { Refusal } from './refusal';
import type { Approved } from './request';
import type { DoneTask, Duty, OpenTask } from './task';
import { dayOf } from './time';

/** The holding behind a task, as it is when the task is finished. */
export interface Old {
  holding: Holding;
  /** Its allocation was given free already. */
  released: boolean;
  /** What is free of the allocation. */
  room: number;
  /** The task to remove it, where somebody gave it back while it was to be reassigned. */
  removal?: OpenTask | undefined;
  /** It is being moved to somebody else: what it took of the allocation goes with it. */
  moving?: boolean;
}

type Doing = Pick<Finishing, 'task' | 'by' | 'evidence' | 'admins' | 'now'>;

/**
 * Somebody else has it now: the holding before ends, and its allocation passes on. Where it ended meanwhile, what is left of it is
 * settled with it, so that nothing is taken or given free twice.
 */
export function reassigned(old: Old, request: Approved, a: Doing): Outcome | Refusal {
  const { holding, released, room } = old;
  // What was used up of it stays used.
  const taken = released ? request.quantity : request.quantity - holding.quantity + holding.used;
  if (taken > room) return { why: 'none-left', benefit: request.benefit.name };
  const take: Step[] = taken === 0 ? [] : [{ do: 'take', benefit: request.benefit.id, quantity: taken }];
  if (isLive(holding)) {
    const ended = endedFor(holding, request, a);
    return { ...ended, steps: [...ended.steps, ...take] };
  }
  const left: Step[] = released ? [] : [{ do: 'release', holding: holding.id, at: a.now }];
  const { steps, notices, audit } = settled(old.removal, a);
  return { steps: [...left, ...steps, ...take], notices, audit };
}

function endedFor(holding: Holding, request: Approved, { by, now }: Doing): Outcome {
  const ending: Ending = { how: 'reassigned', by: request.by, why: request.reason };
  return {
    steps: [{ do: 'end', holding: holding.id, at: now, ending, released: true }],
    ...endTold(holding, ending, by, now),
  };
}

/** Whoever reassigned it in Partner Center removed it from the one before. */
function settled(removal: OpenTask | undefined, { by, evidence, admins, now }: Doing): Outcome {
  if (!removal) return { steps: [], notices: [], audit: [] };
  const { remindAt: _, ...opened } = removal;
  const named = { id: by.id, name: by.name };
  const is: DoneTask = { ...opened, state: 'done', by: named, at: now, ...(evidence && { evidence }) };
  return {
    steps: [{ do: 'finish-task', task: is }],
    notices: redrawFor(admins, removal.id, { kind: 'task-done', task: is }),
    audit: [ofTask('task.done', removal, { by: by.id })],
  };
}

/**
 * It was taken from its holder in Partner Center: its allocation is free, unless a rule of the programme keeps it until a day, or a move to
 * somebody else that is under way.
 */
export function removed(
  { holding, released, moving }: Old,
  { frees }: Extract<Duty, { kind: 'remove' }>,
  { by, now }: Doing,
): Outcome {
  const kept = frees !== undefined && frees > dayOf(now);
  if (kept || released || moving || isLive(holding)) return { steps: [], notices: [], audit: [] };
  return release(holding, now, { id: by.id, name: by.name });
}

/**
 * A key that was reported has been looked at: nothing of it is given any more, or not this one use of it, or it is as good as any.
 * The holder is told.
 */
export function checked(
  outcome: CheckOutcome,
  { unit, benefit }: Extract<Duty, { kind: 'check-key' }>,
  { by, now }: Doing,
  { holding, key }: { holding: Holding; key: CheckedKey },
): Outcome {
  const becomes = unit && outcome === 'works' ? unitComesBack(key, key.shown) : 'retired';
  // A use that nobody else can have any more stays with whoever had it.
  const stays = unit && outcome === 'works' && becomes === 'retired' && !key.broken;
  const theirs = stays && isLive(holding) && !holding.key;
  const isOver = !unit && outcome === 'broken' && isLive(holding) && holding.key;
  const has: Holding = { ...holding, key: theirs || (holding.key && !isOver) };
  return {
    steps: [
      ...(unit ? [{ do: 'unit', ...unit, from: 'set-aside', to: theirs ? 'held' : becomes } as const] : []),
      ...(theirs ? [{ do: 'rekey', holding: holding.id, key: key.key, unit: unit.unit } as const] : []),
      ...(isOver ? [{ do: 'rekey', holding: holding.id } as const] : []),
      ...(outcome === 'broken' ? [{ do: 'break-key', key: key.key, at: now } as const] : []),
      { do: 'take', benefit: benefit.id, quantity: 0 },
    ],
    notices: isLive(holding)
      ? [tell(holding.person, holding.request, { kind: 'key-checked', holding: has, outcome })]
      : [],
    audit: [ofHolding('key.checked', holding, { by: by.id, why: outcome })],
  };
}
