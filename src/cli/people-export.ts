import { writeFile } from 'node:fs/promises';
import { knownOf, marksOf } from '../store/personal/known';
import { withDatabase } from './database';
import { personCalled } from './one-person';
import { shown } from './table';
import { BadCommand, type Verb } from './verb';

/** `people export`: everything that is known about one person, as JSON. Keys are not among it: they are the company's. */
export const peopleExportVerb: Verb = {
  usage: 'people export <name or address> [--format json] [--out <file>]',
  purpose: 'everything that is known about one person, as JSON; never a key',
  options: { format: { type: 'string' }, out: { type: 'string' } },
  async run(asked) {
    const [who, ...more] = asked.words;
    const { format = 'json', out } = asked.options;
    if (who === undefined || more.length > 0)
      throw new BadCommand('Whose? A name of several words goes in quotation marks.');
    if (format !== 'json') throw new BadCommand('--format takes json.');
    return withDatabase(asked, 'needed', async ({ database, now }) => {
      const person = await personCalled(database, who, 'look');
      const marks = await marksOf(database, person.id);
      const known = {
        exportedAt: now.toISOString(),
        person: { id: person.id, name: person.name, ...(person.email && { email: person.email }) },
        known: marks ? await knownOf(database, marks) : {},
      };
      const text = `${JSON.stringify(known, null, 2)}\n`;
      if (typeof out !== 'string') return { ok: true, json: known, text };
      await writeFile(out, text, { mode: 0o600 }).catch(() => {
        throw new BadCommand(`The file "${shown(out)}" cannot be written.`);
      });
      const rows = Object.values(known.known).reduce((sum, table) => sum + table.length, 0);
      return {
        ok: true,
        json: { person: known.person, rows, file: out },
        text: `${rows.toLocaleString('en-GB')} rows about ${shown(person.name)}, written to ${shown(out)}.`,
      };
    });
  },
};
