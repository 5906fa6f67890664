import { asOf, atItsEnd } from '../core/held-on';
import { dayOf } from '../core/time';
import { heldColumns } from '../exports/holdings-csv';
import { requestColumns } from '../exports/requests';
import { stockColumns } from '../exports/stock';
import { type Columns, csvOf, recordsOf } from '../exports/table';
import { allHeldOn } from '../store/held-on';
import { requestsListed } from '../store/listed';
import { shelvesIn } from '../store/shelves';
import { type Database, withDatabase } from './database';
import { exportVisualStudioVerb } from './export-visual-studio';
import { formatOf, given, noWords } from './outgoing';
import type { Verb } from './verb';

/** A list of what is true now. */
function listVerb<Row>(
  name: string,
  purpose: string,
  columns: (today: string) => Columns<Row>,
  listed: (database: Database, today: string) => Promise<Row[]>,
): Verb {
  return {
    usage: `export ${name} [--format csv|json] [--out <file>]`,
    purpose,
    options: { format: { type: 'string' }, out: { type: 'string' } },
    async run(asked) {
      noWords(asked);
      const format = formatOf(asked, ['csv', 'json']);
      return withDatabase(asked, 'needed', async ({ database, now }) => {
        const at = now.toISOString();
        const rows = await listed(database, dayOf(at));
        const records = recordsOf(columns(dayOf(at)), rows);
        return given(asked, {
          text:
            format === 'csv'
              ? csvOf(columns(dayOf(at)), rows)
              : `{"at":${JSON.stringify(at)},"${name}":[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`,
          counts: { at, count: rows.length },
          rows: { [name]: records },
          summary: `${rows.length.toLocaleString('en-GB')} ${name === 'stock' ? 'benefits' : name}.`,
        });
      });
    },
  };
}

/** What goes out, by the word after `export`. */
export const exported: Record<string, Verb> = {
  holdings: listVerb(
    'holdings',
    'who holds what now, on whose approval; of another day: audit export',
    (today) => heldColumns(asOf(today)),
    async (database, today) => (await allHeldOn(database, asOf(today))).filter(atItsEnd),
  ),
  stock: listVerb(
    'stock',
    'what is bought of every benefit, and where all of it is',
    () => stockColumns,
    (sql) => shelvesIn(sql).onShelves(),
  ),
  requests: listVerb(
    'requests',
    'everything that was ever asked for or given, and what became of it',
    () => requestColumns,
    requestsListed,
  ),
  'visual-studio': exportVisualStudioVerb,
};
