import type { Bar, Block, Card } from '../card';
import type { LapsingTogether } from '../notice';
import { priceText } from '../price';
import { idleAfter, periods, type Report, share, type Times, type Use } from '../report';
import { daysBetween } from '../time';
import type { Words } from '../words';
import type { View } from './catalogue';

/** So much of each list stands on a card; all of it stands in the report of the command. */
const mostUse = 8;
const mostOthers = 5;

/** What came of the membership in some days, for admins. */
export function report(view: View, of: Report): Card {
  const { words, locale } = view;
  return {
    title: words.report.title,
    blocks: [
      ...reportBlocks(view, of),
      {
        type: 'buttons',
        buttons: periods
          .filter((days) => days !== daysOf(of.period))
          .map((days) => ({
            label: words.report.days(days),
            about: words.report.title,
            press: { type: 'report', days },
          })),
      },
    ],
    place: 'here',
    locale,
  };
}

/** How it stands in a few numbers, with the way to all of it. */
export function headlines({ words }: View, of: Report): Block[] {
  const { report } = words;
  if (of.use.length === 0) return [];
  const [most] = of.use;
  const idle = of.scarce.map(({ benefit }) => benefit.name);
  return [
    { type: 'heading', text: report.lately(daysOf(of.period)) },
    {
      type: 'facts',
      facts: [
        ...factsOf(words, of),
        ...(most && most.held > 0
          ? [[report.most, words.labelled(most.benefit.name, heldText(words, most))] as Fact]
          : []),
        ...(idle[0] !== undefined
          ? [[report.scarce, idle.length === 1 ? idle[0] : report.benefits(idle.length)] as Fact]
          : []),
      ],
    },
    { type: 'buttons', buttons: [{ label: words.buttons.report, press: { type: 'report' } }] },
  ];
}

type Fact = [label: string, value: string];

const daysOf = ({ from, to }: Report['period']): number => daysBetween(from, to) + 1;

/** What everything together came to. */
const factsOf = (words: Words, { all, money }: Report): Fact[] => [
  [words.report.asked, String(all.asked ?? 0)],
  [words.report.approved, String(all.approved ?? 0)],
  [words.report.denied, String(all.denied ?? 0)],
  [words.report.having, all.having ? timesIn(words, all.having) : words.report.none],
  ...(money.length > 0 ? [[words.report.money, money.map(priceText).join(' + ')] as Fact] : []),
];

/** The report as a part of something larger: no title, nothing to press. Each bar of a picture has a line beside it with its number, which says the same. */
export function reportBlocks({ words }: View, of: Report): Block[] {
  const { report } = words;
  const { period, use, scarce, approvers, lapses } = of;
  if (use.length === 0) return [{ type: 'text', text: report.nothing }];
  return [
    { type: 'text', text: report.period(words.day(period.from), words.day(period.to)), weak: true },
    { type: 'facts', facts: factsOf(words, of) },
    { type: 'heading', text: report.use },
    ...chart(report.use, report.inUse, use.slice(0, mostUse).map(useBar), 1),
    ...some(
      words,
      mostUse,
      use.map((one, nth) => row(numbered(nth, one.benefit.name), useLine(words, one))),
    ),
    ...chart(report.having, report.inTime(report.having), use.slice(0, mostUse).flatMap(havingBar(words))),
    { type: 'heading', text: report.scarce },
    ...(scarce.length === 0
      ? [{ type: 'text', text: report.noneScarce } as const]
      : some(
          words,
          mostOthers,
          scarce.map((one) => row(one.benefit.name, scarceLine(words, one))),
        )),
    { type: 'heading', text: report.approvers },
    ...(approvers.length === 0
      ? [{ type: 'text', text: report.noApprovers } as const]
      : [
          ...chart(
            report.approvers,
            report.inTime(report.approvers),
            approvers.slice(0, mostOthers).map(answeringBar(words)),
          ),
          ...some(
            words,
            mostOthers,
            approvers.map(({ person, answering }, nth) =>
              row(numbered(nth, person.name), timesIn(words, answering)),
            ),
          ),
        ]),
    { type: 'heading', text: report.lapses },
    ...(lapses.length === 0
      ? [{ type: 'text', text: words.calendar.nothing } as const]
      : some(
          words,
          mostOthers,
          lapses.map((group) => lapseRow(words, group)),
        )),
  ];
}

/** A picture of bars, where there are enough of them to compare and something is in them. */
const chart = (title: string, legend: string, bars: Bar[], least = 2): Block[] =>
  bars.length < least || bars.every(({ value }) => value === 0)
    ? []
    : [{ type: 'chart', title, legend, bars }];

const numbered = (nth: number, name: string): string => `${nth + 1}. ${name}`;

const useBar = (one: Use, nth: number): Bar => ({
  nth: nth + 1,
  name: one.benefit.name,
  value: share(one),
  whole: 1,
  says: percentOf(one),
});

/** Filled within which half was, outlined within which nine of ten were. */
const timesBar = (words: Words, nth: number, name: string, times: Times): Bar => ({
  nth: nth + 1,
  name,
  value: times.median,
  whole: times.p90,
  says: timesIn(words, times),
});

const havingBar =
  (words: Words) =>
  ({ benefit, having }: Use, nth: number): Bar[] =>
    having ? [timesBar(words, nth, benefit.name, having)] : [];

const answeringBar =
  (words: Words) =>
  ({ person, answering }: Report['approvers'][number], nth: number): Bar =>
    timesBar(words, nth, person.name, answering);

const row = (title: string, text: string): Block => ({ type: 'row', title, text });

function some(words: Words, most: number, rows: Block[]): Block[] {
  const rest = rows.length - most;
  return rest > 0
    ? [...rows.slice(0, most), { type: 'text', text: words.report.more(rest), weak: true }]
    : rows;
}

/** How long something took, in a language. */
const timesIn = ({ report }: Words, { median, p90, count }: Times): string =>
  report.times(report.takes(median), report.takes(p90), count);

/** Written the same way in both languages. */
const percentOf = (one: Use): string => `${Math.round(share(one) * 100)}%`;

const heldText = (words: Words, one: Use): string =>
  words.report.held(barOf(share(one)), percentOf(one), one.held, one.allocation);

const useLine = (words: Words, one: Use): string =>
  [
    heldText(words, one),
    ...queueOf(words, one),
    ...(one.having ? [words.report.took(timesIn(words, one.having))] : []),
    ...(one.unused && one.unused.hundredths > 0 ? [words.report.worth(priceText(one.unused))] : []),
  ].join(' · ');

const scarceLine = (words: Words, one: Use): string =>
  [...queueOf(words, one), words.report.idle(one.idle ?? 0, idleAfter)].join(' · ');

/** One line: what exactly lapses stands in the calendar. */
const lapseRow = (
  { calendar, day }: Words,
  { package: pack, lapse, days, benefits }: LapsingTogether,
): Block =>
  row(
    `${day(lapse.on)} · ${calendar.kinds[lapse.what]} · ${pack}`,
    `${calendar.within(days)} · ${benefits.length === 1 ? benefits[0]?.name : calendar.benefits(benefits.length)}`,
  );

const queueOf = ({ report }: Words, { waiting, pending = 0 }: Use): string[] => [
  ...(waiting > 0 ? [report.waiting(waiting)] : []),
  ...(pending > 0 ? [report.pending(pending)] : []),
];

const widthOfBar = 10;

/** A bar made of letters: something is never drawn as nothing, nor a rest as none. */
function barOf(part: number): string {
  const exact = part * widthOfBar;
  const full = part > 0.5 ? Math.floor(exact) : Math.ceil(exact);
  return '▰'.repeat(full) + '▱'.repeat(widthOfBar - full);
}
