import { isDay } from '../core/held-on';
import { daysUsually, isSound, lately, type Period, type Report } from '../core/report';
import { type Day, dayOf, type Instant } from '../core/time';
import { sectionsOf, summaryOf } from '../exports/report/text';
import { gatherReport } from '../handlers/report';
import { catalogueIn } from '../store/catalogue';
import { dueLapsesIn } from '../store/due/lapses';
import { reportIn } from '../store/report';
import { withDatabase } from './database';
import { formatOf, given, noWords, said } from './outgoing';
import { section, shown, table } from './table';
import { type Asked, BadCommand, type Verb } from './verb';

/** `report`: what came of the membership in some days, and how it stands now. */
export const reportVerb: Verb = {
  usage: 'report [--from <day>] [--to <day>] [--format text|json|html] [--out <file>]',
  purpose: 'use, speed, what lies idle and what lapses, of the last 30 days or of others; html has pictures',
  options: Object.fromEntries(['from', 'to', 'format', 'out'].map((name) => [name, { type: 'string' }])),
  async run(asked) {
    noWords(asked);
    const format = formatOf(asked, ['text', 'json', 'html']);
    return withDatabase(asked, 'needed', async ({ database, now }) => {
      const at = now.toISOString();
      const ledger = { ...catalogueIn(database), ...reportIn(database), ...dueLapsesIn(database) };
      const report = await gatherReport(ledger, periodAmong(asked, dayOf(at)), now);
      const text = await { text: asText, json: asJson, html: asPage }[format](report, at);
      const { from, to } = report.period;
      return given(asked, {
        text,
        counts: { at, period: report.period },
        rows: { report },
        summary: `From ${from} to ${to}.`,
      });
    });
  },
};

function periodAmong(asked: Asked, today: Day): Period {
  const day = (name: 'from' | 'to'): Day | undefined => {
    const text = said(asked, name);
    if (text !== undefined && !isDay(text)) throw new BadCommand(`--${name} must be a day, as 2026-06-30.`);
    return text;
  };
  const to = day('to') ?? today;
  const period = { from: day('from') ?? lately(to, daysUsually).from, to };
  if (!isSound(period, today))
    throw new BadCommand('--from must not be after --to, and --to not after today; ten years at most.');
  return period;
}

/** What draws the pictures takes as long to load as everything else together: no other verb waits for it. */
const asPage = async (report: Report, at: Instant): Promise<string> =>
  (await import('../exports/report/page.js')).reportPage(report, at);

const asJson = (report: Report): string => `${JSON.stringify(report)}\n`;

const asText = (report: Report): string =>
  [
    table(summaryOf(report)),
    ...sectionsOf(report).flatMap(({ heading, columns, rows, none }) =>
      section(
        heading,
        rows.length === 0
          ? [none]
          : rows.map(([name = '', ...cells]) =>
              [
                shown(name),
                cells
                  .flatMap((cell, nth) => (cell === '' ? [] : [`${columns[nth + 1]}: ${shown(cell)}`]))
                  .join(', '),
              ].join(' · '),
            ),
      ),
    ),
    '',
  ].join('\n');
