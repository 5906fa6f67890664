import { Pace } from '../../src/bot/pace';

let at = 0;
let pace: Pace;
beforeEach(() => {
  at = 1_000_000;
  pace = new Pace(
    () => new Date(at),
    () => at,
  );
});

/** Writes as soon as it may, so many times; answers the moments. */
function writes(times: number, ...where: Parameters<Pace['take']>): number[] {
  return Array.from({ length: times }, () => {
    for (let wait = pace.take(...where); wait > 0; wait = pace.take(...where)) at += wait;
    return at;
  });
}

/** The most of these moments that lie within so many milliseconds. */
const mostWithin = (moments: number[], length: number): number =>
  Math.max(...moments.map((from) => moments.filter((one) => one >= from && one < from + length).length));

test('in Slack a conversation gets one message a second, and its neighbour waits for nobody', () => {
  expect(mostWithin(writes(20, 'slack', 'U1'), 1_000)).toBe(1);
  expect(pace.take('slack', 'U2')).toBe(0);
  expect(pace.take('slack', 'C0HELP')).toBe(0);
});

test('in Teams a conversation gets 7 in a second, 8 in two and 60 in thirty, changes included', () => {
  const moments = writes(200, 'teams', 'dana');
  expect(mostWithin(moments, 1_000)).toBe(7);
  expect(mostWithin(moments, 2_000)).toBe(8);
  expect(mostWithin(moments, 30_000)).toBe(60);
  writes(7, 'teams', 'omar');
  expect(pace.take('teams', 'omar', 'change')).toBeGreaterThan(0);
  expect(pace.take('teams', 'eve')).toBe(0);
});

test('in Teams all conversations together get 50 calls in a second, where a new message may be two', () => {
  const first = Array.from({ length: 60 }, (_, n) => writes(1, 'teams', `new ${n}`)).flat();
  expect(mostWithin(first, 1_000)).toBe(24);
  at += 60_000;
  const changed = Array.from({ length: 120 }, (_, n) => writes(1, 'teams', `old ${n}`, 'change')).flat();
  expect(mostWithin(changed, 1_000)).toBe(48);
  expect(pace.take('slack', 'U1')).toBe(0);
});

test('in Slack 50 messages may change in a minute, whosever they are, and new ones do not wait for that', () => {
  const moments = Array.from({ length: 120 }, (_, n) => writes(1, 'slack', `U${n}`, 'change')).flat();
  expect(mostWithin(moments, 60_000)).toBe(50);
  expect(pace.take('slack', 'U7')).toBe(0);
});

test('a platform that asked for silence gets it, and only that one', () => {
  pace.beQuiet('slack', 30_000);
  expect([pace.take('slack', 'U1'), pace.take('slack', 'U1', 'change')]).toEqual([30_000, 30_000]);
  expect(pace.take('teams', 'dana')).toBe(0);
  at += 30_000;
  expect(pace.take('slack', 'U1')).toBe(0);
});

test('what is tidied away does not matter any more', () => {
  writes(60, 'teams', 'dana');
  pace.tidy();
  expect(pace.take('teams', 'dana')).toBeGreaterThan(0);
  at += 61_000;
  pace.tidy();
  expect(pace.take('teams', 'dana')).toBe(0);
});
