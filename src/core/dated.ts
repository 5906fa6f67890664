import { isDay } from './held-on';
import type { Day } from './time';

/** The day that is asked about: as a day, or the words that were meant as one and cannot be read. */
export type When = Day | { unread: string };

/** Words that name a day, or mean to, and what is said beside them. */
export interface Dated {
  on: When;
  beside: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '(?<year>\\d{4})';
const date = '(?<date>\\d{1,2})(?:st|nd|rd|th|\\.)?';

/** How a day is written; with numbers alone only from the year on, because 6/7 is another day in another country. */
const written = [
  `${year}[-/.](?<number>\\d{1,2})[-/.](?<date>\\d{1,2})`,
  `${date} (?:of )?${month},? ${year}`,
  `${month} ${date},? ${year}`,
];
const inChinese = '(?<year>\\d{4}) ?(?:年|[-/.]) ?(?<number>\\d{1,2}) ?(?:月|[-/.]) ?(?<date>\\d{1,2}) ?日?';

/** Where it stands: at the end or the beginning of an English sentence; in a Chinese one wherever it likes. */
const places: RegExp[] = [
  ...written.map((day) => new RegExp(`^(?<before>.+?),? on (?:the )?${day} ?\\??$`, 'iu')),
  ...written.map((day) => new RegExp(`^on (?:the )?${day},? (?<after>.+)$`, 'iu')),
  new RegExp(
    `^(?<before>.*?) ?[在於]? ?${inChinese} ?(?:的?時候?|當天|那天|當日)?,? ?(?<after>.*\\p{Script=Han}.*)$`,
    'u',
  ),
];

const someMonth = month.replace('?<name>', '?:');
const unit = '(?:day|week|weekend|month|quarter|year)';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
/** Words that mean a day and do not say which: "29 Nov", "6/7/2026", "last monday", "the end of the month", "yesterday". */
const meantAsDay = [
  '\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,4})?\\.?',
  `(?:the )?\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of)? ${someMonth}(?:,? \\d{1,4})?`,
  `${someMonth}(?: \\d{1,4}(?:st|nd|rd|th)?(?:,? \\d{1,4})?)?`,
  '(?:the )?\\d{1,2}(?:st|nd|rd|th)',
  `(?:(?:last|next|this|that) )?(?:${weekday}|${unit})`,
  `(?:the )?(?:first|last|end|beginning|start|middle)(?: day)?(?: of(?: (?:the|this|last|next))? (?:${unit}|${someMonth}))`,
  'today|(?:the day before )?yesterday|tomorrow',
].join('|');
const unreadable: RegExp[] = [
  new RegExp(`^(?<before>.+?),? (?:on|at|as of|in|since|until|by) (?<day>${meantAsDay}) ?\\??$`, 'iu'),
  new RegExp(
    `^(?<before>.+?),? (?<day>(?:the day before )?yesterday|last (?:${weekday}|${unit})|(?:an?|\\d+|two|three) ${unit}s? ago) ?\\??$`,
    'iu',
  ),
  /^(?<before>.*?) ?[在於]? ?(?<day>昨天|前天|上(?:個)?(?:週|周|星期|禮拜|月)[一二三四五六日天底初]?|去年|年初|\d{1,2}(?:月|[-/.])\d{1,2}[日號号]?|\d{1,2}[日號号](?=[的當那誰有持是,，]|$))(?:的?時候?|當天|那天|當日)?,? ?(?<after>.*\p{Script=Han}.*)$/u,
];

/** The day that a sentence names or means to name, and the sentence without it; undefined where it speaks of none. */
export function datedIn(said: string): Dated | undefined {
  return readIn(said) ?? unreadIn(said);
}

function unreadIn(said: string): Dated | undefined {
  for (const looks of unreadable) {
    const { day, before = '', after = '' } = looks.exec(said)?.groups ?? {};
    if (day) return { on: { unread: day }, beside: [before, after].filter((part) => part !== '').join(' ') };
  }
  return undefined;
}

function readIn(said: string): Dated | undefined {
  for (const place of places) {
    const found = place.exec(said)?.groups;
    if (!found) continue;
    const { year = '', number, name, date: nth = '', before = '', after = '' } = found;
    const inYear = name ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(number);
    const on = `${year}-${String(inYear).padStart(2, '0')}-${nth.padStart(2, '0')}`;
    if (isDay(on)) return { on, beside: [before, after].filter((part) => part !== '').join(' ') };
  }
  return undefined;
}
