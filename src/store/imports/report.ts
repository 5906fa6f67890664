import type { Counted, FileReport, ReportLine } from '../../core/file';
import type { KeysOutcome } from './keys';
import type { MembershipOutcome } from './membership';
import type { PeopleOutcome } from './people';
import type { Places } from './places';
import type { PortalOutcome } from './visual-studio';

/** Counts that say something: the rows always, the rest where it is not nothing. */
const counted = (...all: Array<[Counted, number]>): Array<[Counted, number]> =>
  all.filter(([what, count]) => count > 0 || what === 'rows' || what === 'new');

/** In a file that is one single line the rows are numbered instead. */
const placed = ({ count, first }: Places): Pick<ReportLine, 'count' | 'at'> => {
  const oneLine = first.some(({ line, nth }) => nth > line);
  return { count, at: first.map(({ line, nth }) => (oneLine ? nth : line)) };
};
const nowhere = { count: 1, at: [] };

/** So many benefits that got keys stand before what was left out; the rest of them behind it. */
const mostInFront = 5;

/** Where its keys go: first whatever the names of the file do not say themselves. */
const intoBenefits = ({ under }: KeysOutcome): ReportLine[] => [
  ...under.flatMap(({ name, changed }): ReportLine[] =>
    changed > 0 ? [{ about: 'further', what: name, under: String(changed), ...nowhere }] : [],
  ),
  ...under.flatMap((one): ReportLine[] =>
    one.new > 0 ? [{ about: 'into', what: one.name, under: String(one.new), ...nowhere }] : [],
  ),
];

/** What an import of keys came to, as a card shows it. */
export const ofKeys = (outcome: KeysOutcome): FileReport => ({
  kind: 'keys',
  counts: counted(
    ['rows', outcome.rows],
    ['new', outcome.new],
    ['changed', outcome.changed],
    ['unchanged', outcome.unchanged],
    ['skipped', [...outcome.skipped.values()].reduce((sum, { count }) => sum + count, 0)],
    ['unmatched', outcome.unmatched.reduce((sum, { places }) => sum + places.count, 0)],
    ['units', outcome.units],
  ),
  lines: [
    ...outcome.meant.map(
      ({ name, benefit, rows }): ReportLine => ({
        about: 'meant',
        what: `${name ?? '–'} → ${benefit}`,
        count: rows,
        at: [],
      }),
    ),
    ...outcome.made.map(
      ({ name, quantity }): ReportLine => ({
        about: 'made',
        what: name,
        under: String(quantity),
        ...nowhere,
      }),
    ),
    ...outcome.known.map(
      ({ product, under, places }): ReportLine => ({
        about: 'known',
        what: `${product ?? '–'} → ${under.join(', ')}`,
        ...placed(places),
      }),
    ),
    ...intoBenefits(outcome).slice(0, mostInFront),
    ...[...outcome.skipped].map(
      ([why, places]): ReportLine => ({ about: 'skipped', what: why, ...placed(places) }),
    ),
    ...outcome.unmatched.map(
      ({ product, nearest, lookAlike, places }): ReportLine => ({
        ...(product === null ? { about: 'nameless', what: '' } : { about: 'unmatched', what: product }),
        ...(nearest && { nearest }),
        ...(lookAlike && { lookAlike }),
        ...placed(places),
      }),
    ),
    ...intoBenefits(outcome).slice(mostInFront),
  ],
  writes: outcome.new + outcome.changed > 0,
});

/** As whom an account is known, for a line of a card. */
const accountOf = { email: '', slack: 'Slack ', teams: 'Teams ' } as const;

/** Who decides from now on, and under which account, admins in front. */
function saying({ roles, granted, moved }: PeopleOutcome): ReportLine[] {
  const all: Array<ReportLine & { admin: boolean }> = [
    ...roles.map(({ name, from, to }) => ({
      about: 'role' as const,
      what: name,
      role: { from, to },
      admin: from === 'admin' || to === 'admin',
      ...nowhere,
    })),
    ...granted.map(({ name, role }) => ({
      about: 'granted' as const,
      what: name,
      role: { to: role },
      admin: role === 'admin',
      ...nowhere,
    })),
    ...moved.map(({ name, role, changes }) => ({
      about: 'moved' as const,
      what: name,
      role: { to: role },
      under: changes
        .map(({ what, from, to }) => `${accountOf[what]}${from ?? '–'} → ${to ?? '–'}`)
        .join(', '),
      admin: role === 'admin',
      ...nowhere,
    })),
  ];
  return [...all.filter(({ admin }) => admin), ...all.filter(({ admin }) => !admin)].map(
    ({ admin: _, ...line }) => line,
  );
}

/** The same of people. Whatever gives somebody a say stands before all else: a card shows only the first lines. */
export const ofPeople = (outcome: PeopleOutcome): FileReport => ({
  kind: 'people',
  counts: counted(
    ['rows', outcome.rows],
    ['new', outcome.new],
    ['changed', outcome.changed],
    ['unchanged', outcome.unchanged],
    ['leaving', outcome.leaving],
  ),
  lines: [
    ...saying(outcome),
    ...(outcome.elsewhere.count > 0
      ? [{ about: 'elsewhere', what: '', ...placed(outcome.elsewhere) } as const]
      : []),
    ...outcome.missing.map(({ name }): ReportLine => ({ about: 'leaving', what: name, ...nowhere })),
  ],
  writes: outcome.new + outcome.changed + outcome.leaving > 0,
  ...(outcome.tooMany && { tooManyLeave: true as const }),
});

/** The same of a membership. */
export const ofMembership = (outcome: MembershipOutcome, pack: string): FileReport => ({
  kind: 'membership',
  package: pack,
  counts: counted(
    ['rows', outcome.rows],
    ['new', outcome.new],
    ['changed', outcome.changed],
    ['unchanged', outcome.unchanged],
    ['units', outcome.units ?? 0],
  ),
  lines: [
    ...outcome.altered.flatMap(({ name, quantity }): ReportLine[] =>
      quantity
        ? [{ about: 'resized', what: name, under: `${quantity.from} → ${quantity.to}`, ...nowhere }]
        : [],
    ),
    ...outcome.added.map(
      ({ name, quantity }): ReportLine => ({
        about: 'added',
        what: name,
        under: String(quantity),
        ...nowhere,
      }),
    ),
    ...outcome.altered.flatMap(({ name, quantity }): ReportLine[] =>
      quantity ? [] : [{ about: 'altered', what: name, ...nowhere }],
    ),
    ...outcome.missing.map((name): ReportLine => ({ about: 'missing', what: name, ...nowhere })),
  ],
  writes: outcome.package !== 'unchanged' || outcome.new + outcome.changed > 0,
  ...(outcome.otherPackage && { otherPackage: true as const }),
});

/** The same of an export of the Visual Studio portal. */
export const ofPortal = (outcome: PortalOutcome): FileReport => ({
  kind: 'visual-studio',
  counts: counted(
    ['rows', outcome.rows],
    ['new', outcome.new],
    ['same', outcome.same],
    ['over', outcome.changed],
    ['standing', outcome.standing],
  ),
  lines: [
    ...outcome.found.map(
      ({ benefit, person, quantity }): ReportLine => ({
        about: 'difference',
        ...(person
          ? { what: person.name, under: benefit.name }
          : { what: benefit.name, under: `+${quantity}` }),
        ...nowhere,
      }),
    ),
    ...outcome.unmatched.map(
      ({ level, count }): ReportLine => ({ about: 'level', what: level, count, at: [] }),
    ),
  ],
  writes: outcome.new + outcome.changed > 0,
});
