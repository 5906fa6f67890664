import { z } from 'zod';
import { readApart } from '../imports/apart';
import { importMembership, type MembershipOutcome, type PackageTerms } from '../store/imports/membership';
import type { RenewedBenefit } from '../store/imports/renewal';
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
  'membership-ends': day.optional(),
  'grace-days': z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of days from 0 to 366')
    .transform(Number)
    .pipe(z.number().max(366, 'must be a number of days from 0 to 366'))
    .optional(),
});

/** `import membership`: a package and its benefits. */
export const importMembershipVerb: Verb = {
  usage:
    'import membership <file.csv> --package <name> --partner-id <id> [--account-email <e-mail>] --starts <day> --ends <day> [--membership-ends <day>] [--grace-days <number>] [--renews [--new-area]] [--dry-run]',
  purpose: 'the benefits of a package; with --renews its next term',
  options: {
    package: { type: 'string' },
    'partner-id': { type: 'string' },
    'account-email': { type: 'string' },
    starts: { type: 'string' },
    ends: { type: 'string' },
    'membership-ends': { type: 'string' },
    'grace-days': { type: 'string' },
    renews: { type: 'boolean' },
    'new-area': { type: 'boolean' },
    ...dryRunOption,
  },
  async run(asked) {
    const pack = termsOf(asked.options);
    return importing(asked, async ({ database, path, reading, importing }) => {
      const outcome = await importMembership(
        database,
        readApart('membership', path, reading),
        pack,
        importing,
      );
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
  const membershipEnds = data['membership-ends'];
  if (data.ends < data.starts) throw new BadCommand('--ends must not be before --starts.');
  if (membershipEnds && membershipEnds < data.starts)
    throw new BadCommand('--membership-ends must not be before --starts.');
  if (options['new-area'] && !options.renews)
    throw new BadCommand('--new-area says how a package is renewed: it goes with --renews.');
  return {
    name: data.package,
    partnerId: data['partner-id'],
    accountEmail: data['account-email']?.toLowerCase() ?? null,
    starts: data.starts,
    ends: data.ends,
    membershipEnds: membershipEnds && membershipEnds !== data.ends ? membershipEnds : null,
    graceDays: data['grace-days'] ?? 30,
    renews: options.renews === true,
    newArea: options['new-area'] === true,
  };
}

function summary(pack: PackageTerms, outcome: MembershipOutcome, dryRun: boolean | undefined): string {
  const { renewal, beside, units = 0 } = outcome;
  const left = renewal ? 'No longer part of the package:' : 'No longer in the file, and left as they are:';
  return [
    table([
      ['Package', `${shown(pack.name)} (${pack.starts} to ${pack.ends}), ${outcome.package}`],
      ['Benefits read', outcome.rows],
      ['new', outcome.new],
      ['changed', outcome.changed],
      ['unchanged', outcome.unchanged],
      ...(units > 0 ? [['Units added', units] as const] : []),
    ]),
    ...section(
      'Changed:',
      outcome.altered.map(({ name, quantity }) =>
        quantity ? `${shown(name)}: ${quantity.from} → ${quantity.to}` : shown(name),
      ),
    ),
    ...section(left, outcome.missing.map(shown)),
    ...(renewal ? renewed(renewal.benefits) : []),
    ...section(
      'Note:',
      beside
        ? [
            `A package of this name is known from ${beside.starts} to ${beside.ends}; with --renews it would go on, and everybody keep what they hold.`,
          ]
        : [],
    ),
    '',
    closing(dryRun, outcome.package !== 'unchanged' || outcome.new + outcome.changed > 0),
  ].join('\n');
}

/** Who goes on holding what, and who cannot. */
function renewed(benefits: readonly RenewedBenefit[]): string[] {
  const people = (because: RenewedBenefit['because']): string[] =>
    benefits
      .filter((one) => one.because === because && one.mustAct.length > 0)
      .map(({ benefit, mustAct }) => `${shown(benefit)}: ${mustAct.map(shown).join(', ')}`);
  return [
    ...section(
      'Carried over:',
      benefits
        .filter(({ carriedOver }) => carriedOver > 0)
        .map(
          ({ benefit, carriedOver, used }) =>
            `${shown(benefit)}: ${carriedOver}${used ? `, of which ${used} ${used === 1 ? 'unit is' : 'units are'} used up` : ''}`,
        ),
    ),
    ...section('Must be given back, or exchanged for something else:', people('dropped')),
    ...section(
      'Waited for what is no longer part of the package, and are told so:',
      benefits.flatMap(({ benefit, waited = [] }) =>
        waited.length > 0 ? [`${shown(benefit)}: ${waited.map(shown).join(', ')}`] : [],
      ),
    ),
    ...section(
      'Must be assigned once more in Partner Center, where Microsoft has made new ones for the new solution area:',
      people('new-area'),
    ),
  ];
}
