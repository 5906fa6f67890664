import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What waits to be delivered, what was given up, and since when the oldest waits. */
interface Backlog {
  due: number;
  dead: number;
  oldest: Date | null;
}

/**
 * What an operator can watch (`GET /metrics`, Prometheus). Names and counts only: nothing of what people say or hold.
 * @param events only where there is a webhook: what was left of an earlier one waits for nobody
 */
export function makeMetrics(
  { notices, events }: { notices: () => Promise<Backlog>; events?: (() => Promise<Backlog>) | undefined },
  now: () => Date,
) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const answers = new Histogram({
    name: 'benefits_answer_seconds',
    help: 'Time from the arrival of a request to the end of our answer, by path and status.',
    labelNames: ['path', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const troubles = new Counter({
    name: 'benefits_troubles_total',
    help: 'Errors that were answered with an incident number, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const backlogOf = (what: 'notices' | 'events', where: string) => {
    const gauge = (name: string, help: string) =>
      new Gauge({ name: `benefits_${what}_${name}`, help: `${help}${where}.`, registers });
    const [waiting, dead, oldest] = [
      gauge('waiting', `So many ${what} are not delivered yet`),
      gauge('undeliverable', `So many ${what} were given up`),
      gauge('oldest_seconds', `For how long the oldest of the ${what} has been waiting`),
    ];
    return (state: Backlog): void => {
      waiting.set(state.due);
      dead.set(state.dead);
      oldest.set(state.oldest ? Math.max(0, (now().getTime() - state.oldest.getTime()) / 1000) : 0);
    };
  };
  const backlogs = [
    { ask: notices, show: backlogOf('notices', ', in the chats') },
    ...(events ? [{ ask: events, show: backlogOf('events', ', to the webhook') }] : []),
  ];

  return {
    answered: (path: string, status: number, seconds: number) =>
      answers.observe({ path, status: String(status) }, seconds),
    trouble: (kind: string) => troubles.inc({ kind }),
    /** The page as Prometheus reads it. */
    async page(): Promise<{ type: string; text: string }> {
      // The rest is worth knowing most when the database is away.
      for (const { ask, show } of backlogs) {
        const state = await ask().catch(() => undefined);
        if (state) show(state);
      }
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
