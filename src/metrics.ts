import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator can watch (`GET /metrics`, Prometheus). Names and counts only: nothing of what people say or hold. */
export function makeMetrics(
  backlog: () => Promise<{ due: number; dead: number; oldest: Date | null }>,
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
  const waiting = new Gauge({
    name: 'benefits_notices_waiting',
    help: 'Notices not delivered yet.',
    registers,
  });
  const dead = new Gauge({ name: 'benefits_notices_undeliverable', help: 'Notices given up.', registers });
  const oldest = new Gauge({
    name: 'benefits_notices_oldest_seconds',
    help: 'For how long the oldest waiting notice has been due.',
    registers,
  });

  return {
    answered: (path: string, status: number, seconds: number) =>
      answers.observe({ path, status: String(status) }, seconds),
    trouble: (kind: string) => troubles.inc({ kind }),
    /** The page as Prometheus reads it. */
    async page(): Promise<{ type: string; text: string }> {
      // The rest is worth knowing most when the database is away.
      const state = await backlog().catch(() => undefined);
      if (state) {
        waiting.set(state.due);
        dead.set(state.dead);
        oldest.set(state.oldest ? Math.max(0, (now().getTime() - state.oldest.getTime()) / 1000) : 0);
      }
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
