import type { Day, Instant } from '../time';

/** `14 January 2027`, in the manner of a language. Days have no time zone: they are printed as they are. */
export const dayIn =
  (language: string) =>
  (day: Day): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );

/** The day of a moment, with the year. */
export const momentIn =
  (language: string) =>
  (at: Instant): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));
