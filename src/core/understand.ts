import type { Command } from './command';
import { mostOffered, type NamedBenefit } from './find-benefit';
import { readingsOf, type Sentence } from './sentences';
import { categoryAsked } from './understanding/category-asked';
import { clearWays } from './understanding/clear-ways';
import { commandSaid } from './understanding/command-said';
import { commandTyped, firstWord } from './understanding/command-words';
import { subjectsIn } from './understanding/leanings';
import type { Meaning, ToDo, Understood } from './understanding/meaning';
import { isProduct, type Naming, naming } from './understanding/naming';
import { withNearest } from './understanding/nearest';
import { withoutManners } from './understanding/polite';
import { vagueWays } from './understanding/vague-ways';
import { vocabularyOf } from './understanding/vocabulary';
import { forWays, type Plain, wayIn } from './understanding/ways';
import { leaning, wishIn } from './understanding/wish';
import { plain, tidy } from './understanding/written';

export type { NamedBenefit } from './find-benefit';
export { commandTyped } from './understanding/command-words';
export type { Meaning, ToDo, Understood, Wish } from './understanding/meaning';

/** So much is read where many people may be named. */
const mostNamed = 4000;

/**
 * Understands what a person typed, as far as it can be: our own words first, then what is to be done with a benefit, then the commands in
 * other words; at last a product is looked for in what was said.
 * @param benefits everything that can be named.
 */
export function understand(text: string, benefits: NamedBenefit[]): Understood {
  const typed = commandTyped(text);
  if (typed) return { is: 'command', command: typed };

  const heard = hear(text, benefits);
  const ruled = ruledOf(heard);
  return heard.toDo?.strict || text.length > mostLikened || isOurs(ruled, heard.matter)
    ? ruled
    : withNearest(ruled, heard.matter, heard.named, vocabularyOf(benefits));
}

/**
 * What kind of thing is wanted, before anybody has looked up what there is to name: by the rules alone, because words are like examples only
 * as far as it is known what they name.
 */
export function kindWanted(text: string): Understood {
  const typed = commandTyped(text);
  return typed ? { is: 'command', command: typed } : ruledOf(hear(text, []));
}

/** A longer text names many people, and is like no example. */
const mostLikened = 300;

/** Its first word is ours, and a benefit surely follows: there is nothing to ask. */
const isOurs = (ruled: Understood, matter: string): boolean =>
  ruled.is === 'benefit' && ruled.sure && ['show', 'request'].includes(firstWord(plain(matter))?.word ?? '');

/** Words, and what was found in them so far. */
interface Heard {
  text: string;
  matter: string;
  readings: Sentence[];
  named: Naming;
  toDo: { means: ToDo; sure: boolean; strict: boolean } | undefined;
}

function hear(text: string, benefits: NamedBenefit[]): Heard {
  // Lines become commas, because pasted names stand one on each.
  const readings = readingsOf(tidy(text.trim().replace(/\s*\n\s*/g, ', '), mostNamed));
  const named = naming(benefits);
  return { text, matter: withoutManners(tidy(text)), readings, named, toDo: toDoIn(readings, named) };
}

/** What the rules make of a sentence: what surely is to be done with what people have, else what it asks for in other words. */
function ruledOf({ text, matter, readings, named, toDo }: Heard): Understood {
  if (toDo?.sure) return toDo.means;
  const clear = wayIn(clearWays, matter);
  if (clear) return commandSaid(clear);
  if (toDo) return toDo.means;
  const category = categoryAsked(matter, named);
  if (category) return orOnesOwn({ type: 'list', category }, matter);
  const wish = wishIn(matter, readings, named) ?? leaning(text, matter, named);
  if (wish?.telling) return wish.means;
  const vague = wayIn(vagueWays, matter);
  if (vague)
    return ['list', 'stock', 'help', 'calendar'].includes(vague)
      ? orOnesOwn({ type: vague as 'list' }, matter)
      : commandSaid(vague);
  return wish?.means ?? perhaps(subjectsIn(matter));
}

/** The first reading that is one: because its first word is ours, or because it surely names a benefit; else the first that may be. */
function toDoIn(readings: Sentence[], named: Naming): Heard['toDo'] {
  let perhaps: Heard['toDo'];
  for (const { strict, ...reading } of readings) {
    if (reading.act === 'show' || reading.act === 'ask') continue;
    const { benefits, sure, telling, quantity } = named(reading.of);
    if (isProduct(reading, named)) continue;
    const means: ToDo = { is: 'to-do', ...reading, benefits, sure, ...(quantity && { quantity }) };
    // "Who has time?" names no benefit, so it asks for nothing of ours.
    if (strict || (sure && telling) || reading.act === 'cancel' || reading.act === 'holdings')
      return { means, sure: true, strict };
    if (benefits.length > 0) perhaps ??= { means, sure: false, strict };
  }
  return perhaps;
}

/** What everybody has is asked for; or what the speaker has, where they speak of themself. */
function orOnesOwn(
  command: Extract<Command, { type: 'list' | 'stock' | 'help' | 'calendar' }>,
  matter: string,
): Understood {
  const everybodys: Meaning = { is: 'command', command };
  const subjects = subjectsIn(matter);
  const own = (['mine', 'requests'] as const).filter((one) => subjects.includes(one));
  if (own.length === 0 || mayI.test(forWays(matter))) return everybodys;
  return { is: 'perhaps', meanings: [...own.map(commandSaid), everybodys] };
}
const mayI = /\b(?:can|could|may|should|might) (?:i|we)\b|\bwe\b|我們|我.{0,2}(?:可以|能|想)|可以|公司/;

/** One of these commands may be meant; nothing is, where there are none. */
function perhaps(commands: Plain[]): Understood {
  if (commands.length === 0) return { is: 'unclear' };
  return { is: 'perhaps', meanings: commands.slice(0, mostOffered).map(commandSaid) };
}
