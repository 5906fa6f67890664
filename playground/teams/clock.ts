/** The time by which the tenant lives: tests move it by hand, the playground uses the wall clock. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs the function once after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
};

export const wallClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until `forward(milliseconds)` is called; due functions run in their order. */
export function handClock(start = Date.UTC(2026, 8, 1, 9)): Clock & { forward(milliseconds: number): void } {
  let time = start;
  const alarms = new Set<{ at: number; run: () => void }>();
  return {
    now: () => time,
    after(milliseconds, run) {
      const alarm = { at: time + milliseconds, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    forward(milliseconds) {
      const until = time + milliseconds;
      for (;;) {
        const [next] = [...alarms].filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        alarms.delete(next);
        time = next.at;
        next.run();
      }
      time = until;
    },
  };
}
