import type { Card } from '../card';
import type { Refusal } from '../refusal';
import { type Locale, type Words, wordsIn } from '../words';
import type { View } from './catalogue';

/**
 * What the bot is for and which of the words it knows are for the reader.
 * @param decides they approve requests
 * @param admin and keep the stock
 */
export const help = (
  { words, locale }: Pick<View, 'words' | 'locale'>,
  { decides, admin }: { decides: boolean; admin: boolean },
): Card => ({
  title: words.help.title,
  blocks: [
    { type: 'text', text: words.help.text },
    { type: 'facts', facts: words.help.words },
    ...(decides
      ? ([
          { type: 'heading', text: words.help.forDeciders },
          { type: 'facts', facts: words.help.deciderWords },
        ] as const)
      : []),
    ...(admin
      ? ([
          { type: 'heading', text: words.help.forAdmins },
          { type: 'facts', facts: words.help.adminWords },
        ] as const)
      : []),
    { type: 'text', text: words.help.plain, weak: true },
  ],
  place: 'here',
  locale,
});

/** A refusal in one clear sentence; whatever was pressed stays as it is. */
export const refused = (locale: Locale, refusal: Refusal): Card => ({
  title: wordsIn(locale).said[titles[refusal.why] ?? 'notThisTime'],
  blocks: [{ type: 'text', text: sentence(wordsIn(locale), refusal) }],
  place: 'beside',
  locale,
});

type Said = 'notForYou' | 'lookAgain';

/** What stands above a refusal that another time would change nothing about: it is not for the reader; or they can mend it themself. */
const titles: Partial<Record<Refusal['why'], Said>> = {
  'not-an-admin': 'notForYou',
  'not-an-approver': 'notForYou',
  'not-your-holding': 'notForYou',
  'not-your-key': 'notForYou',
  'not-your-request': 'notForYou',
  'own-request': 'notForYou',
  'policy-refuses': 'notForYou',
  stranger: 'notForYou',
  'asked-already': 'lookAgain',
  'bad-absence': 'lookAgain',
  'bad-email': 'lookAgain',
  'choose-language': 'lookAgain',
  'choose-system': 'lookAgain',
  'concerns-them': 'lookAgain',
  'email-of-account': 'lookAgain',
  'email-of-person': 'lookAgain',
  'form-incomplete': 'lookAgain',
  'is-oneself': 'lookAgain',
  'may-not-decide': 'lookAgain',
  'more-than-all': 'lookAgain',
  'no-person-named': 'lookAgain',
  'not-an-address': 'lookAgain',
  'not-understood': 'lookAgain',
  'one-file-please': 'lookAgain',
  'reason-too-short': 'lookAgain',
  'same-person': 'lookAgain',
  'say-what-happened': 'lookAgain',
  'unknown-person': 'lookAgain',
  'which-person': 'lookAgain',
};

/** What is said for a refusal. */
export function sentence(words: Words, refusal: Refusal): string {
  // Each `why` has its own kind of facts; the table guarantees that they meet.
  const speak = words.refusals[refusal.why] as (facts: Refusal) => string;
  return speak(refusal);
}

const remark = (locale: Locale, text: string): Card => ({ title: text, blocks: [], place: 'beside', locale });

/** The answer is still being made. Should the bot that makes it be gone before that, this is the last word: so it says what to do then. */
export function working(locale: Locale): Card {
  const { working: moment, inVain } = wordsIn(locale).said;
  return { ...remark(locale, moment), blocks: [{ type: 'text', text: inVain }] };
}
