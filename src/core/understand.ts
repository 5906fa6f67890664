import { type Category, categories } from './benefit';
import type { Command } from './command';

/** What typed words turned out to mean. */
export type Understood =
  | { is: 'command'; command: Exclude<Command, { type: 'say' }> }
  /** A benefit was meant; `sure` when the name fits, else these only come near. */
  | { is: 'benefit'; wants: 'show' | 'ask'; benefits: string[]; sure: boolean }
  | { is: 'unclear' };

export interface NamedBenefit {
  id: string;
  name: string;
  category: Category;
  keyed: boolean;
}

type Word = 'list' | 'show' | 'request' | 'mine' | 'requests' | 'queue' | 'tasks' | 'cancel' | 'help';

/** The first word of a typed command, in both languages. */
const words: Record<Word, string[]> = {
  list: ['list', 'benefits', '清單', '列表', '列出', '權益'],
  show: ['show', 'details', '顯示', '查看', '詳細'],
  request: ['request', 'ask', '申請', '要求'],
  mine: ['mine', 'my', '我的', '我的權益', '我的金鑰'],
  requests: ['requests', '申請紀錄', '我的申請'],
  queue: ['queue', '待辦', '待核准'],
  tasks: ['tasks', '工作', '任務'],
  cancel: ['cancel', '取消', '取消申請'],
  help: ['help', 'hi', 'hello', 'hey', '說明', '幫助', '你好', '您好', '?', '？'],
};

const categoryWords: Record<Category, RegExp> = {
  software: /^(software|軟體(權益)?)$/,
  cloud: /^(cloud( services?)?|雲端(服務)?(權益)?)$/,
  'visual-studio': /^(visual[ -]?studio|vs)( subscriptions?| ?訂閱)?$/,
  support: /^(support( incidents?)?|支援(權益)?)$/,
};

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

/** Typed words, made comparable: one width, one case, no invisible or doubled blanks, no sentence marks at the ends. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    // One sign may become many (… is three dots), so what is looked at is cut after that.
    .slice(0, mostRead)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<![.!。！])[.!。！]+$/u, '')
    .trim();

/**
 * Understands what a person typed, as far as it can be. A known first word decides; else a product is looked for in the sentence.
 * @param benefits everything that can be named.
 */
export function understand(text: string, benefits: NamedBenefit[]): Understood {
  const said = plain(text);
  if (said === '') return { is: 'command', command: { type: 'help' } };

  const found = firstWord(said);
  if (found) {
    const understood = commandOf(found.word, found.rest, benefits);
    if (understood) return understood;
  }
  const category = categoryOf(said);
  if (category) return { is: 'command', command: { type: 'list', category } };

  return meant(search(said, benefits), 'show') ?? { is: 'unclear' };
}

function firstWord(said: string): { word: Word; rest: string } | undefined {
  let longest: { word: Word; rest: string; length: number } | undefined;
  for (const [word, spellings] of Object.entries(words) as Array<[Word, string[]]>)
    for (const spelling of spellings) {
      const latin = /[a-z]$/.test(spelling);
      const fits = latin ? said === spelling || said.startsWith(`${spelling} `) : said.startsWith(spelling);
      if (fits && spelling.length > (longest?.length ?? 0))
        longest = { word, rest: said.slice(spelling.length).trim(), length: spelling.length };
    }
  return longest;
}

function commandOf(word: Word, rest: string, benefits: NamedBenefit[]): Understood | undefined {
  switch (word) {
    case 'list': {
      if (rest === '') return { is: 'command', command: { type: 'list' } };
      const category = categoryOf(rest);
      return category && { is: 'command', command: { type: 'list', category } };
    }
    case 'show':
    case 'request': {
      const wants = word === 'show' ? 'show' : 'ask';
      if (rest === '') return { is: 'command', command: { type: 'list' } };
      return meant(search(rest, benefits), wants) ?? { is: 'benefit', wants, benefits: [], sure: false };
    }
    case 'cancel':
      return { is: 'command', command: { type: 'requests' } };
    case 'mine':
    case 'requests':
    case 'queue':
    case 'tasks':
    case 'help':
      // "my laptop needs visio" is a sentence, not the word "my".
      return rest === '' ? { is: 'command', command: { type: word } } : undefined;
  }
}

const categoryOf = (said: string): Category | undefined =>
  categories.find((category) => categoryWords[category].test(said));

/** The most that is offered when several fit. */
const mostOffered = 3;

function meant({ found: [best, ...others], sure }: Search, wants: 'show' | 'ask'): Understood | undefined {
  if (!best) return undefined;
  const equals = others.filter(({ score }) => score >= best.score - 1e-9);
  const offered = best.exact ? [best] : [best, ...equals];
  return { is: 'benefit', wants, benefits: offered.slice(0, mostOffered).map(({ id }) => id), sure };
}

interface Scored {
  id: string;
  score: number;
  exact: boolean;
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
      return { id: benefit.id, score: score > 0 ? score + keyed : 0, exact: name === said };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score);
  return { found, sure: [...typed].every((token) => mended.has(token)) };
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
