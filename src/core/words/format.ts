import { clip } from '../prose';
import type { ReaderClock } from '../reader-clock';
import type { Day, Instant } from '../time';

/** `14 January 2027`, in the manner of a language. Days have no time zone: they are printed as they are. */
export function dayIn(language: string): (day: Day) => string {
  const format = lazily(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (day) => format().format(new Date(`${day}T00:00:00Z`));
}

/** Moments, told by a reader's clock. */
export interface Told {
  /** The day of a moment, with the year: `20 Nov 2026`. */
  moment(at: Instant): string;
  /** A deadline, for which the day alone is not enough: `22 Nov 2026, 14:00`. */
  hour(at: Instant): string;
}

const minute = 60_000;

/**
 * How a language tells moments by a clock. The name of the zone stands behind an hour only where it could be misread: where the clock is
 * not known to be the reader's own, and where it shows the same time twice because summer ends.
 */
export function toldIn(language: string, { zone: timeZone, foreign }: ReaderClock): Told {
  const moment = lazily(language, { dateStyle: 'medium', timeZone });
  const hour = lazily(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const named = lazily('en-GB', { timeZone, timeZoneName: 'short' });
  const nameAt = (at: Date) =>
    named()
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value;
  // Clocks are put back by an hour; on Lord Howe Island by half of one.
  const twice = (at: Date, shown: string) =>
    [-60, -30, 30, 60].some((shift) => hour().format(at.getTime() + shift * minute) === shown);
  return {
    moment: (at) => moment().format(new Date(at)),
    hour: (instant) => {
      const at = new Date(instant);
      const shown = hour().format(at);
      return foreign || twice(at, shown) ? `${shown} ${nameAt(at)}` : shown;
    },
  };
}

/** A formatter costs a hundred times what it does, so each is made once, when the first card needs it. */
function lazily(language: string, options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= new Intl.DateTimeFormat(language, options);
    return made;
  };
}

/** Words of a file, fit to be shown in a sentence: no signs that control, not longer than a line. */
export function tame(words: string): string {
  return clip(words.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, ''), 60);
}
/** A number with its thousands told apart, the same in every language of ours. */
export const count = (number: number): string => number.toLocaleString('en-GB');
/** So many bytes. */
export const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${count(Math.floor(bytes / 1024 / 1024))} MB`;
