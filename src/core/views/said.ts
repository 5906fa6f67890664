import type { Card } from '../card';
import type { Refusal } from '../refusal';
import { type Locale, type Words, wordsIn } from '../words';
import type { View } from './catalogue';

/** What the bot is for and which words it knows. */
export const help = ({ words, locale }: Pick<View, 'words' | 'locale'>): Card => ({
  title: words.help.title,
  blocks: [
    { type: 'text', text: words.help.text },
    { type: 'facts', facts: words.help.words },
    { type: 'heading', text: words.help.forAdmins },
    { type: 'facts', facts: words.help.adminWords },
    { type: 'text', text: words.help.plain, weak: true },
  ],
  place: 'here',
  locale,
});

/** A refusal in one clear sentence; whatever was pressed stays as it is. */
export const refused = (locale: Locale, refusal: Refusal): Card => ({
  title: wordsIn(locale).said.notThisTime,
  blocks: [{ type: 'text', text: sentence(wordsIn(locale), refusal) }],
  place: 'beside',
  locale,
});

/** What is said for a refusal. */
export function sentence(words: Words, refusal: Refusal): string {
  // Each `why` has its own kind of facts; the table guarantees that they meet.
  const speak = words.refusals[refusal.why] as (facts: Refusal) => string;
  return speak(refusal);
}

const remark = (locale: Locale, text: string): Card => ({ title: text, blocks: [], place: 'beside', locale });

/** The answer is still being made. */
export const working = (locale: Locale): Card => remark(locale, wordsIn(locale).said.working);
