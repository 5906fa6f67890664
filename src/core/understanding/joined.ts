import { weak } from './filler';

/** What may be said of a benefit beside its name says nothing more: `power ◇`, `◇ server std`. */
const kinds = `(?:${[...weak].filter((word) => /^[a-z]+$/.test(word)).join('|')}|[0-9]{2,4})`;
const aroundName = new RegExp(`(?:\\b${kinds} )*◇(?: ${kinds}\\b)*`, 'giu');

/** With one mark where one benefit is named, however many words that took. */
export const joined = (says: string): string =>
  says
    .replace(/◇(?:[\s的]*◇)+/gu, '◇')
    .replace(aroundName, '◇')
    .replace(/◇(?:[\s的]*◇)+/gu, '◇');
