/** A cell as it is before it is written. Nothing is an empty cell. */
export type Cell = string | number | undefined;

/**
 * What a spreadsheet would take for the beginning of a formula (OWASP ASVS 5.0, 1.2.10): a sign, also full-width, small, raised or
 * lowered, after whatever it passes over; and any control character at the beginning. Apostrophes before it belong to it, so that the
 * guard can be told from an apostrophe that was there.
 */
const formula = /^['\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]|^'*\p{Cc}/u;

/**
 * The text of a cell that no spreadsheet takes for a formula: an apostrophe goes before what looks like one, and nothing else is
 * changed. To undo it, take one apostrophe away from a cell that begins with one and looks like a formula without it.
 */
const guarded = (text: string): string => (!harmless.test(text) && formula.test(text) ? `'${text}` : text);
/** What most cells begin with, which is sooner seen. */
const harmless = /^[0-9A-Za-z]/;

const quoted = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  if (!cell) return '""';
  const text = guarded(cell);
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
};

/**
 * A table as a CSV file (RFC 4180): every text in quotation marks, lines ending with CR LF, in UTF-8 with its mark, without which
 * spreadsheets show Chinese names as something else. Every table that goes out goes through here.
 */
export const csv = (columns: readonly string[], rows: ReadonlyArray<readonly Cell[]> = []): string =>
  `\u{FEFF}${[columns, ...rows].map(csvLine).join('')}`;

/** One of its rows. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;
