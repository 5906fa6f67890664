import { csvOf, recordsOf } from '../exports/table';
import { type LeftOut, subscriberColumns, subscriberSheet } from '../exports/visual-studio';
import { subscribersToAdd } from '../store/listed';
import { benefitsCalled } from '../store/named-benefits';
import { withDatabase } from './database';
import { formatOf, given, noWords, said } from './outgoing';
import { shown } from './table';
import { BadCommand, type Verb } from './verb';

const sentences: Record<LeftOut['why'], string> = {
  'no-address': 'no e-mail address is known',
  'address-not-taken': 'the portal does not take such an address',
  'second-level': 'they stand in the sheet with another subscription, and the portal allows one',
};

/**
 * `export visual-studio`: the rows for “Bulk add” in the Visual Studio portal, which Microsoft offers no other way into. Of everybody whose
 * subscription was approved and whose task is still open; their tasks are done in the chat afterwards, as before.
 */
export const exportVisualStudioVerb: Verb = {
  usage:
    'export visual-studio [--benefit <name>] [--country <name>] [--language <name>] [--format csv|json] [--out <file>]',
  purpose: 'the sheet to add subscribers in the Visual Studio portal: those whose task is open',
  options: Object.fromEntries(
    ['benefit', 'country', 'language', 'format', 'out'].map((name) => [name, { type: 'string' }]),
  ),
  async run(asked) {
    noWords(asked);
    const format = formatOf(asked, ['csv', 'json']);
    const [benefit, country, language] = ['benefit', 'country', 'language'].map((name) => said(asked, name));
    return withDatabase(asked, 'needed', async ({ database, now }) => {
      const only = benefit === undefined ? undefined : await benefitsCalled(database, benefit);
      if (only && only.ids.length === 0)
        throw new BadCommand(
          `There is no benefit “${shown(only.name)}”${only.nearest ? `; the nearest is “${shown(only.nearest)}”` : ''}.`,
        );
      const { toAdd, moves } = await subscribersToAdd(database);
      const { rows, leftOut } = subscriberSheet(
        toAdd.filter((one) => !only || only.ids.includes(one.benefit.id)),
        { ...(country !== undefined && { country }), ...(language !== undefined && { language }) },
      );
      const records = recordsOf(subscriberColumns, rows);
      const at = now.toISOString();
      return given(asked, {
        text:
          format === 'csv'
            ? csvOf(subscriberColumns, rows)
            : `${JSON.stringify({ at, subscribers: records, leftOut })}\n`,
        counts: { at, count: rows.length, moves, leftOut },
        rows: { subscribers: records },
        summary: [
          `${rows.length.toLocaleString('en-GB')} to add. Put the rows into a template that the portal has just given you: it takes no older one.`,
          ...(rows.length > 0 && country === undefined
            ? ['The portal asks for a country: --country names it, or fill it in.']
            : []),
          ...(moves > 0
            ? [
                `${moves.toLocaleString('en-GB')} to be moved to somebody else: edit the subscriber in the portal.`,
              ]
            : []),
          ...leftOut.map(
            (one) => `Left out: ${shown(one.name)} (${shown(one.level)}): ${sentences[one.why]}.`,
          ),
        ].join('\n'),
      });
    });
  },
};
