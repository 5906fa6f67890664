import { mostOffered } from '../find-benefit';
import type { Sentence } from '../sentences';
import { firstWord } from './command-words';
import { inChinese } from './families';
import { filler } from './filler';
import { type Leaning, leaningsIn } from './leanings';
import type { Meaning, Understood, Wish } from './meaning';
import { isProduct, type Naming } from './naming';
import { isPolite } from './polite';
import { tokens } from './vocabulary';
import { forWays } from './ways';
import { plain } from './written';

/** What may be wanted of a benefit. */
export interface Guess {
  means: Understood;
  /** A product was named, and not only something of one. */
  telling: boolean;
}

/** A benefit that is plainly asked for or looked at. */
export function wishIn(matter: string, readings: Sentence[], named: Naming): Guess | undefined {
  const first = firstWord(plain(matter));
  const ours = first && (first.word === 'show' || first.word === 'request') ? first : undefined;
  for (const reading of readings) {
    if (reading.act !== 'show' && reading.act !== 'ask') continue;
    const { benefits, sure, telling, quantity } = named(reading.of);
    const to = reading.act === 'ask' && reading.to ? { to: reading.to } : {};
    if (benefits.length === 0 || isProduct(reading, named)) continue;
    const wants = ours?.word === 'show' ? 'show' : ours ? 'ask' : reading.act;
    const means: Wish = { is: 'benefit', wants, benefits, sure, ...(quantity && { quantity }), ...to };
    return { means, telling };
  }
  if (!ours) return undefined;
  const { benefits, sure, telling, quantity } = named(ours.rest);
  const wants = ours.word === 'request' ? 'ask' : 'show';
  const means: Wish = { is: 'benefit', wants, benefits, sure, ...(quantity && { quantity }) };
  return { means, telling: telling && benefits.length > 0 };
}

/** A benefit was named in a sentence of no kind we know: which way its words lean. A name alone asks to see it. */
export function leaning(text: string, matter: string, named: Naming): Guess | undefined {
  const { benefits, sure, telling, beside, quantity } = named(matter);
  const [best, other] = benefits;
  if (!best || (!sure && beside > 3)) return undefined;
  const heard = forWays(matter);
  // Whoever asks about a day that is none cannot be told who had it then.
  const leanings = leaningsIn(heard).filter((to) => to !== 'holders' || !/\d[-/.]\d/.test(heard));
  const [clear, ...others] = leanings;
  const as = (to: Leaning, of: string[], isSure = sure): Meaning =>
    to === 'ask' || to === 'show'
      ? { is: 'benefit', wants: to, benefits: of, sure: isSure, ...(quantity && { quantity }) }
      : { is: 'to-do', act: to, of: matter, benefits: of, sure: isSure };
  // One word that sounds like giving back is no proof of it.
  if ((clear === 'ask' || clear === 'show') && others.length === 0)
    return { means: as(clear, benefits), telling };
  if (!clear && ((beside === 0 && isBare(heard)) || isPolite(text) || !sure))
    return { means: as(isPolite(text) ? 'ask' : 'show', benefits), telling };

  const ways = [...new Set<Leaning>([...leanings, 'ask', 'show', 'return'])];
  const meanings = ways.map((to) => as(to, [best], true));
  if (other && !sure) meanings.splice(1, 0, as(ways[0] as Leaning, [other], true));
  return { means: { is: 'perhaps', meanings: meanings.slice(0, mostOffered) }, telling };
}

/** What may stand beside a name without saying anything of it. */
const beside =
  /\b(?:an?|the|of|for|one|licen[cs]es?|keys?|seats?|subscriptions?|subs?|products?|microsoft|ms|copy|version)\b/g;
const besideInChinese = /[的一個組份套]|金鑰|授權|訂閱|產品|權益/g;

/** Nothing but a name was said. */
const isBare = (heard: string): boolean =>
  !tokens(heard.replace(beside, ' ')).some((token) => filler.has(token)) &&
  (withoutProducts(heard)
    .replace(besideInChinese, '')
    .match(/\p{Script=Han}/gu)?.length ?? 0) < 2;

const withoutProducts = (heard: string): string =>
  inChinese.reduce((rest, word) => rest.replaceAll(word, ' '), heard);
