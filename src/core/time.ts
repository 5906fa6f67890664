/** A moment, ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. Text, so that it survives JSON unchanged. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`, as Partner Center prints the ends of packages. */
export type Day = string;

/** The calendar day (UTC) on which a moment falls. */
export const dayOf = (at: Instant): Day => at.slice(0, 10);

/** A day in milliseconds. */
export const millisecondsOfDay = 86_400_000;

/** So many days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10);

/** How many days lie between; 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsOfDay);

/** So many hours later. */
export const addHours = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();
