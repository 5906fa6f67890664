import type { Instant } from '../time';
import type { Locale } from '../words';

const formats: Record<Locale, Intl.DateTimeFormat> = {
  en: formatIn('en-GB'),
  'zh-TW': formatIn('zh-TW'),
};

function formatIn(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

/** `22 Nov 2026, 14:00 UTC`: a deadline, for which the day alone is not enough. Readers live in several time zones, so it names its own. */
export const hourOf = (locale: Locale, at: Instant): string => `${formats[locale].format(new Date(at))} UTC`;
