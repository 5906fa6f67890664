/** The one clock: every rule, due time and expiry takes the time from it. */
export interface Clock {
  now(): Date;
  stop(): void;
}

/** How often the address of `CLOCK_URL` is asked, in milliseconds. */
export const clockAskedEvery = 500;

/** The time as it is. */
export const realClock = (): Clock => ({ now: () => new Date(), stop() {} });

/**
 * The time as it is, moved by as many milliseconds as an address answers: for the playground and for tests. While the address is
 * silent the last answer holds. Resolves after the first answer, or after a second without one.
 */
export async function movedClock(url: string, every = clockAskedEvery): Promise<Clock> {
  let offset = 0;
  const ask = async () => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
      const answer = Number((await response.text()).trim());
      if (response.ok && Number.isFinite(answer)) offset = answer;
    } catch {
      // Not there just now: time goes on as it was.
    }
  };
  await ask();
  const timer = setInterval(ask, every);
  timer.unref();
  return { now: () => new Date(Date.now() + offset), stop: () => clearInterval(timer) };
}
