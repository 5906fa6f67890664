import { readApart } from '../imports/apart';
import { importPeople, type PeopleOutcome } from '../store/imports/people';
import { closing, dryRunOption, importing } from './importing';
import { firstOf, restInJson, section, shown, table, where } from './table';
import type { Verb } from './verb';

/** `import people`: who works here and what each may do. */
export const importPeopleVerb: Verb = {
  usage: 'import people <file.csv> [--leaving-is-meant] [--dry-run]',
  purpose: 'who works here, who approves, and who has left',
  options: { 'leaving-is-meant': { type: 'boolean' }, ...dryRunOption },
  run: (asked) =>
    importing(asked, async ({ database, adminEmails, path, reading, importing }) => {
      const outcome = await importPeople(database, readApart('people', path, reading), {
        ...importing,
        adminEmails,
        leavingIsMeant: asked.options['leaving-is-meant'] === true,
      });
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
      ['leaving', outcome.leaving],
      ...(outcome.back > 0 ? [['back again', outcome.back] as const] : []),
    ]),
    ...section(
      'Another role from now on:',
      outcome.roles.map(({ name, email, from, to }) => `${shown(name)} <${email}>: ${from} → ${to}`),
    ),
    ...section(
      'New, and more than an employee:',
      outcome.granted.map(({ name, email, role }) => `${shown(name)} <${email}>: ${role}`),
    ),
    ...section(
      'Another account or address of somebody who decides:',
      outcome.moved.map(
        ({ name, role, changes }) =>
          `${shown(name)} (${role}): ${changes.map(({ what, from, to }) => `${what} ${from ?? '-'} -> ${to ?? '-'}`).join(', ')}`,
      ),
    ),
    ...section(
      'No longer in the file, so they leave and give everything back:',
      firstOf(missing, restInJson),
    ),
    ...(outcome.tooMany && dryRun
      ? ['', 'That is more than half: the import itself wants --leaving-is-meant.']
      : []),
    ...section(
      'Spoke to the bot as somebody else, and remain so until linked:',
      outcome.elsewhere.count === 0 ? [] : [where(outcome.elsewhere)],
    ),
    '',
    closing(dryRun, outcome.new + outcome.changed + outcome.leaving > 0),
  ].join('\n');
}
