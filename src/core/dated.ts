import { isDay } from './held-on';
import type { Day } from './time';

/** Words that name a day, and what is said beside it. */
export interface Dated {
  on: Day;
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

/** The day that a sentence names, and the sentence without it; undefined where it names none that there is. */
export function datedIn(said: string): Dated | undefined {
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
