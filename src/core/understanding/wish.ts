import type { Sentence } from '../sentences';
import { firstWord } from './command-words';
import { type Leaning, leaningsIn } from './leanings';
import type { Meaning, Understood, Wish } from './meaning';
import { isProduct, type Naming } from './naming';
import { isPolite } from './polite';
import { forWays } from './ways';
import { plain } from './written';

/** The most that is offered at once. */
const mostOffered = 3;

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
  if (clear && others.length === 0) return { means: as(clear, benefits), telling };
  if (!clear && (beside === 0 || !sure))
    return { means: as(isPolite(text) ? 'ask' : 'show', benefits), telling };

  const ways = [...new Set<Leaning>([...leanings, 'ask', 'show', 'return'])];
  const meanings = ways.map((to) => as(to, [best], true));
  if (other && !sure) meanings.splice(1, 0, as(ways[0] as Leaning, [other], true));
  return { means: { is: 'perhaps', meanings: meanings.slice(0, mostOffered) }, telling };
}
