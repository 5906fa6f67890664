import { type AsOf, asOf, atItsEnd, type HeldOn, isDay, isToCome } from '../core/held-on';
import { isZone } from '../core/policy/working-hours';
import { holdingsCsv } from '../exports/holdings-csv';
import { holdingsJson } from '../exports/holdings-json';
import { holdingsOcsf } from '../exports/holdings-ocsf';
import { holdingsPage, type Summary } from '../exports/holdings-page';
import type { Listing } from '../exports/listing';
import { eachHeldOn, type Sought } from '../store/held-on';
import { benefitsCalled } from '../store/named-benefits';
import { type Database, withDatabase } from './database';
import { personCalled } from './one-person';
import { formatOf, given, noWords, said } from './outgoing';
import { shown } from './table';
import { type Asked, BadCommand, type Verb } from './verb';

/** How a list is written, by the word after `--format`; the page alone needs all of it before its first line. */
const listings: Record<'csv' | 'json' | 'ocsf', (on: AsOf) => Listing> = {
  csv: holdingsCsv,
  json: holdingsJson,
  ocsf: holdingsOcsf,
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
      // A program that reads the answer is told the rows; of a file that is written, it is told no more than what stands in it.
      const forProgram = asked.options.json === true && said(asked, 'out') === undefined;
      const list = new List(format, on, forProgram);
      const ledger = format === 'json' || forProgram;
      await eachHeldOn(database, on, { ...sought, ...(ledger && { ledger: true }) }, (part) =>
        list.take(part),
      );
      return given(asked, {
        text: list.text({ only, now: at }),
        counts: { asOf: on, ...list.counts },
        rows: { holdings: list.kept },
        summary: summaryOf(on, list.counts),
      });
    });
  },
};

/** The list as it comes, part by part. What was written is let go: of a long list there is much. */
class List {
  readonly counts = { held: 0, ended: 0, missing: 0 };
  /** Only what is needed as it is. */
  readonly kept: HeldOn[] = [];
  readonly #listing: Listing | undefined;
  readonly #texts: string[] = [];

  constructor(
    format: keyof typeof listings | 'html',
    readonly on: AsOf,
    readonly keeps: boolean,
  ) {
    this.#listing = format === 'html' || keeps ? undefined : listings[format](on);
  }

  take(part: Iterable<HeldOn>): void {
    if (!this.#listing) {
      for (const one of this.#counted(part)) this.kept.push(one);
      return;
    }
    if (this.#texts.length > 0) this.#texts.push(this.#listing.between);
    this.#texts.push(this.#listing.part(this.#counted(part)));
  }

  *#counted(part: Iterable<HeldOn>): Generator<HeldOn> {
    for (const one of part) {
      this.counts[atItsEnd(one) ? 'held' : 'ended'] += 1;
      if (one.approval.is === 'missing') this.counts.missing += 1;
      yield one;
    }
  }

  /** All of it, in parts. */
  text(summary: Summary): string[] {
    if (this.keeps) return [];
    return this.#listing
      ? [this.#listing.before, ...this.#texts, this.#listing.after]
      : [holdingsPage(this.on, this.kept, summary)];
  }
}

const summaryOf = ({ day, zone }: AsOf, { held, ended, missing }: List['counts']): string =>
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
