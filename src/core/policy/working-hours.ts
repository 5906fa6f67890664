import type { Day, Instant } from '../time';
import type { WorkingHours } from './policy';

/** A moment as a clock on a wall shows it: the day, its place in the week (1 for Monday), and the minutes since midnight. */
interface Local {
  day: number;
  weekday: number;
  minutes: number;
}

const minute = 60_000;
const day = 24 * 60;
/** Nobody's holidays are longer; a policy without any working hour must not be looked through for ever. */
const mostDays = 400;

/** There are about 600 zones; chats may name anything. */
const mostFormats = 2_000;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** A formatter costs a hundred times what it does, so each is made once; undefined for a zone that does not exist. */
function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.size >= mostFormats) formats.clear();
  if (!formats.has(zone)) formats.set(zone, made(zone));
  return formats.get(zone);
}

function made(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return undefined;
  }
}

const greenwich = () => formatFor('UTC') as Intl.DateTimeFormat;

/** Whether a time zone exists, by its IANA name. */
export const isZone = (zone: string): boolean => formatFor(zone) !== undefined;

/** Minutes of a clock in the zone, as if it stood in Greenwich. */
function wallMinutes(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minutes) / minute;
}

const localOf = (wall: number): Local => ({
  day: Math.floor(wall / day),
  // 1 January 1970 was a Thursday.
  weekday: ((((Math.floor(wall / day) + 3) % 7) + 7) % 7) + 1,
  minutes: ((wall % day) + day) % day,
});

/** The moment at which a clock in the zone shows this; an hour that is left out in spring counts as the next one. */
function momentOf(wall: number, format: Intl.DateTimeFormat): number {
  const nearer = (at: number) => at - (wallMinutes(at, format) - wall) * minute;
  const first = nearer(wall * minute);
  const second = nearer(first);
  return wallMinutes(second, format) === wall ? second : Math.max(first, second);
}

/** The day that a calendar in the zone shows; of one that is not known, or does not exist, as in Greenwich. */
export const dayIn = (zone: string | undefined, at: Instant): Day =>
  new Date(wallMinutes(Date.parse(at), formatFor(zone ?? 'UTC') ?? greenwich()) * minute)
    .toISOString()
    .slice(0, 10);

/** The moment at which a day begins in a zone that exists; where midnight is left out in spring, the first moment there is. */
export function startOfDay(date: Day, zone: string): Instant {
  const format = formatFor(zone) ?? (formatFor('UTC') as Intl.DateTimeFormat);
  return new Date(momentOf(Date.parse(`${date}T00:00:00Z`) / minute, format)).toISOString();
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The moment at which so many working hours have passed. It always lies within working hours, so whoever is reminded then is at work.
 * @param zone where the person works; of whom none is known, or one that does not exist, works in the zone of the policy
 */
export function afterWorking(from: Instant, hours: number, work: WorkingHours, zone = work.zone): Instant {
  const format = formatFor(zone) ?? formatFor(work.zone) ?? greenwich();
  const [begin, end] = [minutesOf(work.from), minutesOf(work.to)];
  let remaining = Math.round(hours * 60);
  const start = wallMinutes(Date.parse(from), format);
  const first = localOf(start);
  for (let days = 0; days < mostDays; days++) {
    const { day: today, weekday } = localOf((first.day + days) * day);
    if (!work.days.includes(weekday)) continue;
    const since = days === 0 ? Math.max(first.minutes, begin) : begin;
    const room = end - since;
    // Exactly at the end of a day nobody reads any more: it is the beginning of the next.
    if (room <= 0) continue;
    if (remaining < room) return new Date(momentOf(today * day + since + remaining, format)).toISOString();
    remaining -= room;
  }
  return new Date(Date.parse(from) + mostDays * day * minute).toISOString();
}
