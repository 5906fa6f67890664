import type { Day, Instant } from '../time';

/** `14 January 2027`, in the manner of a language. Days have no time zone: they are printed as they are. */
export function dayIn(language: string): (day: Day) => string {
  const format = formatIn(language, 'long');
  return (day) => format(new Date(`${day}T00:00:00Z`));
}

/** The day of a moment, with the year. */
export function momentIn(language: string): (at: Instant) => string {
  const format = formatIn(language, 'medium');
  return (at) => format(new Date(at));
}

/** A formatter costs a hundred times what it does, so each is made once, when the first card needs it. */
function formatIn(language: string, dateStyle: 'long' | 'medium'): (date: Date) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (date) => {
    made ??= new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
    return made.format(date);
  };
}
