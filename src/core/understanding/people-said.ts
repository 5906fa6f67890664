import { filler } from './filler';
import { slips } from './slip';
import { isSomebody, surnames } from './somebody';
import { cluesOf, type Vocabulary } from './vocabulary';

/** Somebody who is named in a sentence, and where. */
export interface NamedPerson {
  name: string;
  from: number;
  to: number;
}

/** Words that people have said of anything, so that they are nobody's name. */
export interface Known {
  /** Latin words, in lower case. */
  words: ReadonlySet<string>;
  /** The same by their first letter, but for short ones: what is a slip of one is no name either. */
  byLetter: ReadonlyMap<string, string[]>;
  /** Two Chinese signs that stand beside each other. */
  pairs: ReadonlySet<string>;
}

const latin =
  /<@[a-z]+:[A-Za-z0-9-]+>|[^\s@<>,，]+@[^\s@<>]+\.[a-z]+|\p{Script=Latin}[\p{Script=Latin}-]*/giu;
const beforeOne =
  /(?:^|[,;:] |\b(?:from|to|for|of|give|gives|assign|with|about|does|did|has|is|set|let|put|add|take|hand|and|by|than|offer|send|get|strip|remove|on|up|off|behalf of)|->|=>|[把給從跟由替幫讓查收回的和與請到為是]) ?$/u;
const behindOne =
  /^(?:[.,!?]*$| (?:and|to|on|in|over|with|->|who|please|instead|from|for|\p{L}+ing)\b|[ ,]*[的給從把跟由要離請在有到已會手名那這用現目剛需想拿領還持月調])/u;
/** What is said of a person only. */
const ofOne =
  /^(?:['’`]s?\b|s['’`]|(?:,? (?:still|also|just|really|already|currently))? (?:is|has|holds?|uses?|left|leaves?|needs?|takes?|inherits|asked|asks|quit|quits|gave|gives|works|goes|will|would|should|must|gets?|got|wants?|starts?|joined|moved|no longer|doesn|does not|can have|is leaving|has left)\b)/u;

/**
 * Who is named in a sentence, in the order they stand there: mentions and addresses; words that are written large and are none of any
 * other talk; words written small, where a person would stand; Chinese names of two or three signs between words that stand beside names.
 */
export function peopleSaid(said: string, vocabulary: Vocabulary, known: Known): NamedPerson[] {
  const found: NamedPerson[] = [];
  for (const one of said.matchAll(latin)) {
    const [word] = one;
    const [from, to] = [one.index, one.index + word.length];
    const last = found.at(-1);
    if (!isPerson(word, said.slice(0, from), said.slice(to), vocabulary, known)) continue;
    // A name of several words is one name.
    if (last && said.slice(last.to, from) === ' ' && /^\p{Lu}/u.test(last.name) && /^\p{Lu}/u.test(word))
      found.splice(-1, 1, { name: `${last.name} ${word}`, from: last.from, to });
    else found.push({ name: word, from, to });
  }
  // Where somebody is written large or mentioned, a word written small is something else.
  const surely = found.filter(({ name }) => /[\p{Lu}@]/u.test(name));
  return [...(surely.length > 0 ? surely : found), ...chineseIn(said, known)].sort((a, b) => a.from - b.from);
}

function isPerson(
  word: string,
  before: string,
  behind: string,
  vocabulary: Vocabulary,
  known: Known,
): boolean {
  if (/[@]/.test(word)) return true;
  const small = word.toLowerCase();
  if (filler.has(small) || known.words.has(small) || !isSomebody(word)) return false;
  const isLarge = /^\p{Lu}\p{Ll}/u.test(word);
  if (!isLarge && /\b(?:my|the|an?|our|your|his|her|this|that|no|any) $/i.test(before)) return false;
  const isThere = ofOne.test(behind) || (beforeOne.test(before) && behindOne.test(behind));
  if (!isLarge && !isThere) return false;
  if (namesOne(small, vocabulary)) return false;
  if (isLarge) return true;
  const isSlip = known.byLetter.get(small.charAt(0))?.some((one) => slips(small, one, 1) <= 1);
  return !isSlip;
}

/** Whether a word stands in a name of a benefit, or for one. */
const namesOne = (word: string, vocabulary: Vocabulary): boolean => cluesOf(word, vocabulary).length > 0;

const leftOf = `^|[把給從跟由替幫讓查收回派的和與請到為是將拿掉看出用,，、。:： a-z)組人事員生工成]`;
const rightOf = `$|[的給從把跟由要離請在有到已會手名那這用現目剛需想拿領還持月調代先接來了也就留不之換下月明上昨今前走留開升跳被身轉調可沒說應該必仍又同才早正常每將改接手剛,，、。 (◇a-z]`;
const withSurname = new RegExp(`(?<=${leftOf})[${surnames}]\\p{Script=Han}{1,2}(?=${rightOf})`, 'gu');
const givenOnly = new RegExp(`(?<=${leftOf})\\p{Script=Han}{2}(?=${rightOf})`, 'gu');

function chineseIn(said: string, { pairs }: Known): NamedPerson[] {
  const isKnown = (name: string): boolean =>
    [...name].some((_, at) => at > 0 && pairs.has(name.slice(at - 1, at + 1)));
  const take = (looks: RegExp): NamedPerson[] =>
    [...said.toLowerCase().matchAll(looks)].flatMap(({ 0: name, index }) =>
      isSomebody(name) && !isKnown(name) ? [{ name, from: index, to: index + name.length }] : [],
    );
  const full = take(withSurname);
  const given = take(givenOnly).filter((one) =>
    full.every(({ from, to }) => one.to <= from || to <= one.from),
  );
  return [...full, ...given];
}
