import { randomUUID } from 'node:crypto';
import { effectOf } from '../../src/core/command-effects';
import { reading, senderOf } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { dana, type Figure, omar } from '../support/people';
import { type Case, cases, type Said } from './cases';
import { difference, type EndState, endState, sumOf } from './end-state';
import { shuffled } from './shuffled';
import { openStage, type Stage } from './stage';

const all: Array<{ name: string; type: keyof typeof cases; case: Case }> = (
  Object.entries(cases) as Array<[keyof typeof cases, Record<string, Case>]>
).flatMap(([type, some]) =>
  Object.entries(some).map(([how, one]) => ({ name: `${type} ${how}`, type, case: one })),
);
const together = 'two at the same moment';
const runs = { once: 0, atOnce: 1, shuffled: 2, pressed: 3 };

let stage: Stage;
/** What each comes to when it is delivered once. */
const alone = new Map<string, EndState>();

beforeAll(async () => {
  stage = await openStage(
    [...all.map(({ name }) => name.replace(/[^\w ]/g, '')), together],
    Object.keys(runs).length,
  );
});
afterEach(async () => {
  // Taken away with the look, so that one test is red for what it did alone.
  expect(stage.door.troubles.splice(0)).toEqual([]);
  expect(await brokenLaws(stage.door.sql)).toEqual([]);
});
afterAll(() => stage.close());

const made = (name: string, one: Case, run: number): Promise<Said> =>
  one.make(stage.scene(name.replace(/[^\w ]/g, ''), run));
const says = async ({ from, command }: Said, identity: string) =>
  (await stage.door.handle(command, from, identity)).card;
const now = () => endState(stage.door.sql);

/** What a delivery again comes to: nothing, but that each look at a key is noted. */
const again = (type: keyof typeof cases, times: number): EndState =>
  type === 'show-key' ? { key_views: times, audit: times } : {};

describe.each(all)('$name', ({ name, type, case: one }) => {
  test('delivered once, it happens', async () => {
    const said = await made(name, one, runs.once);
    const before = await now();
    const card = await says(said, randomUUID());
    expect(reading(card)).toMatch(one.answer);
    const change = difference(before, await now());
    expect(change).not.toEqual({});
    alone.set(name, change);
  });

  test('delivered twenty times at once, it comes to the same and is answered alike', async () => {
    const said = await made(name, one, runs.atOnce);
    const before = await now();
    const delivery = randomUUID();
    const cards = await Promise.all(Array.from({ length: 20 }, () => says(said, delivery)));
    for (const card of cards) expect(reading(card)).toMatch(one.answer);
    for (const card of cards) expect(card).toEqual(cards[0]);
    expect(difference(before, await now())).toEqual(sumOf([alone.get(name) as EndState, again(type, 19)]));
  });

  if (!one.eachCounts)
    test('pressed twenty times at once, it comes to the same and every answer is a kind one', async () => {
      const said = await made(name, one, runs.pressed);
      const before = await now();
      const cards = await Promise.all(Array.from({ length: 20 }, () => says(said, randomUUID())));
      const { inbound: _, ...change } = difference(before, await now());
      const { inbound: __, ...once } = alone.get(name) as EndState;
      expect(change).toEqual(once);
      for (const card of cards) expect(reading(card)).not.toMatch(/Something went wrong|null|undefined/);
    });
});

test('all of them delivered five times, in a shuffled order, come to the same and are answered alike', async () => {
  const deliveries: Array<{ name: string; one: Case; said: Said; identity: string }> = [];
  for (const { name, case: one } of all)
    deliveries.push({ name, one, said: await made(name, one, runs.shuffled), identity: randomUUID() });
  const before = await now();
  const answers = new Map<string, unknown[]>();
  for (const { name, said, identity } of shuffled(Array.from({ length: 5 }, () => deliveries).flat()))
    answers.set(name, [...(answers.get(name) ?? []), await says(said, identity)]);

  for (const { name, one } of deliveries) {
    const cards = answers.get(name) as Array<Awaited<ReturnType<typeof says>>>;
    expect(cards).toHaveLength(5);
    for (const card of cards) {
      expect([name, reading(card)]).toEqual([name, expect.stringMatching(one.answer)]);
      expect(card).toEqual(cards[0]);
    }
  }
  expect(difference(before, await now())).toEqual(
    sumOf([...alone.values(), ...all.map(({ type }) => again(type, 4))]),
  );
});

test('two of two agree at the same moment: the stage ends, and one that follows begins', async () => {
  for (const run of Object.values(runs)) {
    const scene = stage.scene(together, run);
    const request = await scene.asked('staged');
    const yes = (who: Figure) =>
      says({ from: senderOf(who), command: { type: 'approve', request, version: 1 } }, randomUUID());
    await Promise.all([yes(dana), yes(omar)]);
    const { stage: at, version } = await stage.door.sql('requests').where({ id: request }).first();
    expect({ at, version }).toEqual({ at: 2, version: 2 });
  }
});

test('a code that was used stays used, and one that was replaced stays so, when what asked for it is delivered again', async () => {
  const { sql } = stage.door;
  const digest = async () => (await sql('link_codes').pluck('digest')).map(String);
  const asks = (delivery: string) => says({ from: senderOf(dana), command: { type: 'link' } }, delivery);
  await sql('link_codes').del();
  const [first, second] = [randomUUID(), randomUUID()];
  await asks(first);
  await asks(second);
  const good = await digest();
  await asks(first);
  expect(await digest()).toEqual(good);
  await sql('link_codes').del();
  await asks(second);
  expect(await digest()).toEqual([]);
});

test('every command with an effect has its case', () => {
  const deciding = Object.entries(effectOf).flatMap(([type, effect]) => (effect === 'reads' ? [] : [type]));
  expect([...Object.keys(cases), 'accept-ledger'].sort()).toEqual(deciding.sort());
});
