import type { Category } from './benefit';
import { filler } from './understanding/filler';
import { type Clue, cluesIn, fits, type Taken, tokens, vocabularyOf } from './understanding/vocabulary';
import { plain } from './understanding/written';

/** A benefit as far as words can name it. */
export interface NamedBenefit {
  id: string;
  name: string;
  category: Category;
  keyed: boolean;
}

/** What words name: best first, at most three. `sure`: the best fits all that was said of a product, as it was typed. */
export interface Named {
  benefits: string[];
  sure: boolean;
  /** A word was said that tells products from each other, and not only editions and the like. */
  telling: boolean;
  /** So many words were said that name nothing. */
  beside: number;
  quantity?: number;
}

/** The most that is offered when several fit, or come near. */
export const mostOffered = 3;
/** What comes near has so much of what the best has. */
const near = 0.6;
/** What was taken for another word weighs a little less than what was typed so. */
const ofMended = 0.9;

/**
 * Which benefits words name, and how many of it where they say so. A rare word weighs more than one that stands in many names; of two
 * that fit equally, a keyed one is meant when a key was asked for.
 */
export function benefitsNamed(said: string, benefits: NamedBenefit[]): Named {
  const vocabulary = vocabularyOf(benefits);
  const { clues, unmet, beside } = cluesIn(said, vocabulary);
  const typed = plain(said);
  const exact = longest(
    vocabulary.names.flatMap(({ benefit, name }) => {
      const found = namedExactly(name, typed);
      return found ? [{ id: benefit.id, name, ...found }] : [];
    }),
  );
  if (exact)
    return {
      benefits: [exact.id],
      sure: true,
      telling: true,
      beside,
      ...(exact.quantity !== undefined && { quantity: exact.quantity }),
    };

  const weighed = clues.map((clue) => ({ clue, weight: weightOf(clue, vocabulary.names) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const wantsKey = /\bkeys?\b|金鑰/.test(typed);
  const found = vocabulary.names
    .map((one) => {
      const hit = weighed.filter(({ clue }) => means(clue, one));
      const score = hit.reduce((sum, { clue, weight }) => sum + weight * (clue.mended ? ofMended : 1), 0);
      const all = hit.reduce((sum, { weight }) => sum + weight, 0) >= total - 1e-9;
      const keyed = wantsKey && one.benefit.keyed ? 0.01 : 0;
      return {
        id: one.benefit.id,
        score: score > 0 ? score + keyed : 0,
        sure: all && !unmet && !hit.some(({ clue }) => clue.mended),
        telling: hit.some(({ clue }) => !clue.weak),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = found;
  if (!best) return { benefits: [], sure: false, telling: false, beside };
  const enough = best.sure ? best.score - 1e-9 : best.score * near;
  return {
    benefits: found
      .filter(({ score }) => score >= enough)
      .slice(0, mostOffered)
      .map(({ id }) => id),
    sure: best.sure,
    telling: best.telling,
    beside,
  };
}

const means = ({ meant }: Clue, { words }: Taken): boolean =>
  meant.some((group) => group.every((token) => words.some((word) => fits(token, word))));

/** Nothing that stands in no name is a clue, so this divides by no zero. */
const weightOf = (clue: Clue, names: Taken[]): number =>
  Math.log(1 + names.length / names.filter((one) => means(clue, one)).length);

const longest = <N extends { name: string }>(found: N[]): N | undefined =>
  found.sort((a, b) => b.name.length - a.name.length)[0];

/** The name was said as it is, and beside it nothing but filler words and how many. */
function namedExactly(name: string, said: string): { quantity?: number } | undefined {
  const at = said.indexOf(name);
  if (at < 0) return undefined;
  const [before, after] = [said.slice(0, at), said.slice(at + name.length).replace(/^s\b/, '')];
  if (/[a-z0-9]$/.test(before) || /^[a-z0-9]/.test(after)) return undefined;
  const beside = tokens(`${before} ${after}`).filter((token) => /[a-z0-9]/.test(token));
  const many = beside.filter((token) => /^[0-9]{1,5}$/.test(token)).map(Number);
  if (beside.length - many.length > beside.filter((token) => filler.has(token)).length) return undefined;
  const [quantity] = many;
  return many.length > 1 ? undefined : quantity ? { quantity } : {};
}
