import type { Complaint } from '../../file-problem';
import { count, size, tame } from '../format';

type Problem = Complaint['problem'];
/** One sentence for each reason for which a file is not taken, with the facts of that reason. */
export type Complaints = { [C in Problem['code']]: (facts: Extract<Problem, { code: C }>) => string };

const quoted = (words: string): string => `"${tame(words)}"`;
const inOrder = (words: readonly string[]): string => words.join(', ');

/** English. */
export const complaints: Complaints = {
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
  mention: ({ column }) => `The ${column} would call people in a chat, as <!channel> does; type it anew.`,
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

  'below-held': ({ held, by, quantity }) =>
    `${count(held)} of this benefit are held${by.length > 0 ? ` (by ${inOrder(by)})` : ''}, so its quantity cannot become ${count(quantity)}.`,
  'no-package': () =>
    'There is no package yet in which a benefit could be made; import the membership first.',
  'no-such-package': ({ package: name, renewedFor }) =>
    renewedFor === undefined
      ? `There is no package “${name}”.`
      : `There is no package “${name}” of partner ${renewedFor} to be renewed; leave out --renews to begin one.`,
  'not-later': ({ of }) =>
    'read' in of
      ? `An export of ${of.read} was read already, and this one is of ${of.exported}; export the subscriptions anew.`
      : `“${of.package}” began on ${of.began}, so its next term cannot begin on ${of.starts}.`,
  'no-such-benefit': ({ benefit, nearest }) =>
    `There is no benefit “${benefit}”${nearest ? `; the nearest is “${nearest}”` : ''}.`,
  'no-portal-benefit': () =>
    'There is no Visual Studio subscription among the benefits; import the membership first.',
  'not-keyed': ({ benefit }) => `“${benefit}” is not delivered by a key.`,
  'too-many-units': ({ most }) =>
    `The keys up to here allow more than ${count(most)} holders; is the number of seats right?`,
  'account-of-another': ({ column }) =>
    `The ${column} belongs to somebody of an earlier file whom this file does not name; name both.`,
  'no-such-person': () => 'Nobody active has the address that --by names.',
  'not-an-admin': ({ person }) => `Only an admin applies rules, and ${person} is none.`,
  'too-many-leave': ({ leaving }) =>
    `${count(leaving)} people of the earlier file, more than half, are not in this one and would leave; if that is meant, add --leaving-is-meant.`,
  'other-package': ({ package: name }) =>
    `More than half of its benefits are not part of “${name}”: it may be the file of another package. If it is meant, bring it in at the terminal: benefits import membership.`,
  'last-admin': () =>
    'The last admin is not in this file and would leave; name another admin in it, or in ADMIN_EMAILS.',
};

/** A complaint with the line it is about. */
export const inLine = (line: number, sentence: string): string => `Line ${count(line)}: ${sentence}`;
