import { type AsOf, asOf, atItsEnd, type HeldOn, isDay, isToCome } from '../core/held-on';
import { isZone } from '../core/policy/working-hours';
import { holdingsCsv } from '../exports/holdings-csv';
import { holdingsJson } from '../exports/holdings-json';
import { holdingsOcsf } from '../exports/holdings-ocsf';
import { holdingsPage, type Summary } from '../exports/holdings-page';
import { allHeldOn, type Sought } from '../store/held-on';
import { benefitsCalled } from '../store/named-benefits';
import { type Database, withDatabase } from './database';
import { personCalled } from './one-person';
import { formatOf, given, noWords, said } from './outgoing';
import { shown } from './table';
import { type Asked, BadCommand, type Verb } from './verb';

/** How a list is written, by the word after `--format`. */
const formats: Record<
  'csv' | 'json' | 'ocsf' | 'html',
  (on: AsOf, held: readonly HeldOn[], summary: Summary) => string
> = {
  csv: holdingsCsv,
  json: holdingsJson,
  ocsf: holdingsOcsf,
  html: holdingsPage,
};

/**
 * `audit export`: who held what on a day, with all that proves it. What was held at the end of the day counts; what ended during it is
 * listed with its end. The day is all of it in a time zone, UTC unless another is named. A list of a day that is over never changes by
 * what happens later.
 */
export const auditExportVerb: Verb = {
  usage:
    'audit export --as-of <day> [--zone <zone>] [--benefit <name>] [--person <name or address>] [--format csv|json|ocsf|html] [--out <file>]',
  purpose: 'who held what on a day, on whose approval and why; html is one page to be printed',
  options: Object.fromEntries(
    ['as-of', 'zone', 'benefit', 'person', 'format', 'out'].map((name) => [name, { type: 'string' }]),
  ),
  async run(asked) {
    noWords(asked);
    const on = dayAmong(asked);
    const format = formatOf(asked, ['csv', 'json', 'ocsf', 'html']);
    return withDatabase(asked, 'needed', async ({ database, now }) => {
      const at = now.toISOString();
      if (isToCome(on, at)) throw new BadCommand(`${on.day} has not come yet.`);
      const { sought, only } = await soughtIn(database, asked);
      // Only there is room for what each row of the ledger says; of a file that is written, a program is told no rows.
      const told = format === 'json' || (asked.options.json === true && said(asked, 'out') === undefined);
      const held = await allHeldOn(database, on, { ...sought, ...(told && { ledger: true }) });
      const counts = countsOf(held);
      return given(asked, {
        text: formats[format](on, held, { only, now: at }),
        counts: { asOf: on, ...counts },
        rows: { holdings: held },
        summary: summaryOf(on, counts),
      });
    });
  },
};

const countsOf = (held: readonly HeldOn[]) => ({
  held: held.filter(atItsEnd).length,
  ended: held.filter((one) => !atItsEnd(one)).length,
  missing: held.filter(({ approval }) => approval.is === 'missing').length,
});

const summaryOf = ({ day, zone }: AsOf, { held, ended, missing }: ReturnType<typeof countsOf>): string =>
  [
    `${held.toLocaleString('en-GB')} held at the end of ${day} (${zone}), ${ended.toLocaleString('en-GB')} ended during it.`,
    missing === 0
      ? 'Each has its approval in the ledger.'
      : `${missing.toLocaleString('en-GB')} without an approval in the ledger: look for “missing”.`,
  ].join(' ');

function dayAmong(asked: Asked): AsOf {
  const day = said(asked, 'as-of');
  if (day === undefined) throw new BadCommand('--as-of is missing: the day, as 2026-06-30.');
  if (!isDay(day)) throw new BadCommand('--as-of must be a day, as 2026-06-30.');
  const zone = said(asked, 'zone') ?? 'UTC';
  // From version 22 on Node takes +02:00 for a zone as well, which knows no summer.
  if (!/^[A-Za-z]/.test(zone) || !isZone(zone))
    throw new BadCommand('--zone must be a time zone, as Europe/Berlin.');
  return asOf(day, zone);
}

async function soughtIn(database: Database, asked: Asked): Promise<{ sought: Sought; only: string[] }> {
  const [benefit, person] = [said(asked, 'benefit'), said(asked, 'person')];
  const of = benefit === undefined ? undefined : await benefitsCalled(database, benefit);
  if (of && of.ids.length === 0)
    throw new BadCommand(
      `There is no benefit “${shown(of.name)}”${of.nearest ? `; the nearest is “${shown(of.nearest)}”` : ''}.`,
    );
  const whom = person === undefined ? undefined : await personCalled(database, person, 'look');
  return {
    sought: { ...(of && { benefits: of.ids }), ...(whom && { person: whom.id }) },
    only: [...(of ? [of.name] : []), ...(whom ? [whom.name] : [])],
  };
}
