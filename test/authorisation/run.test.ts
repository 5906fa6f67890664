import { actors } from './actors';
import { type Cell, play } from './cell';
import { aboutHolding, aboutNothing, aboutRequest, aboutTask } from './commands';
import {
  complete,
  holdingStates,
  holdings,
  noState,
  others,
  requestStates,
  requests,
  taskStates,
  tasks,
} from './matrix';
import { openWorld } from './world';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  expect(world.door.troubles).toEqual([]);
  await world.close();
});

/** The cells of a block, one by one. */
const cellsOf = <States extends readonly unknown[]>(
  block: Record<(typeof actors)[number], { readonly [S in keyof States]: Cell['word'] }>,
  states: States,
  command: (state: States[number]) => Cell['command'],
  called: (state: States[number]) => string,
): Cell[] =>
  actors.flatMap((actor) =>
    states.map((state, at) => ({
      actor,
      command: command(state),
      state: called(state),
      word: block[actor][at] as Cell['word'],
    })),
  );

const keysOf = <T extends object>(table: T) => Object.keys(table) as Array<keyof T>;

test('every command stands in the table, in as many cells as there are', () => {
  // The compiler has seen to the rest.
  expect(complete).toEqual([true, true]);
  const cells = [requests, holdings, tasks, others].flatMap((part) =>
    Object.values<Record<string, readonly Cell['word'][]>>(part).flatMap((block) =>
      Object.values(block).flat(),
    ),
  );
  expect(cells).toHaveLength(22 * (21 * 10 + 15 * 2 + 6 * 2 + 47));
});

describe.each(['slack', 'teams'] as const)('on %s', (platform) => {
  /** Plays the cells and says which are otherwise than the table has them. */
  async function holds(cells: Cell[]): Promise<void> {
    const wrong: string[] = [];
    for (const cell of cells) {
      const one = await play(world, platform, cell);
      if (one) wrong.push(one);
    }
    expect(wrong).toEqual([]);
  }

  test.each(keysOf(requests))('%s', (type) =>
    holds(
      cellsOf(
        requests[type],
        requestStates,
        ({ is }) =>
          () => {
            const id = world.requests[is];
            return aboutRequest[type](id, world.version(id), world);
          },
        ({ is }) => is,
      ),
    ),
  );

  test.each(keysOf(holdings))('%s', (type) => {
    const [of, command] = aboutHolding[type];
    return holds(
      cellsOf(
        holdings[type],
        holdingStates,
        (state) => () => command(world.holdings[of][state], world),
        (state) => state,
      ),
    );
  });

  test.each(keysOf(tasks))('%s', (type) =>
    holds(
      cellsOf(
        tasks[type],
        taskStates,
        (state) => () => aboutTask[type](world.tasks[state]),
        (state) => state,
      ),
    ),
  );

  test.each(keysOf(others))('%s', (type) =>
    holds(
      cellsOf(
        others[type],
        noState,
        () => (code) => aboutNothing[type](world, code),
        (state) => state,
      ),
    ),
  );
});
