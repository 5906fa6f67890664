import { z } from 'zod';
import { holdsKey } from '../core/key-text';
import { mixesAlphabets, tidyName } from '../core/product-name';
import { BadFile } from './problem';

/** Where a cell stands, for the sentence that names it. */
interface Place {
  line: number;
  column: string;
}

const mostOfAnything = 1_000_000;
const longestName = 200;
const email = z.email().max(254);
const day = z.iso.date();
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const guid = z.guid();

/** A text that must be there, no longer than `most` characters. */
export function needed(place: Place, cell: string, most: number): string {
  if (cell === '') throw new BadFile(place.line, { code: 'blank-cell', column: place.column });
  return atMost(place, cell, most);
}

/** A text that may be absent: null then. */
export const maybe = (place: Place, cell: string, most: number): string | null =>
  cell === '' ? null : atMost(place, cell, most);

/** The name of a benefit or product. */
export function named(place: Place, cell: string): string {
  const name = tidyName(needed(place, cell, longestName));
  return asName(place, needed(place, name, longestName));
}

/**
 * The same where the file is Microsoft's and nobody can type it anew: null where there is none. A name of look-alike letters passes, so
 * that its keys can be put under a benefit; none is made of it.
 */
export function namedInExport(place: Place, written: string): string | null {
  const name = tidyName(written);
  return name === '' ? null : asPlainName(place, needed(place, name, longestName));
}

/** What is read by people as a name: what a plain name is, and no word of letters that only look like those of another alphabet. */
export function asName(place: Place, name: string): string {
  const plain = asPlainName(place, name);
  if (mixesAlphabets(plain)) throw new BadFile(place.line, { code: 'look-alike', column: place.column });
  return plain;
}

/**
 * No formula of a spreadsheet, and nothing that calls people in a chat. A key in its place means mixed-up columns, and would be printed
 * as a name.
 */
function asPlainName({ line, column }: Place, name: string): string {
  if (holdsKey(name)) throw new BadFile(line, { code: 'key-in-wrong-place', column });
  if (/^[=+@\uFF1D\uFF0B\uFF20]/.test(name)) throw new BadFile(line, { code: 'formula', column });
  if (/<(?:[!@#]|at\b)/i.test(name)) throw new BadFile(line, { code: 'mention', column });
  return name;
}

/** A whole number from 1. Neither `1,000` nor `10.0`: in half the world they mean something else. */
export function wholeNumber({ line, column }: Place, cell: string): number {
  const number = /^\d{1,7}$/.test(cell) ? Number(cell) : 0;
  if (number < 1 || number > mostOfAnything)
    throw new BadFile(line, { code: 'bad-number', column, most: mostOfAnything });
  return number;
}

/** One word of a table of spellings (looked up in lower case, with `-` for blanks and underscores). */
export function oneOf<Choice extends string>(
  { line, column }: Place,
  cell: string,
  choices: readonly Choice[],
  otherSpellings: Record<string, Choice> = {},
): Choice {
  const word = cell.toLowerCase().replace(/[\s_-]+/g, '-');
  const choice = choices.find((known) => known === word) ?? new Map(Object.entries(otherSpellings)).get(word);
  if (choice === undefined) throw new BadFile(line, { code: 'bad-choice', column, choices });
  return choice;
}

/** A list in one cell, separated by `;` or `|`; blanks and repetitions fall away. */
export function list(place: Place, cell: string): string[] {
  const words = cell.split(/[;|]/).map(tidyName);
  return [...new Set(words.filter((word) => word !== ''))].map((word) => atMost(place, word, 75));
}

/** An e-mail address in lower case: mail systems, Slack and Entra compare without case. */
export function emailAddress({ line, column }: Place, cell: string): string {
  if (!email.safeParse(cell).success) throw new BadFile(line, { code: 'bad-email', column });
  return cell.toLowerCase();
}

/** A calendar day, `YYYY-MM-DD`. */
export function date({ line, column }: Place, cell: string): string {
  if (!day.safeParse(cell).success) throw new BadFile(line, { code: 'bad-date', column });
  return cell;
}

/** An address of the web. */
export function url({ line, column }: Place, cell: string): string {
  if (!webAddress.safeParse(cell).success) throw new BadFile(line, { code: 'bad-url', column });
  return cell;
}

/** A member id as Slack writes it: U…, or W… in an Enterprise Grid. */
export function slackId({ line }: Place, cell: string): string {
  if (!/^[UW][A-Z0-9]{2,20}$/.test(cell)) throw new BadFile(line, { code: 'bad-slack-id' });
  return cell;
}

/** The Entra object id, in lower case. */
export function teamsId({ line }: Place, cell: string): string {
  if (!guid.safeParse(cell).success) throw new BadFile(line, { code: 'bad-teams-id' });
  return cell.toLowerCase();
}

/** Reads what may be blank: null then. */
export const optional = <T>(place: Place, cell: string, read: (place: Place, cell: string) => T): T | null =>
  cell === '' ? null : read(place, cell);

/** Controls (but for line breaks and tabs), and what turns the direction of reading and so shows another text than there is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

function atMost({ line, column }: Place, cell: string, most: number): string {
  if (hidden.test(cell)) throw new BadFile(line, { code: 'hidden-signs', column });
  if (cell.length > most) throw new BadFile(line, { code: 'long-cell', column, most });
  return cell;
}

/** Sees to it that something stands once in a file; spellings that differ are for the caller to make alike. */
export function onlyOnce(column: string): (line: number, value: string) => void {
  const seen = new Map<string, number>();
  return (line, value) => {
    const firstLine = seen.get(value);
    if (firstLine !== undefined) throw new BadFile(line, { code: 'repeated', column, firstLine });
    seen.set(value, line);
  };
}
