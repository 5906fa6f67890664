import { weak } from './filler';
import { slips } from './slip';
import { commonInEnglish } from './words-not-names';

/** Words by which a sentence is understood, and which are mistyped as often as others. */
const telling =
  `return assign request reassign remove transfer cancel revoke withdraw release unassign allocate licence license
  waiting approve pending inventory requests vacation holiday people stock commands benefits catalogue subscription`.split(
    /\s+/,
  );
const shortest = 5;
/** Short ones, in which nothing but two neighbours exchanged is a slip: "wnat", "nede". */
const exchanged = ['want', 'need', 'give', 'have', 'show', 'back'];
const isExchanged = (a: string, b: string): boolean =>
  slips(a, b, 1) === 1 && [...a].sort().join() === [...b].sort().join();

/** The sentence with its telling words as they are spelled. A longer or shorter form of one is no slip, and neither is a name. */
export const mendVerbs = (words: string): string =>
  words.replace(/(?<![\p{L}@.<:/-])[A-Za-z]{4,}(?![\p{L}@.:/-])/gu, (word, at: number) => {
    const said = word.toLowerCase();
    if (at > 0 && word !== said) return word;
    if (word.length < shortest)
      return exchanged.find((one) => one !== said && isExchanged(one, said)) ?? word;
    // A remote desktop is no removed one.
    if (commonInEnglish.has(said) || weak.has(said)) return word;
    if (telling.some((one) => one.startsWith(said) || said.startsWith(one))) return word;
    return telling.find((one) => one[0] === said[0] && slips(said, one, 1) === 1) ?? word;
  });
