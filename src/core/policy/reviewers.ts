import { type Because, placeOf, type Review, type Reviewer } from '../course';
import { isAdmin, isApprover, isSelf, type Person, type Speaker } from '../person';
import type { Policy, Stage, Who } from './policy';

/** Somebody as a policy sees them: the role of this moment, groups, and whether they are away. */
export interface Colleague extends Person {
  /** In lower case. */
  email?: string;
  groups: string[];
  /** The time zone that the chat they last spoke in has of them (IANA). */
  zone?: string;
  /** Out of office just now, and who stands in for them. */
  away?: { delegate?: string };
  /** The last message to them could not be delivered, in no chat. */
  unreachable?: true;
  /** So many requests wait for them now. */
  waiting?: number;
}

/** Everything that finding out who decides must know. */
export interface Company {
  /** Everybody active whom a policy may mean. */
  people: Colleague[];
  /** Who asks and who will have it, with their twins: they never decide. */
  concerned: Array<Pick<Speaker, 'id' | 'twins'>>;
  /** The address of the manager of whoever asks, in lower case. */
  manager?: string | undefined;
  /** Addresses of people who are never written to. */
  neverPing: string[];
  /** Whoever has more than so many waiting gets them in one message. */
  digestAbove?: number | undefined;
}

/** The company, as a request that concerns these people sees it. Whoever cannot be reached is like somebody away for whom nobody stands in. */
export const companyOf = (
  { neverPing, digestAbove }: Pick<Policy, 'neverPing' | 'digestAbove'>,
  people: Colleague[],
  concerned: Company['concerned'],
  manager: string | undefined,
): Company => ({
  people: people.map((one) => (one.unreachable ? { away: {}, ...one } : one)),
  concerned,
  manager,
  neverPing,
  digestAbove,
});

/** What has happened in a stage already. */
export interface SoFar {
  /** Those who agreed, in whatever stage: each person answers once. */
  reviews: Review[];
  /** Others are asked too, because nobody answered in time. */
  escalated: boolean;
  /** Whom somebody handed it to. */
  handed: Array<{ by: string; to: string }>;
  /** It waits in this stage already; else it is worked out who would be asked. */
  begun?: true;
}

/** Nothing yet: a stage that begins. */
export const nothingYet: SoFar = { reviews: [], escalated: false, handed: [] };

/**
 * Who may answer in a stage at this moment, and who of them is written to. Nobody whom the request concerns, under whatever account,
 * and nobody who has answered in an earlier stage.
 * @param stage which one it is, from 1
 */
export function reviewersOf(
  rule: Stage,
  stage: number,
  company: Company,
  soFar: SoFar = nothingYet,
): Reviewer[] {
  const { reviewers, named } = foundFor(rule, stage, company, soFar);
  // Where even the admins have gone, what waits already must not wait for ever. Nothing new is asked for under such a rule.
  if (!soFar.begun || !isTooFew(rule, reviewers, named, answeredIn(stage, soFar))) return reviewers;
  return foundFor(rule, stage, company, soFar, [{ is: 'approvers' }]).reviewers;
}

/** In whose place somebody has answered in a stage. */
const answeredIn = (stage: number, { reviews }: SoFar): string[] =>
  reviews.filter((one) => one.stage === stage).map(({ by, for: whom }) => whom?.id ?? by.id);

/**
 * Nobody is left of those who are meant to be asked, or too few who could still answer, whether they are there today or not, and whether
 * they are asked or only may.
 */
function isTooFew(
  { need }: Stage,
  reviewers: Reviewer[],
  named: ReadonlySet<string>,
  answered: string[],
): boolean {
  const left = reviewers.filter((one) => !answered.includes(placeOf(one)));
  if (!left.some(({ id }) => named.has(id))) return true;
  return need !== 'all' && answered.length + places(left) < need;
}

/** @param instead who is asked as well, because too few are left; `named`: all but those who only may answer */
function foundFor(
  { ask, may, need, otherwise, silence }: Stage,
  stage: number,
  company: Company,
  soFar: SoFar,
  instead: Who[] = [],
): { reviewers: Reviewer[]; named: ReadonlySet<string> } {
  const { reviews, escalated, handed } = soFar;
  const earlier = reviews.filter((one) => one.stage < stage).map(({ by }) => by.id);
  const mayAnswer = ({ id }: Person) =>
    !earlier.includes(id) && !company.concerned.some((one) => isSelf(one, id));
  const found = new Map<string, Reviewer>();
  const meantToHear = new Set<string>();
  const add = (whos: Who[], how: Pick<Reviewer, 'told' | 'through'>) => {
    for (const who of whos)
      for (const { person, because } of meant(who, company)) {
        const known = found.get(person.id);
        if (!mayAnswer(person) || known?.told || (known && !how.told)) continue;
        const told = how.told && !(person.email && company.neverPing.includes(person.email));
        const { id, name } = person;
        found.set(id, known ? { ...known, told } : { id, name, because, ...how, told, reminders: 0 });
        if (told) meantToHear.add(id);
      }
  };
  const byId = new Map(company.people.map((person) => [person.id, person]));
  const isAway = ({ id }: Reviewer) => byId.get(id)?.away !== undefined;
  const areThere = () => places([...found.values()].filter((one) => one.told && !isAway(one)));
  const least = need === 'all' ? 1 : need;
  const answered = answeredIn(stage, soFar);
  /** Of `all`, everybody who is there has agreed; whoever has not is away or has left since, and nobody would be left to answer. */
  const isLeftOver = () =>
    need === 'all' &&
    answered.length > 0 &&
    ![...found.values()].some((one) => one.told && !isAway(one) && !answered.includes(placeOf(one)));

  const standIn = (one: Reviewer, to: string, how: 'handed' | 'away'): boolean => {
    const delegate = byId.get(to);
    if (!delegate || !mayAnswer(delegate)) return false;
    // Only somebody with a right of their own: an approver or admin, or whom the stage names as well.
    if (!isApprover(delegate) && !found.has(to)) return false;
    const known = found.get(to);
    // Whoever is asked anyway answers in their own place, unless it was put into their hands.
    if (how === 'away' && known?.told && !known.through) return true;
    const { id, name } = one;
    const because = known?.because ?? roleOf(delegate);
    found.set(to, { id: to, name: delegate.name, because, for: { id, name, how }, told: true, reminders: 0 });
    meantToHear.add(to);
    return true;
  };
  /** Whoever has handed it over is not written to, wherever the policy names them. */
  const handOn = () => {
    for (const { by, to } of handed) {
      const one = found.get(by);
      if (one && (found.get(to)?.for?.id === by || standIn(one, to, 'handed')))
        found.set(by, { ...one, told: false });
    }
  };
  /** Whoever is away is not written to, where somebody stands in for them or enough others are there. */
  const excuseTheAbsent = () => {
    for (const { id } of [...found.values()]) {
      const one = found.get(id) as Reviewer;
      const away = byId.get(id)?.away;
      if (!one.told || !away) continue;
      const stoodIn = away.delegate !== undefined && standIn(one, away.delegate, 'away');
      const without = [...found.values()].filter((other) => other.told && other.id !== id);
      if (stoodIn || places(without) >= least) found.set(id, { ...one, told: false });
    }
  };

  add(ask, { told: true });
  handOn();
  excuseTheAbsent();
  if (areThere() < least || isLeftOver()) add(otherwise, { told: true, through: 'otherwise' });
  // The last resort, whatever the policy says: no request waits for nobody.
  if (areThere() < least || isLeftOver()) add([{ is: 'admins' }], { told: true, through: 'otherwise' });
  if (escalated && silence.escalate) add(silence.escalate.to, { told: true, through: 'escalated' });
  add(instead, { told: true, through: 'otherwise' });
  handOn();
  excuseTheAbsent();
  const named = new Set(found.keys());
  add(may, { told: false });
  handOn();
  const hear = [...found.values()].filter(({ told }) => told);
  // Where they leave it to each other, or nobody else is there, they hear of it after all.
  if (places(hear) < least)
    for (const id of meantToHear) found.set(id, { ...(found.get(id) as Reviewer), told: true });
  return { reviewers: [...found.values()], named };
}

const roleOf = (person: Person): Because => ({ is: isAdmin(person) ? 'admin' : 'approver' });

function meant(who: Who, { people, manager }: Company): Array<{ person: Colleague; because: Because }> {
  const those = (so: (person: Colleague) => boolean, because: Because) =>
    people.filter(so).map((person) => ({ person, because }));
  // Of two with one address nobody knows which of them is meant: neither is.
  const theOne = (address: string | undefined, because: Because) => {
    const found = address === undefined ? [] : those(({ email }) => email === address, because);
    return found.length === 1 ? found : [];
  };
  switch (who.is) {
    case 'approvers':
      return those((person) => isApprover(person) && !isAdmin(person), { is: 'approver' });
    case 'admins':
      return those(isAdmin, { is: 'admin' });
    case 'manager':
      return theOne(manager, { is: 'manager' });
    case 'group': {
      const group = who.group.toLowerCase();
      // As the people file writes it, which is what they know it by.
      return people.flatMap((person) => {
        const own = person.groups.find((one) => one.toLowerCase() === group);
        return own === undefined ? [] : [{ person, because: { is: 'group', group: own } as const }];
      });
    }
    case 'person':
      return theOne(who.email, { is: 'named' });
  }
}

/** In how many places people answer: a stand-in answers in another's. */
const places = (reviewers: Reviewer[]): number => new Set(reviewers.map(placeOf)).size;

/** Enough people can answer in a stage for it to end. */
export const canEnd = ({ need }: Pick<Stage, 'need'>, reviewers: Reviewer[]): boolean =>
  places(reviewers) >= (need === 'all' ? 1 : need);

/**
 * Whether those who have agreed are enough. Of `all`, everybody who is asked must have, unless they are away or have left; somebody who
 * is asked beside them, because of another's silence or because nobody of them is left to answer, does so in the place of one of them.
 * @param agreed who has agreed in this stage
 */
export function isComplete(need: number | 'all', reviewers: Reviewer[], agreed: Review[]): boolean {
  if (need !== 'all') return agreed.length >= need;
  const answered = agreed.map(({ by, for: whom }) => whom?.id ?? by.id);
  const isNamed = reviewers.some((one) => one.told && !one.through);
  const isExtra = ({ through }: Reviewer) => through === 'escalated' || (through === 'otherwise' && isNamed);
  const silent = reviewers.filter((one) => one.told && !isExtra(one) && !answered.includes(placeOf(one)));
  const instead = reviewers.filter((one) => isExtra(one) && answered.includes(placeOf(one)));
  return agreed.length > 0 && places(silent) <= instead.length;
}
