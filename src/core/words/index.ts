import { greenwich, type ReaderClock } from '../reader-clock';
import { en } from './en';
import { type Told, toldIn } from './format';
import type { Spoken } from './spoken';
import { zhTW } from './zh-TW';

/** The languages we speak. */
export const locales = ['en', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];

/** Every sentence we say. English is the shape: a language in which one is missing does not compile. */
export type Sentences = Spoken<typeof en>;

/** What a reader is told: sentences in their language, moments by their clock. */
export type Words = Sentences & Told;

const languages: Record<Locale, { sentences: Sentences; tag: string }> = {
  en: { sentences: en, tag: 'en-GB' },
  'zh-TW': { sentences: zhTW, tag: 'zh-TW' },
};

/** Words for readers of a language and a clock, made once: there are as many as zones in which somebody reads. */
const known = new Map<string, Words>();
const mostKnown = 1_000;

/**
 * The words of a language, with moments by a reader's clock.
 * @param clock in a zone that exists; Greenwich's, and said to be that, where none is given
 */
export function wordsIn(locale: Locale, clock: ReaderClock = greenwich): Words {
  const name = `${locale} ${clock.zone} ${clock.foreign ?? false}`;
  const before = known.get(name);
  if (before) return before;
  const { sentences, tag } = languages[locale];
  const words = { ...sentences, ...toldIn(tag, clock) };
  if (known.size >= mostKnown) known.clear();
  known.set(name, words);
  return words;
}

/** The language of a locale as platforms write it (`zh-TW`, `zh-Hant-TW`, `en-GB`); English where we do not speak it. */
export const localeOf = (platformLocale: string | undefined): Locale =>
  /^zh\b/i.test(platformLocale ?? '') ? 'zh-TW' : 'en';
