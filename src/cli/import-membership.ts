import { z } from 'zod';
import { readMembership } from '../imports/membership';
import { importMembership, type MembershipOutcome, type PackageTerms } from '../store/imports/membership';
import { closing, dryRunOption, importing } from './importing';
import { section, shown, table } from './table';
import { type Asked, BadCommand, type Verb } from './verb';

const day = z.iso.date('must be a day, as 2026-01-15');
const terms = z.object({
  package: z.string('is missing').trim().min(1, 'is blank').max(100, 'is longer than 100 characters'),
  'partner-id': z.string('is missing').regex(/^\d{1,10}$/, 'must be a number of up to ten digits'),
  'account-email': z.email('must be an e-mail address').max(254).optional(),
  starts: z.string('is missing').pipe(day),
  ends: z.string('is missing').pipe(day),
});

/** `import membership`: a package and its benefits. */
export const importMembershipVerb: Verb = {
  usage:
    'import membership <file.csv> --package <name> --partner-id <id> [--account-email <e-mail>] --starts <day> --ends <day> [--dry-run]',
  purpose: 'the benefits of a package',
  options: {
    package: { type: 'string' },
    'partner-id': { type: 'string' },
    'account-email': { type: 'string' },
    starts: { type: 'string' },
    ends: { type: 'string' },
    ...dryRunOption,
  },
  async run(asked) {
    const pack = termsOf(asked.options);
    return importing(asked, async ({ database, path, reading, importing }) => {
      const outcome = await importMembership(database, readMembership(path, reading), pack, importing);
      return {
        ok: true,
        json: { ...outcome, dryRun: importing.dryRun },
        text: summary(pack, outcome, importing.dryRun),
      };
    });
  },
};

function termsOf(options: Asked['options']): PackageTerms {
  const read = terms.safeParse(options);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new BadCommand(`--${String(issue.path[0])} ${issue.message}.`);
  }
  const { data } = read;
  if (data.ends < data.starts) throw new BadCommand('--ends must not be before --starts.');
  return {
    name: data.package,
    partnerId: data['partner-id'],
    accountEmail: data['account-email']?.toLowerCase() ?? null,
    starts: data.starts,
    ends: data.ends,
  };
}

function summary(pack: PackageTerms, outcome: MembershipOutcome, dryRun: boolean | undefined): string {
  return [
    table([
      ['Package', `${shown(pack.name)} (${pack.starts} to ${pack.ends}), ${outcome.package}`],
      ['Benefits read', outcome.rows],
      ['new', outcome.new],
      ['changed', outcome.changed],
      ['unchanged', outcome.unchanged],
    ]),
    ...section('No longer in the file, and left as they are:', outcome.missing.map(shown)),
    '',
    closing(dryRun, outcome.package !== 'unchanged' || outcome.new + outcome.changed > 0),
  ].join('\n');
}
