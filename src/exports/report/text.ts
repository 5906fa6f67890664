import { priceText } from '../../core/price';
import { idleAfter, type Report, share, type Times, type Use } from '../../core/report';
import { wordsIn } from '../../core/words';

const english = wordsIn('en');
const { report: words } = english;

/** One part of a report: a heading, and a table whose first column names what the others are about. */
export interface Section {
  heading: string;
  columns: string[];
  rows: string[][];
  /** What stands there where there are no rows. */
  none: string;
}

const number = (value: number | undefined): string => (value ? value.toLocaleString('en-GB') : '');
const times = (of: Times | undefined): string[] =>
  of ? [words.takes(of.median), words.takes(of.p90), number(of.count)] : ['', '', ''];

const useRow = (one: Use): string[] => [
  one.benefit.name,
  one.package,
  `${one.held.toLocaleString('en-GB')} / ${one.allocation.toLocaleString('en-GB')}`,
  `${Math.round(share(one) * 100)} %`,
  number(one.waiting + (one.pending ?? 0)),
  ...times(one.having),
  one.unused ? priceText(one.unused) : '',
];

/** Everything a report tells, as tables; in English, like the command. */
export const sectionsOf = ({ use, scarce, approvers, lapses }: Report): Section[] => [
  {
    heading: words.use,
    columns: [
      'Benefit',
      'Package',
      'In use',
      'Share',
      'Wait',
      'Half within',
      '9 of 10',
      'Given',
      'Unused a year',
    ],
    rows: use.map(useRow),
    none: words.nothing,
  },
  {
    heading: words.scarce,
    columns: ['Benefit', 'Waiting', 'To be decided', `Idle for ${idleAfter} days`],
    rows: scarce.map((one) => [one.benefit.name, number(one.waiting), number(one.pending), number(one.idle)]),
    none: words.noneScarce,
  },
  {
    heading: words.approvers,
    columns: ['Person', 'Half within', '9 of 10', 'Answers'],
    rows: approvers.map(({ person, answering }) => [person.name, ...times(answering)]),
    none: words.noApprovers,
  },
  {
    heading: words.lapses,
    columns: ['What', 'On', 'In days', 'Benefits'],
    rows: lapses.map(({ package: pack, lapse, days, benefits }) => [
      `${english.calendar.kinds[lapse.what]}: ${pack}`,
      lapse.on,
      String(days),
      benefits.length === 1 ? (benefits[0]?.name ?? '') : english.calendar.benefits(benefits.length),
    ]),
    none: english.calendar.nothing,
  },
];

/** What a report begins with. */
export const summaryOf = ({ period, all, money }: Report): Array<[label: string, value: string]> => [
  ['Days', `${period.from} to ${period.to}; use as it stands now`],
  [words.asked, (all.asked ?? 0).toLocaleString('en-GB')],
  [words.approved, (all.approved ?? 0).toLocaleString('en-GB')],
  [words.denied, (all.denied ?? 0).toLocaleString('en-GB')],
  [
    words.having,
    all.having
      ? words.times(words.takes(all.having.median), words.takes(all.having.p90), all.having.count)
      : words.none,
  ],
  [
    words.money,
    money.length > 0 ? money.map(priceText).join(' + ') : 'no prices known; “benefits set <benefit> price …”',
  ],
];
