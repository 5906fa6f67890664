import type { Category } from './benefit';

/** A benefit as far as words can name it. */
export interface NamedBenefit {
  id: string;
  name: string;
  category: Category;
  keyed: boolean;
}

/** Words that say that something is wanted, not what. */
const filler = new Set(
  `i we you me my our a an the to of for in on is it and or please pls need needs want wants like would could can may get got have give
   gives key keys licence license licences licenses product request ask some one new access subscription subscriptions there any
   do does what which how still left need'd id i'd thanks thank
   我 我們 你 您 請 想 要 想要 需要 可以 一個 一組 一份 的 金鑰 授權 產品 申請 給 嗎 有 還 幫 取得 能 拿 訂閱 權益 個 份 組`.split(
    /\s+/,
  ),
);

/** Nobody says more than this to be given a key, and every word costs a look through all names. */
const mostRead = 500;
const mostTokens = 30;

/** Typed words as they were written, but for one width, no invisible or doubled blanks, and no sentence marks at the end. */
export const tidy = (text: string, most = mostRead): string =>
  text
    .normalize('NFKC')
    // One sign may become many (… is three dots), so what is looked at is cut after that.
    .slice(0, most)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.!。！])[.!。！]+$/u, '')
    .trim();

/** Typed words, made comparable: in one case too. */
export const plain = (text: string): string => tidy(text).toLowerCase();

/** The most that is offered when several fit. */
const mostOffered = 3;

/** Which benefits words name, and how many of it where they say so: the best, and those that fit as well. `sure` when every word fits as it was typed. */
export function benefitsNamed(
  said: string,
  benefits: NamedBenefit[],
): { benefits: string[]; sure: boolean; quantity?: number } {
  const { found, sure } = search(plain(said), benefits);
  const [best, ...others] = found;
  if (!best) return { benefits: [], sure: false };
  const equals = others.filter(({ score }) => score >= best.score - 1e-9);
  const offered = best.exact ? [best] : [best, ...equals];
  const quantity = best.exact?.quantity;
  return {
    benefits: offered.slice(0, mostOffered).map(({ id }) => id),
    sure: sure || best.exact !== undefined,
    ...(quantity && { quantity }),
  };
}

interface Scored {
  id: string;
  score: number;
  /** The name was said as it is, and beside it nothing but filler words and how many. */
  exact?: { quantity?: number } | undefined;
}

/** Best first; `sure` when every word fits as it was typed. */
interface Search {
  found: Scored[];
  sure: boolean;
}

/** The pieces of a text that can name a product: Latin words and numbers, and runs of Chinese. */
const tokens = (text: string): string[] =>
  text.match(/[a-z0-9+#](?:[a-z0-9+#.]*[a-z0-9+#])?|\p{Script=Han}+/gu) ?? [];

/**
 * Benefits whose names hold words of what was said, best first. A rare word weighs more than one that stands in many names; of
 * two that fit equally, a keyed one is meant when a key was asked for. A word that fits nothing is taken for the one it looks most like.
 */
function search(said: string, benefits: NamedBenefit[]): Search {
  const latin = tokens(said)
    .filter((token) => /[a-z0-9]/.test(token))
    .slice(0, mostTokens);
  const telling = latin.filter((token) => !filler.has(token));
  // Access is a product too: where nothing else was said, a filler word may be the name.
  const typed = new Set(telling.length > 0 ? telling : latin.filter((token) => token.length >= shortestSlip));
  if (typed.size === 0) return { found: [], sure: false };
  const wantsKey = /\bkeys?\b|金鑰/.test(said);
  const names = benefits.map((benefit) => ({
    benefit,
    name: plain(benefit.name),
    tokens: tokens(plain(benefit.name)),
  }));
  const known = new Map(names.flatMap((one) => one.tokens).map((word) => [word, trigrams(word)]));
  const mended = new Set([...typed].map((token) => mend(token, known)));
  const weight = (token: string): number => {
    const within = names.filter((one) => one.tokens.some((word) => fits(token, word))).length;
    return within === 0 ? 0 : Math.log(1 + names.length / within);
  };
  const weights = [...mended].map((token) => ({ token, weight: weight(token) }));

  const found = names
    .map(({ benefit, name, tokens: words }): Scored => {
      const hit = weights.filter(({ token }) => words.some((word) => fits(token, word)));
      const score = hit.reduce((sum, one) => sum + one.weight, 0);
      const keyed = wantsKey && benefit.keyed ? 0.01 : 0;
      return { id: benefit.id, score: score > 0 ? score + keyed : 0, exact: namedExactly(name, said) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => Number(b.exact !== undefined) - Number(a.exact !== undefined) || b.score - a.score);
  return { found, sure: [...typed].every((token) => mended.has(token)) };
}

function namedExactly(name: string, said: string): Scored['exact'] {
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

/** A word of a name, or the beginning of one that is long enough to be meant. */
const fits = (token: string, word: string): boolean =>
  token === word || (token.length >= 3 && word.startsWith(token));

/** How much of two words must be the same for one to be a slip of the other: `vizio`, `sharepiont`, `wnidows` are. */
const alike = 0.3;
const shortestSlip = 4;

/** A word as it was typed where a known one begins like it, else the known one that it looks most like, if any does. */
function mend(token: string, known: Map<string, Set<string>>): string {
  if (token.length < shortestSlip || [...known.keys()].some((word) => fits(token, word))) return token;
  const grams = trigrams(token);
  let best = { word: token, likeness: alike };
  for (const [word, gramsOfWord] of known) {
    const likeness = overlap(grams, gramsOfWord);
    if (likeness > best.likeness) best = { word, likeness };
  }
  return best.word;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}

function overlap(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((gram) => b.has(gram)).length;
  return common / (a.size + b.size - common || 1);
}
