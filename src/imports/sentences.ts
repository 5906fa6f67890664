import type { NotAKey } from '../core/key-text';
import type { FileProblem, RowProblem } from './problem';

type Sentences<P extends { code: string }> = { [C in P['code']]: (facts: Extract<P, { code: C }>) => string };

/** Words of a file, made fit for a terminal: no control characters, not longer than a line. */
const quoted = (words: string): string => {
  const tame = words.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return `"${tame.length > 60 ? `${tame.slice(0, 59)}…` : tame}"`;
};
const count = (number: number): string => number.toLocaleString('en-GB');
const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${count(Math.floor(bytes / 1024 / 1024))} MB`;
const inOrder = (words: readonly string[]): string => words.join(', ');

const fileSentences: Sentences<FileProblem> = {
  'no-file': ({ path }) => `There is no file ${quoted(path)}.`,
  'not-a-file': ({ path }) => `${quoted(path)} is not a file that can be read.`,
  unreadable: ({ path }) => `${quoted(path)} may not be read by this user.`,
  'empty-file': () => 'The file is empty.',
  'too-large': ({ most }) => `The file is larger than ${size(most)}.`,
  'not-text': ({ kind }) =>
    ({
      zip: 'This is an Excel workbook or a ZIP archive; save the sheet as "CSV UTF-8", or unpack it first.',
      'old-excel': 'This is an old Excel workbook; save the sheet as "CSV UTF-8".',
      gzip: 'This is a compressed file; unpack it first.',
      pdf: 'This is a PDF; export the table as CSV instead.',
    })[kind],
  'too-much-memory': () => 'Reading the file takes more memory than any real one; is it the right file?',
  'too-slow': ({ most }) =>
    `Reading the file takes longer than ${count(most / 1000)} seconds; is it the right file?`,
  'wrong-encoding': () =>
    'The text is neither UTF-8 nor UTF-16 with a byte order mark; save the file as UTF-8.',
  nul: () => 'There is a NUL character in the text; the file is damaged or not a text.',
  'no-rows': ({ of }) => `The file holds no ${of}.`,
  'too-many-rows': ({ most }) => `The file has more than ${count(most)} rows; split it.`,

  'too-many-blank-rows': ({ most }) => `The file has more than ${count(most)} blank rows; delete them.`,
  'not-xml': () => 'This is not well-formed XML.',
  'cut-off': () =>
    'The file ends in the middle; download it again. If it was edited: an & must be written as &amp;.',
  doctype: () => 'The file has a DOCTYPE, which no key export has; it is refused for safety.',
  'web-page': () => 'This is a web page, not an export; sign in and export the keys again.',
  'declared-encoding': ({ encoding }) =>
    `The file says it is written in ${quoted(encoding)}; save it as UTF-8.`,
  'not-a-keys-export': ({ root }) =>
    `This XML begins with ${quoted(root)}, which no key export of Microsoft does.`,
  'too-deep': ({ most }) => `Elements are nested deeper than ${most} levels; no key export is.`,
  'too-many-attributes': ({ most }) => `An element has more than ${most} attributes; no key export has.`,
  'attribute-twice': ({ name }) => `An element says its ${name} twice, and not the same; no key export does.`,
  'too-many-elements': ({ most }) => `The file has more than ${count(most)} elements.`,
  'piece-too-long': ({ most }) =>
    `A single text, attribute or comment is longer than ${count(most)} characters.`,

  quote: () =>
    'A quotation mark is opened and not closed, or stands in the middle of a cell (inside a cell it is written twice).',
  'record-too-long': ({ most }) =>
    `A row is longer than ${count(most)} characters; a quotation mark may be left open.`,
  'missing-columns': ({ columns }) =>
    columns.length === 1
      ? `The column ${columns[0]} is missing from the first line.`
      : `The columns ${inOrder(columns)} are missing from the first line.`,
  'duplicate-column': ({ column }) => `The column ${column} stands twice in the first line.`,
  'unknown-column': ({ position, name, known }) =>
    `Column ${position}${name === null ? '' : ` (${quoted(name)})`} is not one of ${inOrder(known)}.`,
  cells: ({ found, expected }) =>
    `The row has ${found} ${found === 1 ? 'cell' : 'cells'} where the first line has ${expected}.`,

  'blank-cell': ({ column }) => `The ${column} is missing.`,
  'long-cell': ({ column, most }) => `The ${column} is longer than ${count(most)} characters.`,
  'hidden-signs': ({ column }) =>
    `The ${column} holds signs that nobody sees, such as those that turn the direction of reading; type it anew.`,
  'look-alike': ({ column }) =>
    `In the ${column}, letters of two alphabets stand in one word, which look alike and are not; type it anew.`,
  formula: ({ column }) => `The ${column} begins as a formula of a spreadsheet does; type it anew.`,
  'bad-number': ({ column, most }) =>
    `The ${column} is not a whole number from 1 to ${count(most)} in plain digits.`,
  'bad-choice': ({ column, choices }) => `The ${column} is not one of ${inOrder(choices)}.`,
  'bad-email': ({ column }) => `The ${column} is not an e-mail address.`,
  'bad-date': ({ column }) => `The ${column} is not a date written as 2026-01-31.`,
  'bad-url': ({ column }) => `The ${column} is not a web address beginning with https:// or http://.`,
  'bad-slack-id': () => 'The slack_id is not a Slack member id (U or W and capital letters and digits).',
  'bad-teams-id': () => 'The teams_id is not an Entra object id (a GUID).',
  repeated: ({ column, firstLine }) => `The ${column} stands already in line ${count(firstLine)}.`,
  'two-benefits': ({ firstLine }) =>
    `The product stands already in line ${count(firstLine)}, with another benefit.`,
  'key-in-wrong-place': ({ column }) =>
    `There is a product key in the column ${column}; the columns seem to be mixed up.`,
};

const whySentences: Record<NotAKey, string> = {
  empty: 'there is no text',
  placeholder: 'a placeholder, not a key',
  'junk-id': "one of Microsoft's own test rows",
  legacy: 'a ten-digit number of old products, the same for everybody',
  html: 'a web text, not a key',
  'key-in-text': 'a sentence with a key in it; enter the key alone',
  'wrong-shape': 'not five groups of five letters and digits',
  sentence: 'a sentence, not a key',
  'too-long': 'a text too long to be shown',
};

/** One clear sentence for a file that is refused, with its line where there is one. */
export function sayBadFile(line: number | null, problem: FileProblem): string {
  const say = fileSentences[problem.code] as (facts: FileProblem) => string;
  return line === null ? say(problem) : `Line ${count(line)}: ${say(problem)}`;
}

/** Why rows of one kind were left out, for the summary. */
export const sayWhy = (why: RowProblem['why']): string => whySentences[why];
