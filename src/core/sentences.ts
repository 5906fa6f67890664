import { datedIn } from './dated';
import type { Act } from './understanding/acts';
import { actsInChinese } from './understanding/chinese/acts';
import { actsInEnglish } from './understanding/english/acts';
import { withoutManners } from './understanding/polite';
import { isSomebody, nameIn } from './understanding/somebody';
import { traditional } from './understanding/written';

export type { Act } from './understanding/acts';

/** A way in which a sentence can be read. `of`: the words that name the benefit; empty where none were said. */
export type Sentence = Act & {
  of: string;
  /** Its first word is a command of ours; else it is one only if a benefit is named in it. */
  strict: boolean;
};

/**
 * What a sentence asks to be done with a benefit, in all ways in which it can be read, the most telling first: `assign X to A and B`,
 * `reassign X from A to B`, `remove X from A`, `return X`, `who holds X on a day`, `what holds A on a day`, or the same in other words,
 * or in Chinese.
 * @param said typed words, tidied but in their own case: names and mentions are kept as they were written.
 */
export function readingsOf(said: string): Sentence[] {
  const words = withoutManners(said);
  const all = matches(words);
  const dated = datedIn(words);
  // Nothing but a question is asked of another day than today; "remove X from A on friday" is none, whatever day that is.
  const asksNothing = all.some(({ strict, act }) => strict && act !== 'holders' && act !== 'holdings');
  if (!dated || asksNothing) return all;
  const past = matches(dated.beside).flatMap((one) =>
    one.act === 'holders' || one.act === 'holdings' ? [{ ...one, on: dated.on }] : [],
  );
  return [...past, ...all];
}

/** A longer text names many people after a word of ours; nobody says anything else at such length. */
const mostSaid = 400;

/** What is said of somebody behind a command of ours. What stands between names is kept. */
const saidOfThem =
  /(?:[,;，；]? (?:instead|please|asap|too|as well)|[,;，；] ?(?:(?:he|she|they|it|who|because|since|as|starting|starts|from|until|thanks?|thx|new|[她他])\b.*|[她他].*))$/iu;

const inChinese = /\p{Script=Han}/u;

function matches(words: string): Sentence[] {
  const heard = traditional(words);
  const patterns = inChinese.test(heard) ? [...actsInChinese, ...actsInEnglish] : actsInEnglish;
  return patterns.flatMap(({ act, strict, looks }): Sentence[] => {
    if (!strict && heard.length > mostSaid) return [];
    const found = looks.exec(heard)?.indices?.groups;
    if (!found) return [];
    const written = (name: string): string => {
      const [from, to] = found[name] ?? [0, 0];
      return words.slice(from, to).trim();
    };
    const read = { of: written('of'), strict };
    /** Whoever stands here; undefined where a sentence of other words has nobody there. */
    const somebody = (name: string): string | undefined => {
      if (strict) return written(name).replace(saidOfThem, '');
      const called = nameIn(written(name));
      return isSomebody(called) ? called : undefined;
    };
    switch (act) {
      case 'show':
      case 'cancel':
      case 'return':
      case 'holders':
        return [{ act, ...read }];
      case 'ask': {
        if (!found.to) return [{ act, ...read }];
        const to = somebody('to');
        return to === undefined ? [] : [{ act, to, ...read }];
      }
      case 'holdings': {
        const whose = somebody('whose');
        return whose === undefined ? [] : [{ act, whose, ...read }];
      }
      case 'assign': {
        const to = somebody('to');
        return to === undefined ? [] : [{ act, to, ...read }];
      }
      case 'reassign': {
        const [from, to] = [found.from ? somebody('from') : '', somebody('to')];
        return from === undefined || to === undefined ? [] : [{ act, from, to, ...read }];
      }
      case 'remove': {
        const from = somebody('from');
        return from === undefined ? [] : [{ act, from, ...read }];
      }
    }
  });
}
