import fc from 'fast-check';
import { replace, report } from '../../src/core/broken-key';
import type { Step, UnitState } from '../../src/core/change';
import { end } from '../../src/core/give-back';
import type { Holding } from '../../src/core/holding';
import { ada, eve, holding, id, later, server } from './examples';

const reporting = {
  by: eve,
  report: 'Windows says 0xC004C008',
  person: { id: eve.id, name: eve.name },
  settings: { taskDays: 3 },
  admins: [ada],
  task: id(900),
  now: later,
};

/** Units of keys, brought in, given, reported, checked, replaced and given back, in any order. */
type Act = { act: 'give' | 'report' | 'works' | 'broken' | 'return' | 'replace' | 'import'; at: number };
const acts = fc.array(
  fc.record<Act>({
    act: fc.constantFrom(
      'import',
      'give',
      'give',
      'report',
      'report',
      'report',
      'works',
      'broken',
      'return',
      'replace',
    ),
    at: fc.nat(1000),
  }),
  { maxLength: 60, size: 'max' },
);

interface World {
  units: Map<string, { key: string; state: UnitState }>;
  imported: number;
  holdings: Map<string, { holding: Holding; unit: string | undefined; task?: string | undefined }>;
  reports: number;
  replaced: number;
}

/** Applies what core decided, and insists that each unit is where the step says it comes from. */
function apply(world: World, steps: Step[]): void {
  for (const step of steps) {
    if (step.do === 'unit') {
      const one = world.units.get(step.unit);
      expect(one?.state).toBe(step.from);
      if (one) one.state = step.to;
    }
    const held = 'holding' in step ? world.holdings.get(step.holding) : undefined;
    if (step.do === 'rekey' && held) {
      held.unit = step.unit;
      held.holding = { ...held.holding, key: step.key !== undefined };
    }
    if (step.do === 'end' && held) {
      held.holding = { ...held.holding, state: { is: 'ended', at: step.at, ...step.ending } };
      held.unit = undefined;
    }
  }
}

function carryOut(world: World, { act, at }: Act): void {
  const pool = id(501);
  const add = (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const name = String(world.imported);
      world.units.set(name, { key: id(600 + Math.floor(world.imported / 3)), state: 'free' });
      world.imported += 1;
    }
  };
  const free = [...world.units].filter(([, { state }]) => state === 'free');
  const spareOf = () => {
    const found = free[at % Math.max(1, free.length)];
    return found && { key: found[1].key, unit: { unit: found[0], pool } };
  };
  const all = [...world.holdings.values()];
  const chosen = all[at % Math.max(1, all.length)];

  if (act === 'import') {
    add(1 + (at % 2));
    return;
  }
  if (act === 'give') {
    const spare = spareOf();
    if (!spare) return;
    const name = id(3000 + world.holdings.size);
    world.holdings.set(name, { holding: { ...holding, id: name }, unit: spare.unit.unit });
    apply(world, [{ do: 'unit', ...spare.unit, from: 'free', to: 'held' }]);
    return;
  }
  if (!chosen) return;
  const behind = chosen.unit === undefined ? undefined : world.units.get(chosen.unit);
  if (act === 'report') {
    const key = behind && chosen.unit ? { key: behind.key, unit: { unit: chosen.unit, pool } } : undefined;
    const reported = chosen.unit;
    const decision = report({
      ...reporting,
      holding: chosen.holding,
      key,
      open: chosen.task !== undefined,
      spare: spareOf(),
    });
    if (!decision.ok) return;
    world.reports += 1;
    apply(world, decision.change.steps);
    chosen.task = reported;
  } else if (act === 'works' || act === 'broken') {
    if (!chosen.task) return;
    apply(world, [
      { do: 'unit', unit: chosen.task, pool, from: 'set-aside', to: act === 'works' ? 'free' : 'retired' },
    ]);
    chosen.task = undefined;
  } else if (act === 'replace') {
    const spare = spareOf();
    const change = spare && replace(chosen.holding, spare);
    if (!change) return;
    world.replaced += 1;
    apply(world, change.steps);
  } else {
    if (chosen.holding.state.is === 'ended') return;
    const unit = chosen.unit
      ? ({ unit: chosen.unit, pool, type: at % 2 ? 'mak' : 'retail' } as const)
      : undefined;
    const change = end(
      {
        holding: chosen.holding,
        benefit: server,
        unit,
        person: reporting.person,
        admins: [],
        task: id(1),
        now: later,
      },
      { how: 'left' },
      undefined,
    );
    apply(world, change.steps);
  }
}

const after = (all: Act[]): World => {
  const world: World = { units: new Map(), imported: 0, holdings: new Map(), reports: 0, replaced: 0 };
  for (const act of all) carryOut(world, act);
  return world;
};
const always = (look: (world: World) => void) =>
  fc.assert(
    fc.property(acts, (all) => look(after(all))),
    { numRuns: 300 },
  );

test('what was brought in is what is free, held, set aside and retired', () => {
  always(({ units, imported }) => {
    const count = (state: UnitState) => [...units.values()].filter((one) => one.state === state).length;
    expect(count('free') + count('held') + count('set-aside') + count('retired')).toBe(imported);
  });
});

test('a unit is held exactly while one live holding has it, and set aside exactly while its report is open', () => {
  always(({ units, holdings }) => {
    const held = [...units].filter(([, { state }]) => state === 'held').map(([name]) => name);
    const had = [...holdings.values()].flatMap(({ unit }) => unit ?? []);
    expect(had.sort()).toEqual(held.sort());
    const aside = [...units].filter(([, { state }]) => state === 'set-aside').map(([name]) => name);
    expect([...holdings.values()].flatMap(({ task }) => task ?? []).sort()).toEqual(aside.sort());
  });
});

test('whoever has no unit has no key, and the other way round', () => {
  always(({ holdings }) => {
    for (const { holding, unit } of holdings.values())
      if (holding.state.is !== 'ended') expect(holding.key).toBe(unit !== undefined);
  });
});

test('these worlds are not empty: keys are reported, and replaced, in some of them', () => {
  const worlds = fc.sample(acts, { numRuns: 300, seed: 7 }).map(after);
  const all = (count: (world: World) => number) => worlds.reduce((sum, world) => sum + count(world), 0);
  expect(all(({ reports }) => reports)).toBeGreaterThan(100);
  expect(all(({ replaced }) => replaced)).toBeGreaterThan(20);
});
