import type { NamedBenefit } from '../find-benefit';
import { inChinese, longestSaid, standsFor } from './families';
import { filler, weak } from './filler';
import { projectMeant } from './phrases';
import { slips, slipsAllowed } from './slip';
import { plain, traditional } from './written';

/** A benefit and the words of its name. */
export interface Taken {
  benefit: NamedBenefit;
  name: string;
  words: string[];
}

/** All names, and how many of them have each word. */
export interface Vocabulary {
  names: Taken[];
  having: Map<string, number>;
  /** The Chinese words of names, and those that stand for one; `looks` finds the longest. */
  chinese: { words: Set<string>; looks: RegExp };
}

/** One thing that was said of a product: any of these groups of words of a name is meant. */
export interface Clue {
  meant: string[][];
  /** It was taken for a word that looks like it. */
  mended: boolean;
  /** It is a word of many kinds of things, so that by itself it names none. */
  weak: boolean;
}

/** What was said of a product. `unmet`: with a version that no name has. `beside`: so many words that are of no name. */
export interface Clues {
  clues: Clue[];
  unmet: boolean;
  beside: number;
}

/** The pieces of a text that can name a product: Latin words and numbers, and runs of Chinese. */
export const tokens = (text: string): string[] =>
  text.match(/[a-z0-9+#](?:[a-z0-9+#.&]*[a-z0-9+#])?|\p{Script=Han}+/gu) ?? [];

const kept = new WeakMap<NamedBenefit[], Vocabulary>();

/** The words of all names. Taken apart once for each list. */
export function vocabularyOf(benefits: NamedBenefit[]): Vocabulary {
  const known = kept.get(benefits);
  if (known) return known;
  const names = benefits.map((benefit) => {
    const name = plain(benefit.name);
    return { benefit, name, words: tokens(name) };
  });
  const having = new Map<string, number>();
  for (const { words } of names)
    for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
  const words = new Set([...having.keys(), ...inChinese].filter((word) => /\p{Script=Han}/u.test(word)));
  const longestFirst = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[+#.&]/g, '\\$&'));
  const vocabulary = { names, having, chinese: { words, looks: new RegExp(longestFirst.join('|'), 'gu') } };
  kept.set(benefits, vocabulary);
  return vocabulary;
}

/** A word of a name, its plural, or the beginning of one that is long enough to be meant. */
export const fits = (token: string, word: string): boolean =>
  token === word ||
  token === `${word}s` ||
  word === `${token}s` ||
  (token.length >= shortestBeginning && word.startsWith(token));

const shortestBeginning = 4;
const mostTokens = 30;

/** What was said of a product, each thing once; nothing of it where only filler words were said. */
export function cluesIn(said: string, vocabulary: Vocabulary): Clues {
  const all = pieces(said, vocabulary);
  const read = reading(all, vocabulary, false);
  // Access is a product too: where nothing else was said, a filler word may be the name.
  return read.clues.length > 0 || read.unmet ? read : reading(all, vocabulary, true);
}

/** What single words say of a product, each looked for once; so many are kept for each list. */
const ofWords = new WeakMap<Vocabulary, Map<string, Clue[]>>();
const mostKept = 2_000;

/** What one word says of a product. */
export function cluesOf(word: string, vocabulary: Vocabulary): Clue[] {
  const kept = ofWords.get(vocabulary) ?? new Map<string, Clue[]>();
  ofWords.set(vocabulary, kept);
  const known = kept.get(word);
  if (known) return known;
  const { clues } = cluesIn(word, vocabulary);
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, clues);
  return clues;
}

/** Latin words and numbers, and the Chinese words that stand for a product or stand in a name. */
function pieces(said: string, { having, chinese }: Vocabulary): string[] {
  // In one go, so that no word is looked for within a longer one.
  const text = projectMeant(traditional(plain(said))).replace(chinese.looks, ' $& ');
  return tokens(text)
    .filter((token) => /[a-z0-9]/.test(token) || chinese.words.has(token))
    .slice(0, mostTokens)
    .flatMap((token) => divided(token, having));
}

/** `win11`, `sqlstd` and `sqlserver` are two words each. */
function divided(token: string, having: Map<string, number>): string[] {
  if (isKnown(token, having)) return [token];
  const glued = /^([a-z]{2,})([0-9][a-z0-9.]*)$/.exec(token) ?? /^([modw]s?365)([a-z][a-z0-9]+)$/.exec(token);
  if (glued) return [...divided(glued[1] as string, having), glued[2] as string];
  if (!/^[a-z]{5,}$/.test(token)) return [token];
  for (let at = 2; at <= token.length - 2; at++) {
    const [head, tail] = [token.slice(0, at), token.slice(at)];
    if (isKnown(head, having) && isKnown(tail, having)) return [head, tail];
  }
  return [token];
}

const isKnown = (token: string, having: Map<string, number>): boolean =>
  having.has(token) || standsFor.has(token);

function reading(all: string[], vocabulary: Vocabulary, evenFiller: boolean): Clues {
  const clues = new Map<string, Clue>();
  let unmet = false;
  let beside = 0;
  for (let at = 0; at < all.length; ) {
    const { length, clue } = clueAt(all, at, vocabulary, evenFiller);
    const token = all[at] as string;
    if (clue) clues.set(JSON.stringify(clue.meant), clue);
    else if (isVersion(token, all[at - 1], vocabulary)) unmet = true;
    else if (!filler.has(token) && !/^\d/.test(token)) beside += 1;
    at += length;
  }
  return { clues: [...clues.values()], unmet, beside };
}

/** A year, or a number right after a word of a name: "windows 10", but neither "10 windows" nor "for 3 people". */
const isVersion = (token: string, before: string | undefined, { having }: Vocabulary): boolean =>
  /^(?:19|20)\d\d$/.test(token) ||
  (/^\d{1,2}(?:\.\d)?$/.test(token) &&
    before !== undefined &&
    !filler.has(before) &&
    !weak.has(before) &&
    isKnown(before, having));

/** The longest thing said from here on that means something of a name. */
function clueAt(
  all: string[],
  at: number,
  { names, having }: Vocabulary,
  evenFiller: boolean,
): { length: number; clue?: Clue } {
  const isInANamedWay = (words: string[]) =>
    names.some((one) => words.every((word) => one.words.some((other) => fits(word, other))));
  const clue = (meant: string[][], mended = false, several = false): Clue | undefined => {
    const there = meant.filter(isInANamedWay);
    const ofAnyThing = (token: string) =>
      [...having.keys()].filter((word) => fits(token, word)).every((word) => weak.has(word));
    const said = all[at] as string;
    const isWeak =
      evenFiller ||
      (!several && weak.has(said)) ||
      (!standsFor.has(said) && !several && there.every((group) => group.every(ofAnyThing)));
    return there.length > 0 ? { meant: there, mended, weak: isWeak } : undefined;
  };
  const [token, next] = [all[at] as string, all[at + 1]];

  for (let length = longestSaid; length > 1; length--) {
    const found = clue(standsFor.get(all.slice(at, at + length).join(' ')) ?? [], false, true);
    if (found && at + length <= all.length) return { length, clue: found };
  }
  if (next && token.length > 1 && next.length > 1 && having.has(token + next))
    return { length: 2, clue: { meant: [[token + next]], mended: false, weak: false } };
  const isFiller = filler.has(token) && !evenFiller;
  if (isFiller || (evenFiller && token.length < shortestBeginning)) return { length: 1 };
  const found = clue([[token], ...(standsFor.get(token) ?? [])]);
  if (found) return { length: 1, clue: found };
  const other = evenFiller ? undefined : mended(token, having);
  const slipped = other ? clue([[other], ...(standsFor.get(other) ?? [])], true) : undefined;
  return { length: 1, ...(slipped && { clue: slipped }) };
}

/** What words turned out to be slips of, for each list: the same word is asked about in every reading of a sentence. */
const mendings = new WeakMap<Map<string, number>, Map<string, string | undefined>>();

/** The known word that a word is a slip of, if any; a filler word where it looks more like one. */
function mended(token: string, having: Map<string, number>): string | undefined {
  if (!/^[a-z]+$/.test(token)) return undefined;
  const kept = mendings.get(having) ?? new Map<string, string | undefined>();
  mendings.set(having, kept);
  if (!kept.has(token)) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(token, nearestKnown(token, having));
  }
  return kept.get(token);
}

function nearestKnown(token: string, having: Map<string, number>): string | undefined {
  const exchanged = token.length === 3 ? [...token].sort().join('') : undefined;
  let best: { word: string; slips: number } | undefined;
  for (const word of [...having.keys(), ...standsFor.keys(), ...filler]) {
    if (exchanged) {
      if (word.length === 3 && having.has(word) && [...word].sort().join('') === exchanged) return word;
      continue;
    }
    const allowed = Math.min(slipsAllowed(token), slipsAllowed(word));
    const counted = allowed === 0 ? 1 : slips(token, word, allowed);
    // Whoever slips seldom slips in the first letter.
    const distance = counted + (word[0] === token[0] ? 0 : 0.5);
    if (counted <= allowed && distance < (best?.slips ?? Number.POSITIVE_INFINITY))
      best = { word, slips: distance };
  }
  return best && !filler.has(best.word) ? best.word : undefined;
}
