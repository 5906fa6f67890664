import type { AuditEntry } from './audit';
import { lastDayOf } from './available';
import type { Stocked } from './benefit';
import { type Change, distinct, type Step, tell } from './change';
import { missedDay } from './holding';
import { type Held, type Lapsing, runsByItself, together, tokenRunsUntil } from './lapse';
import type { Lapse, LapsingForYou } from './notice';
import type { Named, Person } from './person';
import { type Day, dayOf, daysBetween, type Instant } from './time';

/** A warning that is due: `days` is the number that is used up by it. */
export interface Warning extends Lapsing {
  days: number;
}

/** What telling people about what lapses must know. */
export interface Warnings {
  due: readonly Warning[];
  /** Who has each benefit, and who still waits for it, by the id of the benefit. */
  holders: ReadonlyMap<string, readonly Held[]>;
  waiting: ReadonlyMap<string, readonly Named[]>;
  admins: readonly Person[];
  /** The id under which this day's messages stand. */
  subject: string;
  now: Instant;
}

/**
 * Everybody is told once of all that a word is due of: the admins of everything, holders of what they have themselves, and those
 * who still wait of the last day on which they can be given it. That a warning was given is written down even where nobody had to
 * be told: whoever gets something later is warned the next time.
 */
export function warn({ due, holders, waiting, admins, subject, now }: Warnings): Change {
  const today = dayOf(now);
  const all = together(due, today);
  const yours = new Map<string, LapsingForYou[]>();
  const people: Named[] = [];
  for (const { benefit, lapse } of due) {
    const concerned: Array<readonly [Named, LapsingForYou['as'], key: string | undefined]> = [
      ...(holders.get(benefit.id) ?? []).flatMap((held) => {
        const as = concerns(benefit, lapse, held, today);
        return as ? [[held.person, as, as === 'unused' ? held.id : undefined] as const] : [];
      }),
      ...(endsGiving(benefit, lapse)
        ? (waiting.get(benefit.id) ?? []).map((one) => [one, 'waiting', undefined] as const)
        : []),
    ];
    for (const [person, as, key] of concerned) {
      people.push(person);
      yours.set(person.id, added(yours.get(person.id) ?? [], { benefit, lapse, as, key }, today));
    }
  }
  const told = distinct([...(all.length > 0 ? admins : []), ...people]);
  const isAdmin = new Set(admins.map(({ id }) => id));
  return {
    steps: stepsOf(due, now),
    notices: told.map((to) =>
      tell(to, subject, {
        kind: 'lapsing',
        all: isAdmin.has(to.id) ? all : [],
        yours: [...(yours.get(to.id) ?? [])].sort((one, other) => one.lapse.on.localeCompare(other.lapse.on)),
      }),
    ),
    audit: told.map(
      ({ id }): AuditEntry => ({
        action: 'benefit.lapsing',
        subject,
        person: id,
        why: [...new Set(due.map(({ lapse }) => `${lapse.what} ${lapse.on}`))].join(', '),
      }),
    ),
  };
}

/** After this day nothing more of the benefit is given. */
const endsGiving = (benefit: Stocked, { what, on }: Lapse): boolean =>
  (what === 'activate-by' || what === 'package') && on === lastDayOf(benefit);

/** How a lapse concerns somebody who has the benefit; undefined when it does not. */
function concerns(
  benefit: Stocked,
  { what, on }: Lapse,
  held: Held,
  today: Day,
): 'held' | 'unused' | undefined {
  const apart = runsByItself(benefit, held);
  switch (what) {
    case 'activate-by':
      return held.key && !held.shown ? 'unused' : undefined;
    case 'missed':
      return missedDay(held, today) === on ? 'unused' : undefined;
    case 'package':
    case 'grace':
      return apart ? undefined : 'held';
    case 'token':
      return apart && tokenRunsUntil(held.since) === on ? 'held' : undefined;
  }
}

/** That something lapses of a benefit concerns somebody; `key`: their holding of a key that nobody has looked at. */
interface Concern {
  benefit: Stocked;
  lapse: Lapse;
  as: LapsingForYou['as'];
  key: string | undefined;
}

/** One more benefit in the lines of a person; the same thing of the same day stands in one line. */
function added(
  lines: LapsingForYou[],
  { benefit: { name, package: pack }, lapse, as, key }: Concern,
  today: Day,
): LapsingForYou[] {
  const keys = key ? [{ holding: key, benefit: name }] : [];
  const line = lines.find(
    (one) =>
      one.package === pack.name &&
      one.as === as &&
      one.lapse.what === lapse.what &&
      one.lapse.on === lapse.on,
  );
  if (!line)
    return [
      ...lines,
      {
        package: pack.name,
        lapse,
        days: daysBetween(today, lapse.on),
        as,
        benefits: [name],
        ...(key && { keys }),
      },
    ];
  if (!line.benefits.includes(name)) line.benefits.push(name);
  line.keys?.push(...keys);
  return lines;
}

/** Each benefit, day and number once. */
const stepsOf = (due: readonly Warning[], at: Instant): Step[] => [
  ...new Map(
    due.map(({ benefit, lapse, days }): [string, Step] => [
      [benefit.id, lapse.on, days].join(),
      { do: 'lapse-told', benefit: benefit.id, on: lapse.on, days, at },
    ]),
  ).values(),
];
