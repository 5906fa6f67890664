import { duties } from '../../src/handlers/duties';
import { type Duty, makeRounds, type OnDuty } from '../../src/handlers/rounds';
import type { Ledger, Store } from '../../src/store/open';

let now: Date;
let version: string;
/** What is due of the duty, what was done of it, and how often it was looked for. */
let due: string[];
let done: string[];
let looks: number;
let broken: Set<string>;

jest.mock('../../src/handlers/duties', () => ({ duties: [] }));
const known = duties as Duty[];

const ledger = { version: async () => version } as unknown as Ledger;
const store = {
  ledger,
  longTransaction: (work: (inside: Ledger) => Promise<unknown>) => work(ledger),
} as unknown as Store;
const reported: string[] = [];
const open = () => makeRounds({ store, now: () => now, changed() {}, report: (duty) => reported.push(duty) });

beforeEach(() => {
  now = new Date('2026-11-23T09:10:00Z');
  version = '1';
  [due, done, looks, broken] = [[], [], 0, new Set()];
  known.splice(0, Number.POSITIVE_INFINITY, {
    name: 'of the test',
    async due() {
      looks += 1;
      return due;
    },
    async carryOut(_: OnDuty, id: string) {
      if (broken.has(id)) throw new Error('broken');
      done.push(id);
    },
  });
  reported.length = 0;
});
afterEach(() => jest.restoreAllMocks());

/** Time that no clock of ours shows. */
function whole(seconds: number): void {
  const before = performance.now();
  jest.spyOn(performance, 'now').mockImplementation(() => before + seconds * 1_000);
}

test('what fails is tried again at once, then ever more rarely; the rest is done every time', async () => {
  const rounds = open();
  due = ['broken', 'whole'];
  broken.add('broken');
  for (let round = 0; round < 5; round++) await rounds.once();
  expect(reported).toHaveLength(2);
  expect(done).toHaveLength(5);
  whole(5);
  await rounds.once();
  expect(reported).toHaveLength(3);
});

test('what has failed is done as soon as it can be, and is forgotten', async () => {
  const rounds = open();
  due = ['broken'];
  broken.add('broken');
  await rounds.once();
  await rounds.once();
  broken.clear();
  await rounds.once();
  expect(done).toEqual([]);
  whole(5);
  await rounds.once();
  expect(done).toEqual(['broken']);
});

describe('what is looked for once a minute', () => {
  beforeEach(() => Object.assign(known[0] as Duty, { onceAMinute: true }));

  test('is looked for no more where nothing was due', async () => {
    const rounds = open();
    for (let round = 0; round < 5; round++) await rounds.once();
    expect(looks).toBe(1);
  });

  test.each<[string, () => void]>([
    ['when another minute has begun', () => (now = new Date('2026-11-23T09:11:00Z'))],
    ['when time was moved by whole days', () => (now = new Date('2026-12-23T09:10:00Z'))],
    ['when something was given or brought in', () => (version = '2')],
  ])('and again %s', async (_, happens) => {
    const rounds = open();
    await rounds.once();
    happens();
    await rounds.once();
    await rounds.once();
    expect(looks).toBe(2);
  });

  test('is looked for all the time as long as something is due', async () => {
    const rounds = open();
    due = ['one'];
    for (let round = 0; round < 3; round++) await rounds.once();
    expect([looks, done.length]).toEqual([3, 3]);
  });
});
