import { joined } from '../joined';
import type { Known } from '../people-said';
import { phrasesMarked, projectMeant } from '../phrases';
import { commonInChinese, commonInEnglish } from '../words-not-names';
import { traditional } from '../written';
import { benefitsInChinese, talkInChinese } from './chinese';
import { adminsInChinese } from './chinese-admins';
import { commandsInChinese } from './chinese-commands';
import { peopleInChinese } from './chinese-people';
import { adminsInEnglish } from './english-admins';
import { benefitsInEnglish } from './english-benefits';
import { commandsInEnglish } from './english-commands';
import { peopleInEnglish } from './english-people';
import { talkInEnglish } from './english-talk';
import type { Said } from './said';

const tables = [
  benefitsInEnglish,
  peopleInEnglish,
  commandsInEnglish,
  adminsInEnglish,
  talkInEnglish,
  benefitsInChinese,
  peopleInChinese,
  commandsInChinese,
  adminsInChinese,
  talkInChinese,
];

/** An example, and what it means. */
export interface Example {
  said: Said;
  says: string;
}

let kept: Example[] | undefined;

/** All examples of both languages. */
export function examples(): Example[] {
  kept ??= tables.flatMap((table) =>
    (Object.entries(table) as Array<[Said, string]>).flatMap(([said, sentences]) =>
      sentences
        .split('|')
        .map((one) => ({ said, says: joined(phrasesMarked(projectMeant(traditional(one.trim())))) })),
    ),
  );
  return kept;
}

let words: Known | undefined;

/** The words of all examples, and of any other talk: nobody is called so. */
export function knownWords(): Known {
  if (words) return words;
  const [latin, pairs] = [new Set<string>(), new Set<string>()];
  for (const { says } of examples()) {
    for (const word of says.toLowerCase().match(/[a-z]+/g) ?? []) latin.add(word);
    for (const run of says.match(/\p{Script=Han}+/gu) ?? [])
      for (let at = 1; at < run.length; at++) pairs.add(run.slice(at - 1, at + 1));
  }
  const byLetter = new Map<string, string[]>();
  for (const word of latin)
    if (word.length > 3) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);
  for (const word of commonInEnglish) latin.add(word);
  for (const pair of commonInChinese) pairs.add(pair);
  words = { words: latin, byLetter, pairs };
  return words;
}
