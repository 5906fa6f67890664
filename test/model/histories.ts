import fc from 'fast-check';
import type { Model } from './model';
import { type Benefit, benefits, type Command, people } from './world';

/** How often each kind of command is tried, against the others. */
const weights = {
  ask: 12,
  approve: 12,
  deny: 3,
  cancel: 3,
  accept: 16,
  decline: 14,
  'show key': 8,
  return: 6,
  'take back': 3,
  'report key': 4,
  keep: 16,
  use: 8,
  assign: 5,
  reassign: 5,
  claim: 4,
  finish: 10,
  'could not': 3,
  'bring in': 2,
  leave: 1,
  wait: 8,
} satisfies Record<Command['do'], number>;
export type CommandKind = keyof typeof weights;
export const commandKinds = Object.keys(weights) as CommandKind[];

/** A command before it is known what there is: numbers stand for people and things, so that a shorter history still means something. */
export interface Rough {
  do: CommandKind;
  who: number;
  whom: number;
  what: number;
  many: number;
}

const rough: fc.Arbitrary<Rough> = fc.record({
  do: fc.oneof(...commandKinds.map((kind) => ({ weight: weights[kind], arbitrary: fc.constant(kind) }))),
  who: fc.nat(99),
  whom: fc.nat(99),
  what: fc.nat(999),
  many: fc.nat(99),
});

export interface History {
  /** What it is about: of few things there is soon nothing left. */
  about: Benefit[];
  commands: Rough[];
}

/** Of which there is the most to tell: keys that run out, and incidents that are used. */
const mostTold = benefits.filter(({ name }) => name === 'Server' || name === 'Incidents');

export const histories: fc.Arbitrary<History> = fc.record({
  about: fc
    .tuple(fc.subarray(benefits, { minLength: 1, maxLength: 2 }), fc.subarray(mostTold))
    .map((chosen) => [...new Set(chosen.flat())]),
  commands: fc.array(rough, { minLength: 10, maxLength: 60, size: 'max' }),
});

const waits = [1, 5, 24, 24, 72, 24 * 8, 24 * 31, 24 * 31, 24 * 31, 24 * 95];

/**
 * What a rough command means now. Where there is nothing yet that it could be about, something is brought on its way instead: a task
 * is done, a request approved, or something asked for.
 */
export function settle(model: Model, about: Benefit[], one: Rough): Command {
  const instead = one.many % 2 === 0 ? (['finish', 'approve'] as const) : (['approve', 'finish'] as const);
  const kinds = [one.do, ...instead, 'ask'] as const;
  for (const kind of kinds) {
    const command = meaning(model, about, { ...one, do: kind });
    if (command) return command;
  }
  throw new Error('one can always ask');
}

/** Mostly what makes sense, sometimes anything; undefined when there is nothing it could be about. */
function meaning(
  model: Model,
  about: Benefit[],
  { do: kind, who, whom, what, many }: Rough,
): Command | undefined {
  const pick = <T>(all: readonly T[], sensible: (one: T) => boolean, at: number): T | undefined => {
    const some = at % 10 === 7 ? all : all.filter(sensible);
    return some[Math.floor(at / 10) % some.length];
  };
  const names = people.map(({ name }) => name);
  const anybody = (at: number) => names[at % names.length] as string;
  /** Somebody who may, mostly. */
  const by = (may: (name: string) => boolean) =>
    pick(names, (name) => may(name) && !model.gone.has(name), who) ?? anybody(who);
  const present = (at: number) => pick(names, (name) => !model.gone.has(name), at) ?? anybody(at);
  const request = (state: string) => pick(model.requests, (one) => one.state === state, what);
  const holding = (sensible: (one: Model['holdings'][number]) => boolean = () => true) =>
    pick(model.holdings, (one) => one.live && sensible(one), what);
  const benefit = (about[what % about.length] as Benefit).name;

  switch (kind) {
    case 'ask': {
      const asker = present(who);
      const to = whom % 3 === 0 ? present(whom) : asker;
      return { do: kind, by: asker, to, benefit, quantity: 1 + (many % (many % 9 === 0 ? 6 : 2)) };
    }
    case 'approve':
    case 'deny': {
      const found = request('pending');
      if (!found) return undefined;
      const may = (name: string) => name !== found.by && name !== found.to && !/Eve|Mei|Gus/.test(name);
      return { do: kind, by: by(may), request: found.name };
    }
    case 'cancel': {
      const found = pick(model.requests, ({ state }) => /pending|waiting|offered/.test(state), what);
      return (
        found && { do: kind, by: by((name) => name === found.by || name === found.to), request: found.name }
      );
    }
    case 'accept':
    case 'decline': {
      const found = request('offered');
      return (
        found && { do: kind, by: by((name) => name === found.by || name === found.to), request: found.name }
      );
    }
    case 'show key':
    case 'report key': {
      const found = holding(({ key }) => key);
      return found && { do: kind, by: by((name) => name === found.request.to), holding: found.request.name };
    }
    case 'return':
    case 'keep': {
      const found = holding(({ answerBy }) => kind === 'return' || answerBy !== undefined);
      return found && { do: kind, by: by((name) => name === found.request.to), holding: found.request.name };
    }
    case 'use': {
      const found = holding(({ request: { thing } }) => thing.kind === 'contract');
      return (
        found && {
          do: kind,
          by: by((name) => name === found.request.to),
          holding: found.request.name,
          quantity: 1 + (many % 2),
        }
      );
    }
    case 'take back': {
      const found = holding();
      return found && { do: kind, by: by(model.isAdmin), holding: found.request.name };
    }
    case 'assign': {
      const to = [...new Set(many % 3 === 0 ? [anybody(whom), anybody(many)] : [anybody(whom)])];
      return { do: kind, by: by(model.isAdmin), to, benefit };
    }
    case 'reassign': {
      const found = holding();
      return found && { do: kind, by: by(model.isAdmin), holding: found.request.name, to: anybody(whom) };
    }
    case 'claim':
    case 'could not':
    case 'finish': {
      const found = pick(model.tasks, ({ open }) => open, what);
      if (!found) return undefined;
      const named = { by: by(model.isAdmin), task: found.name };
      return kind === 'finish'
        ? { do: kind, ...named, outcome: (['works', 'spent', 'broken'] as const)[many % 3] ?? 'works' }
        : { do: kind, ...named };
    }
    case 'bring in': {
      const keyed = about.filter(({ units }) => units);
      const { name, kind: of } = keyed[what % keyed.length] ?? {};
      if (!name) return undefined;
      const units = Array.from({ length: 1 + (many % 2) }, () => (of === 'token' ? 2 + (many % 3) : 1));
      return { do: kind, benefit: name, units };
    }
    case 'leave':
      return who % 3 === 0 ? { do: kind, person: anybody(whom) } : undefined;
    case 'wait':
      return { do: kind, hours: waits[many % waits.length] as number };
  }
}
