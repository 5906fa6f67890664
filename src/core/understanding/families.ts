import { chineseFamilies } from './families-chinese';
import { latinFamilies } from './families-latin';

/** Of what was said, the words of names it may stand for, best first. */
export const standsFor = new Map(
  Object.entries({ ...latinFamilies, ...chineseFamilies }).map(([said, names]) => [
    said,
    names.split(' | ').map((name) => name.split(' ')),
  ]),
);

/** Of several words, the most that stand for something together. */
export const longestSaid = Math.max(...[...standsFor.keys()].map((said) => said.split(' ').length));

/** The Chinese ones, the longest first. */
export const inChinese = [...standsFor.keys()]
  .filter((said) => /\p{Script=Han}/u.test(said))
  .sort((a, b) => b.length - a.length);
