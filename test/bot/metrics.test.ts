import { makeMetrics } from '../../src/metrics';

const now = new Date('2026-03-02T08:00:00Z');
const backlog = (due: number, dead: number, seconds: number | undefined) => async () => ({
  due,
  dead,
  oldest: seconds === undefined ? null : new Date(now.getTime() - seconds * 1_000),
});

/** What a collector reads, by name. */
async function pageOf(metrics: ReturnType<typeof makeMetrics>): Promise<Record<string, number>> {
  const { text } = await metrics.page();
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^(benefits_(?:notices|events)_\w+) (\S+)$/.exec(line) ?? [];
      return name ? [[name, Number(value)]] : [];
    }),
  );
}

test('what waits for the chats and for the webhook is told apart, each with its oldest', async () => {
  const metrics = makeMetrics({ notices: backlog(2, 0, 90), events: backlog(7, 3, 3_600) }, () => now);
  expect(await pageOf(metrics)).toEqual({
    benefits_notices_waiting: 2,
    benefits_notices_undeliverable: 0,
    benefits_notices_oldest_seconds: 90,
    benefits_events_waiting: 7,
    benefits_events_undeliverable: 3,
    benefits_events_oldest_seconds: 3_600,
  });
});

test('nothing waits, a clock that went back, and a database that is away', async () => {
  const events = jest.fn(backlog(1, 0, 5));
  const metrics = makeMetrics({ notices: backlog(0, 0, undefined), events }, () => now);
  await pageOf(metrics);
  events.mockImplementation(backlog(1, 0, -5));
  expect(await pageOf(metrics)).toMatchObject({
    benefits_notices_oldest_seconds: 0,
    benefits_events_oldest_seconds: 0,
  });
  events.mockRejectedValue(new Error('gone'));
  expect(await pageOf(metrics)).toMatchObject({ benefits_events_waiting: 1 });
});

test('without a webhook nothing is said of one', async () => {
  const metrics = makeMetrics({ notices: backlog(2, 0, 90) }, () => now);
  expect(Object.keys(await pageOf(metrics)).filter((name) => name.startsWith('benefits_events'))).toEqual([]);
});
