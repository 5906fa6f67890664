/** A calendar day, as 2026-01-31. */
export type Day = string;

/**
 * A day as Microsoft's files write it: `2017-05-02T10:00:00`, `2006-11-20 17:36:11.787`, `3/14/2018`, `03-14-2018`, each with or
 * without a time, which is passed over. Month first, as in every file seen; the other way round only where the first number can be no
 * month. .NET writes a day that is not there as the first of the year 1, in any order: that is none, as a blank is.
 *
 * @returns undefined where there is none; `unclear` where what stands there is no day
 */
export function readDay(text: string): Day | 'unclear' | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]|$)/.exec(said);
  const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,]|$)/.exec(said);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  if (!yearLast) return 'unclear';
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  return first > 12 ? dayOf(year, second, first) : dayOf(year, first, second);
}

function dayOf(year: number, month: number, day: number): Day | 'unclear' | undefined {
  if (year === 1) return undefined;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const written = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : 'unclear';
}

/** The day in the name of a file, as the portal puts it there; undefined where there is none, or more than one. */
export function dayInName(path: string): Day | undefined {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const found = (name.match(/(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4})(?!\d)/g) ?? [])
    .map((text) => readDay(text.replaceAll('.', '-')))
    .filter((day) => day !== undefined && day !== 'unclear');
  return new Set(found).size === 1 ? found[0] : undefined;
}
