/** A moment, ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. Text, so that it survives JSON unchanged. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`, as Partner Center prints the ends of packages. */
export type Day = string;

/** The calendar day (UTC) on which a moment falls. */
export const dayOf = (at: Instant): Day => at.slice(0, 10);
