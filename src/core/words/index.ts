import { en } from './en';
import type { Spoken } from './spoken';
import { zhTW } from './zh-TW';

export type Locale = 'en' | 'zh-TW';

/** Every sentence we say. English is the shape: a language in which one is missing does not compile. */
export type Words = Spoken<typeof en>;

const languages: Record<Locale, Words> = { en, 'zh-TW': zhTW };

/** The words of a language. */
export const wordsIn = (locale: Locale): Words => languages[locale];

/** The language of a locale as platforms write it (`zh-TW`, `zh-Hant-TW`, `en-GB`); English where we do not speak it. */
export const localeOf = (platformLocale: string | undefined): Locale =>
  /^zh\b/i.test(platformLocale ?? '') ? 'zh-TW' : 'en';
