import { standsFor } from './families';

/** What several words stand for together, the longest first: "business premium" names one thing, though neither word does. */
const phrases = [...standsFor.keys()]
  .filter((said) => said.includes(' '))
  .sort((a, b) => b.length - a.length)
  .map((said) => said.replace(/[+&.]/g, '\\$&').replace(/ /g, ' +'));
const anyPhrase = new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join('|')})(?![\\p{L}\\d])`, 'giu');

/** Who writes Chinese and says project means the product: a project is 專案. */
export const projectMeant = (says: string): string =>
  /\p{Script=Han}/u.test(says)
    ? says.replace(/(?<!(?:ms|microsoft) ?)(?<![a-z])project(?![a-z])/giu, 'ms project')
    : says;

/** Marks where a benefit is named by several words. @param isMeant whether one of ours may be meant by these */
export const phrasesMarked = (says: string, isMeant: (phrase: string) => boolean = () => true): string =>
  says.replace(anyPhrase, (phrase) => (isMeant(phrase) ? '◇' : phrase));
