import { tell } from './change';
import { isApprover, type Person, type Speaker } from './person';
import { dayIn } from './policy/working-hours';
import type { Refusal } from './refusal';
import { type Decision, refuse } from './request';
import { addHours, type Day, dayOf, type Instant } from './time';

/** Out of office, from a day to a day, both included. */
export interface Absence {
  from: Day;
  until: Day;
  delegate?: Person;
}

/** Whether somebody is out of office now: their days begin and end where they work. */
export function isAway({ from, until }: Omit<Absence, 'delegate'>, zone: string | undefined, now: Instant) {
  const today = dayIn(zone, now);
  return from <= today && today <= until;
}

/** Why somebody cannot say whether they are there; undefined when they can. Who decides in their place hangs on it, so it asks as much as deciding. */
export const mayNotSayWhere = ({ mayDecide }: Speaker): Refusal | undefined =>
  mayDecide ? undefined : { why: 'unlinked-account' };

/** Whether somebody could stand in for another. */
const mayStandIn = (one: Person, by: Pick<Person, 'id'>): boolean => one.id !== by.id && isApprover(one);

/** Of those who decide, everybody who could stand in. */
export const whoMayStandIn = (deciders: Person[], by: Pick<Person, 'id'>): Person[] =>
  deciders.filter((one) => mayStandIn(one, by));

/** Nobody is away for longer without leaving. */
const longest = '2100-01-01';

/** Somebody is out of office; whoever stands in for them is told, and asked in their place. */
export function goAway({ from, until, delegate }: Absence, by: Speaker, now: Instant): Decision<Absence> {
  const obstacle = mayNotSayWhere(by);
  if (obstacle) return refuse(obstacle);
  // Where it is still the day before, the last day may be that one.
  if (until < from || until < dayOf(addHours(now, -12)) || until >= longest)
    return refuse({ why: 'bad-absence' });
  if (delegate?.id === by.id) return refuse({ why: 'is-oneself' });
  if (delegate && !mayStandIn(delegate, by)) return refuse({ why: 'may-not-decide', person: delegate.name });
  return {
    ok: true,
    is: { from, until, ...(delegate && { delegate }) },
    change: {
      steps: [
        { do: 'away', person: by.id, from, until, ...(delegate && { delegate: delegate.id }), at: now },
      ],
      notices: delegate
        ? [tell(delegate, by.id, { kind: 'stands-in', person: { id: by.id, name: by.name }, from, until })]
        : [],
      audit: [
        {
          action: 'person.away',
          by: by.id,
          subject: by.id,
          person: by.id,
          why: `${from} to ${until}${delegate ? `, ${delegate.id} stands in` : ''}`,
        },
      ],
    },
  };
}

/** Somebody is back, whatever they had said before. */
export function comeToWork(by: Speaker): Decision<Speaker> {
  const obstacle = mayNotSayWhere(by);
  if (obstacle) return refuse(obstacle);
  return {
    ok: true,
    is: by,
    change: {
      steps: [{ do: 'back', person: by.id }],
      notices: [],
      audit: [{ action: 'person.present', by: by.id, subject: by.id, person: by.id }],
    },
  };
}
