import type { PlatformName } from '../core/person';

/** So many at most within so many milliseconds. */
type Window = readonly [milliseconds: number, most: number];

/** What is written: a new message, or another card in the place of one that is there. */
export type Writing = 'message' | 'change';

/**
 * What each platform takes in one conversation: Slack one message a second (docs.slack.dev, rate limits), Teams more, changes included
 * (rate-limit, "per bot per thread", 2026-11). A little is added to each, because the other side counts by its own clock.
 */
const inConversation: Record<PlatformName, readonly Window[]> = {
  slack: [[1_050, 1]],
  teams: [
    [1_050, 7],
    [2_050, 8],
    [30_100, 60],
  ],
};
/** Changes in Slack count for the whole workspace, whosever message it is: 50 a minute (chat.update is of tier 3, same page). */
const slackChanges: readonly Window[] = [[60_500, 50]];
/**
 * Teams counts every call of one app in one tenant as well: 50 a second (same page of Teams). A message to somebody who never spoke is two
 * calls, so each counts as two.
 */
const teamsInAll: readonly Window[] = [[1_050, 48]];
const callsOf: Record<Writing, number> = { message: 2, change: 1 };
const longest = 60_500;

/** Whether the platforms count what is written to them. Real ones always do. */
export type Counting = 'counted' | 'uncounted';

/**
 * How fast platforms may be written to: by their own limits, by a clock that only runs forward; and not at all while one has asked
 * for silence, by the one clock. Each copy of the bot counts what it writes itself; where several are too fast together, the platform asks for
 * silence and nothing is lost.
 */
export class Pace {
  private readonly written = new Map<string, number[]>();
  private readonly quietUntil = new Map<PlatformName, number>();

  /** @param steady milliseconds that pass evenly; of real time, unless a test has a time of its own */
  constructor(
    private readonly now: () => Date,
    private readonly steady: () => number = () => performance.now(),
    private readonly counting: Counting = 'counted',
  ) {}

  /** A platform asked to be left alone for so many milliseconds: then it is, about everybody. */
  beQuiet(platform: PlatformName, milliseconds: number): void {
    const until = this.now().getTime() + milliseconds;
    this.quietUntil.set(platform, Math.max(this.quietUntil.get(platform) ?? 0, until));
  }

  /** How long a platform still wants to be left alone, in milliseconds. */
  quietFor(platform: PlatformName): number {
    return Math.max(0, (this.quietUntil.get(platform) ?? 0) - this.now().getTime());
  }

  /**
   * Takes the next turn to write there. Looked up and counted in one go: of two who would write at the same moment, one has to wait.
   * @param where whose conversation it is, or which channel
   * @returns 0, and the turn is taken; else the milliseconds until there may be one, and none is
   */
  take(platform: PlatformName, where: string, what: Writing = 'message'): number {
    const wait = this.waitFor(platform, where, what);
    if (wait === 0) this.wrote(platform, where, what);
    return wait;
  }

  private waitFor(platform: PlatformName, where: string, what: Writing): number {
    if (this.counting === 'uncounted') return this.quietFor(platform);
    const at = this.steady();
    const waits = countedBy(platform, where, what).flatMap(({ key, windows, calls }) =>
      windows.map(([length, most]) => {
        const inside = (this.written.get(key) ?? []).filter((moment) => moment > at - length);
        // The one that has to be over before so many more fit in.
        const blocking = inside[inside.length + calls - 1 - most];
        return blocking === undefined ? 0 : Math.ceil(blocking + length - at);
      }),
    );
    return Math.max(this.quietFor(platform), ...waits);
  }

  /** Something was written without a turn: whoever speaks is answered at once. */
  wrote(platform: PlatformName, where: string, what: Writing = 'message'): void {
    const at = this.steady();
    for (const { key, calls } of countedBy(platform, where, what))
      this.written.set(key, [...(this.written.get(key) ?? []), ...Array<number>(calls).fill(at)]);
  }

  /** Forgets what does not matter any more. */
  tidy(): void {
    const old = this.steady() - longest;
    for (const [key, moments] of this.written) {
      const recent = moments.filter((moment) => moment > old);
      if (recent.length > 0) this.written.set(key, recent);
      else this.written.delete(key);
    }
  }
}

/** What the platform counts together with it, within which windows, and as how many calls. */
function countedBy(platform: PlatformName, where: string, what: Writing) {
  if (platform === 'slack' && what === 'change')
    return [{ key: 'slack changes', windows: slackChanges, calls: 1 }];
  const inTheirs = { key: `${platform} ${where}`, windows: inConversation[platform], calls: 1 };
  return platform === 'slack'
    ? [inTheirs]
    : [inTheirs, { key: 'teams in all', windows: teamsInAll, calls: callsOf[what] }];
}
