import type { Print } from './guard';

const mostRemembered = 20_000;

/**
 * Remembers the requests of which the tokens still live, so that a recorded one cannot be played again: the answer to an
 * invoke may hold what only one person may see. What we failed to answer may come again. Another copy of the bot would take it once more: who could
 * record it has read the answer already, and its effect is kept by its identity (`inbound`).
 */
export function makeReplays(now: () => number = Date.now) {
  const seen = new Map<string, number>();

  return {
    /** True the first time. */
    take({ digest, until }: Print): boolean {
      if ((seen.get(digest) ?? 0) > now()) return false;
      seen.delete(digest);
      seen.set(digest, until);
      if (seen.size > mostRemembered) seen.delete(seen.keys().next().value as string);
      return true;
    },
    forget({ digest }: Print): void {
      seen.delete(digest);
    },
  };
}
