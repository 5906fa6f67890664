import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { DifferenceKind } from '../core/difference';
import { type AliasRow, readAliases } from '../imports/aliases';
import { readApart } from '../imports/apart';
import { dayInName } from '../imports/days';
import { importSubscriptions, type PortalOutcome } from '../store/imports/visual-studio';
import { closing, dryRunOption, importing } from './importing';
import { firstOf, restInJson, section, shown, table } from './table';
import { BadCommand, type Verb } from './verb';

/** `import visual-studio`: who has which subscription in Microsoft's portal, against what is held here. */
export const importVisualStudioVerb: Verb = {
  usage: 'import visual-studio <export.csv> [--exported <day>] [--map <file.csv>] [--dry-run]',
  purpose: 'the export of the Visual Studio portal, compared with what is held here',
  options: { exported: { type: 'string' }, map: { type: 'string' }, ...dryRunOption },
  run: (asked) =>
    importing(asked, async ({ database, path, reading, importing }) => {
      const aliases: AliasRow[] = [];
      if (typeof asked.options.map === 'string')
        for await (const item of readAliases(asked.options.map)) if ('row' in item) aliases.push(item.row);
      const exported = await dayOf(path, asked.options.exported, importing.now);
      const rows = readApart('visual-studio', path, reading);
      const outcome = await importSubscriptions(database, rows, { ...importing, exported, aliases });
      return {
        ok: true,
        json: { ...outcome, dryRun: importing.dryRun },
        text: summary(outcome, importing.dryRun),
      };
    }),
};

/** The day of an export does not stand in it: the option says it, or the name the portal gave the file, or when it was saved. */
async function dayOf(path: string, said: unknown, now: Date): Promise<string> {
  const today = now.toISOString().slice(0, 10);
  if (typeof said === 'string') {
    if (!z.iso.date().safeParse(said).success)
      throw new BadCommand('--exported must be a day, as 2026-01-15.');
    if (said > today) throw new BadCommand('--exported must not be a day to come.');
    return said;
  }
  const saved = () =>
    stat(path).then(
      ({ mtime }) => mtime.toISOString().slice(0, 10),
      () => today,
    );
  const day = dayInName(path) ?? (await saved());
  // A file can be saved on a clock that is ahead.
  return [day, today].sort()[0] as string;
}

const headings: Record<DifferenceKind, string> = {
  'there-only': 'Assigned there and not held here:',
  'here-only': 'Held here and not assigned there:',
  gone: 'Gone, and still assigned there:',
  over: 'More assigned there than the package holds:',
};

function summary(outcome: PortalOutcome, dryRun: boolean | undefined): string {
  const of = (kind: DifferenceKind) =>
    section(
      headings[kind],
      firstOf(
        outcome.found
          .filter((one) => one.kind === kind)
          .map(({ benefit, person, quantity }) =>
            person
              ? `${shown(person.name)} <${shown(person.email ?? '')}>: ${shown(benefit.name)}`
              : `${shown(benefit.name)}: ${quantity} too many`,
          ),
        restInJson,
      ),
    );
  return [
    table([
      ['Export of', outcome.exported],
      ['Subscriptions assigned there', outcome.rows],
      ['held here too', outcome.same],
      ['new differences', outcome.new],
      ['differences that are over', outcome.changed],
      ['differences as before', outcome.standing],
    ]),
    ...of('there-only'),
    ...of('here-only'),
    ...of('gone'),
    ...of('over'),
    ...section(
      'No benefit has the level (use --map):',
      firstOf(
        outcome.unmatched.map(({ level, count }) => `${count} × ${shown(level)}`),
        restInJson,
      ),
    ),
    '',
    outcome.known
      ? 'This export was read before; nothing is new.'
      : closing(dryRun, outcome.new + outcome.changed > 0),
    ...(outcome.new > 0 && !dryRun
      ? ['The admins have a card of each difference; “differences” lists them.']
      : []),
  ].join('\n');
}
