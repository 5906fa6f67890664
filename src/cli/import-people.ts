import { readPeople } from '../imports/people';
import { importPeople, type PeopleOutcome } from '../store/imports/people';
import { closing, dryRunOption, importing } from './importing';
import { firstOf, section, shown, table, where } from './table';
import type { Verb } from './verb';

/** `import people`: who works here and what each may do. */
export const importPeopleVerb: Verb = {
  usage: 'import people <file.csv> [--dry-run]',
  purpose: 'who works here, and who approves',
  options: { ...dryRunOption },
  run: (asked) =>
    importing(asked, async ({ database, path, reading, importing }) => {
      const outcome = await importPeople(database, readPeople(path, reading), importing);
      return {
        ok: true,
        json: { ...outcome, dryRun: importing.dryRun },
        text: summary(outcome, importing.dryRun),
      };
    }),
};

function summary(outcome: PeopleOutcome, dryRun: boolean | undefined): string {
  const missing = outcome.missing.map(({ name, email }) => `${shown(name)} <${email}>`);
  return [
    table([
      ['People read', outcome.rows],
      ['new', outcome.new],
      ['changed', outcome.changed],
      ['unchanged', outcome.unchanged],
    ]),
    ...section(
      'Another role from now on:',
      outcome.roles.map(({ name, email, from, to }) => `${shown(name)} <${email}>: ${from} → ${to}`),
    ),
    ...section('No longer in the file, and left as they are:', firstOf(missing)),
    ...section(
      'Spoke to the bot as somebody else, and remain so until linked:',
      outcome.elsewhere.count === 0 ? [] : [where(outcome.elsewhere)],
    ),
    '',
    closing(dryRun, outcome.new + outcome.changed > 0),
  ].join('\n');
}
