/** What a call counts as. */
type RateKind = 'send' | 'create' | 'members';

type Window = readonly [milliseconds: number, calls: number];

/**
 * Per bot and conversation.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, "Per bot per thread limit" (2026-09)
 */
const sending: readonly Window[] = [
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1_800],
];
const perConversation: Record<RateKind, readonly Window[]> = {
  send: sending,
  create: sending,
  members: [
    [1_000, 14],
    [2_000, 16],
    [30_000, 120],
    [3_600_000, 3_600],
  ],
};
/** Per app and tenant, every call counts. Same page: 50 requests per second. */
const perTenant: readonly Window[] = [[1_000, 50]];

export type Rates = {
  /** Counts a call; answers the milliseconds to wait when it is one too many (then it is not counted). */
  take(kind: RateKind, conversation: string): number | undefined;
};

/** Sliding windows over the given clock. */
export function createRates(now: () => number): Rates {
  const calls = new Map<string, number[]>();
  const wait = (key: string, windows: readonly Window[], at: number): number => {
    const longest = Math.max(...windows.map(([length]) => length));
    const past = (calls.get(key) ?? []).filter((t) => t > at - longest);
    calls.set(key, past);
    return Math.max(
      0,
      ...windows.map(([length, most]) => {
        const inside = past.filter((t) => t > at - length);
        const blocking = inside[inside.length - most];
        return blocking === undefined ? 0 : blocking + length - at;
      }),
    );
  };
  return {
    take(kind, conversation) {
      const at = now();
      const key = `${kind} ${conversation}`;
      const pause = Math.max(wait(key, perConversation[kind], at), wait('tenant', perTenant, at));
      if (pause > 0) return pause;
      calls.get(key)?.push(at);
      calls.get('tenant')?.push(at);
      return undefined;
    },
  };
}
