import { type Cursor, cursorOf, cursorText, fromTheBeginning, type LedgerEvent } from '../core/event';
import { eventJson } from '../exports/events-json';
import { eventOcsf } from '../exports/events-ocsf';
import { eventsIn } from '../store/events';
import { withDatabase } from './database';
import { atTheTerminal, type Reader } from './lines';
import { formatOf, noWords, said } from './outgoing';
import { type Answer, type Asked, BadCommand, type Verb } from './verb';

/** How often a reader who follows looks again, in milliseconds: the bot seals every second. */
const every = 1_000;
const most = 1_000;

const shapes: Record<'ocsf' | 'json', (event: LedgerEvent) => object> = { ocsf: eventOcsf, json: eventJson };

/**
 * `audit stream`: every event of the ledger as a line of JSON, in the order in which they were sealed, for a collector of security events. A
 * reader keeps the cursor of the last line and goes on behind it: nothing is left out, and nothing comes in between later.
 */
export const auditStreamVerb = {
  usage: 'audit stream [--format ocsf|json] [--since <cursor>] [--follow]',
  purpose: 'the events of the ledger as lines of JSON, for a SIEM; --since goes on behind a cursor',
  options: { format: { type: 'string' }, since: { type: 'string' }, follow: { type: 'boolean' } } as const,
  async run(asked: Asked, reader: Reader = atTheTerminal()): Promise<Answer> {
    noWords(asked);
    const shape = shapes[formatOf(asked, ['ocsf', 'json'])];
    const since = said(asked, 'since');
    const from = since === undefined ? fromTheBeginning : cursorOf(since);
    if (!from) throw new BadCommand('--since takes the cursor of a line, as 17.3, or the number of a seal.');
    return withDatabase(asked, 'needed', async ({ database }) => {
      const { eventsAfter } = eventsIn(database);
      const end = await streamed(asked, reader, shape, from, eventsAfter);
      const known = end.seal > 0 ? cursorText(end) : undefined;
      return { ok: true, written: true, json: { ...(known && { cursor: known }) }, text: '' };
    });
  },
} satisfies Verb;

async function streamed(
  { options }: Asked,
  { line, enough }: Reader,
  shape: (event: LedgerEvent) => object,
  from: Cursor,
  eventsAfter: (after: Cursor, most: number) => Promise<LedgerEvent[]>,
): Promise<Cursor> {
  let at = from;
  let over = false;
  void enough.then(() => {
    over = true;
  });
  while (!over) {
    const events = await eventsAfter(at, most);
    for (const event of events) {
      if (!(await line(JSON.stringify(shape(event))))) return at;
      at = event.cursor;
    }
    if (events.length > 0) continue;
    if (options.follow !== true) return at;
    await Promise.race([enough, new Promise((resolve) => setTimeout(resolve, every))]);
  }
  return at;
}
