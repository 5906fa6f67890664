import type { Locale } from '../core/words';
import { within } from '../handlers/within';
import type { Standing } from '../store/store';

/** Asks a platform who somebody is. Throws when it does not answer. */
export interface Directory {
  look(home: string, user: string): Promise<Standing>;
}

/** The longest that an answer may wait for a directory (design: order of a turn). */
const deadline = 1_000;
/** How old an answer may be for somebody who only reads. */
const recent = 60_000;
const mostRemembered = 10_000;

/**
 * A directory with a deadline and a memory of a minute. `fresh` never uses the memory: a decision and a look at a key
 * count by what is true now. When the directory fails or is late the standing is `unknown`, in the language last seen.
 * @param now milliseconds of a clock that moves by itself; age here is about real time, not about the business day.
 */
export function rememberingDirectory(directory: Directory, now: () => number = Date.now) {
  const remembered = new Map<string, { at: number; standing: Standing }>();

  return async (home: string, user: string, how: 'fresh' | 'recent'): Promise<Standing> => {
    const key = `${home}/${user}`;
    const known = remembered.get(key);
    if (how === 'recent' && known && now() - known.at < recent) return known.standing;

    const standing = await within(deadline, directory.look(home, user));
    if (!standing) return { standing: 'unknown', locale: known?.standing.locale ?? fallback };

    remembered.delete(key);
    remembered.set(key, { at: now(), standing });
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value as string);
    return standing;
  };
}

const fallback: Locale = 'en';
