/** What nobody sees: signs of format, controls, fillers such as U+115F and U+3164 (which are letters), the blank of Braille; and trade marks. */
const unseen = /(?!\s)[\p{Cf}\p{Cc}\p{DI}]|[\u{2800}\u{FEFF}®™©]/gu;

/** A name as it is shown: one line, single blanks, nothing invisible. Wording and case stay. */
export const tidyName = (name: string): string => name.replace(unseen, '').replace(/\s+/g, ' ').trim();

/**
 * A name as it is compared: exports write the same product with trailing or double blanks, no-break spaces, curly apostrophes, long
 * dashes, trade marks and another case.
 */
export const normalName = (name: string): string =>
  tidyName(tidyName(name).normalize('NFKC'))
    .replace(/[‘’ʼ′`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\p{Pd}\u{2212}]/gu, '-')
    .toLowerCase();

/** Whether a word of a name mixes letters that look alike: Latin ones with Cyrillic or Greek ones. Nobody could tell it from another. */
export const mixesAlphabets = (name: string): boolean =>
  (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );

export interface Nearest {
  name: string;
  /** 1: the same; 0: nothing in common. */
  score: number;
}

/**
 * The candidate that shares most with `name`. Undefined where even the best has less than `atLeast` in common: a far-fetched hint helps
 * nobody.
 */
export const nearest = (name: string, candidates: readonly string[], atLeast?: number): Nearest | undefined =>
  nameFinder(candidates)(name, atLeast);

/**
 * The same for many names against one list, which is taken apart once. Names are compared by their groups of three letters (Dice's
 * coefficient), which forgives word order and endings; a group that few candidates have weighs more, so that "Exchange" counts for more
 * than "Server 2019 Standard".
 */
export function nameFinder(
  candidates: readonly string[],
): (name: string, atLeast?: number) => Nearest | undefined {
  const known = candidates.map((name) => ({ name, parts: trigrams(name) }));
  const having = new Map<string, number>();
  for (const { parts } of known) for (const part of parts) having.set(part, (having.get(part) ?? 0) + 1);
  const weigh = (parts: Set<string>): number => sum([...parts].map(weight));
  const weight = (part: string): number => Math.log(1 + (1 + known.length) / (having.get(part) ?? 1));
  const weighed = known.map(({ name, parts }) => ({ name, parts, weight: weigh(parts) }));

  return (name, atLeast = 0.3) => {
    const parts = trigrams(name);
    const own = weigh(parts);
    let best: Nearest | undefined;
    for (const candidate of weighed) {
      const shared = sum([...parts].filter((part) => candidate.parts.has(part)).map(weight));
      const score = shared === 0 ? 0 : (2 * shared) / (own + candidate.weight);
      if (score >= atLeast && score > (best?.score ?? 0)) best = { name: candidate.name, score };
    }
    return best;
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** All groups of three letters or digits of each word, its edges included. Works for Chinese names too. */
function trigrams(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of normalName(name).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [' ', ...word, ' '];
    for (let at = 0; at + 2 < letters.length; at++) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}
