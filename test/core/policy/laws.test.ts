import fc from 'fast-check';
import { ask } from '../../../src/core/ask';
import { placeOf, type Review } from '../../../src/core/course';
import { type Approving, approve } from '../../../src/core/decide';
import { passOn } from '../../../src/core/pass-on';
import { isSelf, type Role, type Speaker } from '../../../src/core/person';
import { ownPolicy, type Policy, type Stage, type Who } from '../../../src/core/policy/policy';
import {
  type Colleague,
  type Company,
  canEnd,
  isComplete,
  nothingYet,
  reviewersOf,
} from '../../../src/core/policy/reviewers';
import type { Pending, Request } from '../../../src/core/request';
import { approving, asking, id, later } from '../examples';

/** What must hold whatever the policy says, whoever is there, and whoever presses what. */

const groups = ['it', 'sales'];
const emails = ['p1@contoso.example', 'p2@contoso.example', 'p3@contoso.example', 'p4@contoso.example'];
/** The people are the same throughout; what differs is who they are. */
const ids = [1, 2, 3, 4, 5, 6, 7].map((at) => id(900 + at));

const who = fc.oneof<fc.Arbitrary<Who>[]>(
  fc.constantFrom<Who>({ is: 'approvers' }, { is: 'admins' }, { is: 'manager' }),
  fc.constantFrom(...groups).map((group) => ({ is: 'group', group })),
  fc.constantFrom(...emails).map((email) => ({ is: 'person', email })),
);
const whos = fc.array(who, { maxLength: 3 });
const need = fc.constantFrom<Stage['need']>(1, 1, 2, 3, 'all');
const stages = fc.record<Stage>({
  ask: fc.array(who, { minLength: 1, maxLength: 3 }),
  may: whos,
  need,
  otherwise: whos,
  silence: fc.oneof(
    fc.constant({}),
    whos.map((to) => ({ remind: 8, escalate: { after: 24, to } })),
  ),
});

const somebody = (at: number): fc.Arbitrary<Colleague> =>
  fc
    .record({
      role: fc.constantFrom<Role>('employee', 'approver', 'admin'),
      groups: fc.subarray(groups),
      away: fc.option(fc.record({ delegate: fc.option(fc.constantFrom(...ids), { nil: undefined }) }), {
        nil: undefined,
      }),
    })
    .map(({ role, groups, away }) => ({
      id: ids[at] as string,
      name: `Person ${at}`,
      email: `p${at}@contoso.example`,
      role,
      groups,
      ...(away && { away: away.delegate === undefined ? {} : { delegate: away.delegate } }),
    }));
const companies = fc
  .record({
    people: fc.tuple(...ids.map((_, at) => somebody(at))),
    concerned: fc.subarray(ids, { minLength: 1, maxLength: 2 }),
    twin: fc.constantFrom(...ids, undefined),
    manager: fc.constantFrom(...emails, undefined),
    neverPing: fc.subarray(emails),
  })
  .map(
    ({ people, concerned, twin, manager, neverPing }): Company => ({
      people,
      concerned: concerned.map((one, at) => ({ id: one, ...(at === 0 && twin && { twins: [twin] }) })),
      manager,
      neverPing,
    }),
  );
const soFars = fc.record({
  escalated: fc.boolean(),
  handed: fc.array(fc.record({ by: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), { maxLength: 3 }),
  reviews: fc
    .subarray(ids, { maxLength: 2 })
    .map((answered) => answered.map((one) => ({ stage: 1, by: { id: one, name: one }, at: later }))),
});
const concerns = ({ concerned }: Company, person: string) => concerned.some((one) => isSelf(one, person));

test('nobody whom a request concerns is among those who may answer, nor anybody who has in an earlier stage', () => {
  fc.assert(
    fc.property(stages, companies, soFars, (stage, company, soFar) => {
      for (const { id: one } of reviewersOf(stage, 2, company, soFar)) {
        expect(concerns(company, one)).toBe(false);
        expect(soFar.reviews.some(({ by }) => by.id === one)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('each person is among them once, in one place, and never in their own stead', () => {
  fc.assert(
    fc.property(stages, companies, soFars, (stage, company, soFar) => {
      const reviewers = reviewersOf(stage, 2, company, soFar);
      expect(new Set(reviewers.map(({ id }) => id)).size).toBe(reviewers.length);
      for (const one of reviewers) expect(one.for?.id).not.toBe(one.id);
    }),
    { numRuns: 500 },
  );
});

test('somebody is written to, as long as an admin is there whom it does not concern and who has not answered', () => {
  let seen = 0;
  fc.assert(
    fc.property(stages, companies, soFars, (stage, company, soFar) => {
      const isFree = ({ id, role, email }: Colleague) =>
        role === 'admin' &&
        !concerns(company, id) &&
        !soFar.reviews.some(({ by }) => by.id === id) &&
        !company.neverPing.includes(email as string);
      if (!company.people.some(isFree)) return;
      seen += 1;
      expect(reviewersOf(stage, 2, company, soFar).filter(({ told }) => told)).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(seen).toBeGreaterThan(100);
});

test('what could be decided when it was asked for is put to nobody else while everybody stays', () => {
  let seen = 0;
  fc.assert(
    fc.property(stages, companies, (stage, company) => {
      const atFirst = reviewersOf(stage, 1, company);
      if (!canEnd(stage, atFirst) || !atFirst.some(({ told }) => told)) return;
      seen += 1;
      expect(reviewersOf(stage, 1, company, { ...nothingYet, begun: true })).toEqual(atFirst);
    }),
    { numRuns: 3000 },
  );
  expect(seen).toBeGreaterThan(300);
});

test('when all have left who did not agree, somebody is asked who has not, as long as an admin is free', () => {
  const free: Colleague = { id: id(990), name: 'Free', role: 'admin', groups: [] };
  let seen = 0;
  fc.assert(
    fc.property(stages, companies, fc.subarray(ids), (stage, company, agree) => {
      const before = reviewersOf(stage, 1, company);
      const agreed: Review[] = [];
      for (const one of before)
        if (agree.includes(one.id) && !agreed.some(({ by, for: whom }) => (whom ?? by).id === placeOf(one)))
          agreed.push({ stage: 1, by: one, ...(one.for && { for: one.for }), at: later });
      if (agreed.length === 0 || isComplete(stage.need, before, agreed)) return;
      seen += 1;
      const people = [...company.people.filter(({ id }) => agree.includes(id)), free];
      const now = reviewersOf(stage, 1, { ...company, people }, { ...nothingYet, reviews: agreed });
      const places = agreed.map(({ by, for: whom }) => (whom ?? by).id);
      expect(now.filter((one) => one.told && !places.includes(placeOf(one)))).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(seen).toBeGreaterThan(100);
});

test('only whom the policy means, admins, and whom one of these chose among approvers, may answer', () => {
  fc.assert(
    fc.property(stages, companies, soFars, (stage, company, soFar) => {
      const { ask, may, otherwise, silence } = stage;
      const named = [...ask, ...may, ...otherwise, ...(silence.escalate?.to ?? [])];
      const isMeant = ({ email, groups, role }: Colleague) =>
        role !== 'employee' ||
        named.some(
          (one) =>
            (one.is === 'manager' && company.manager === email) ||
            (one.is === 'group' && groups.includes(one.group)) ||
            (one.is === 'person' && one.email === email),
        );
      for (const { id: one } of reviewersOf(stage, 2, company, soFar))
        expect(isMeant(company.people.find(({ id }) => id === one) as Colleague)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

type Press = { who: number; verb: 'approve' | 'hand-over'; to: number; age: number };
const presses = fc.array(
  fc.record<Press>({
    who: fc.nat(ids.length - 1),
    to: fc.nat(ids.length - 1),
    verb: fc.constantFrom('approve', 'approve', 'hand-over'),
    age: fc.nat(1),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** A request from its first card to its end, and all the people who ever agreed to it. */
function livedThrough(policy: Policy, company: Company, all: Press[]): Request[] {
  const speaker = (at: number): Speaker => ({
    ...(company.people[at] as Colleague),
    mayDecide: true,
    twins: company.concerned.flatMap(({ id, twins = [] }) => (twins.includes(ids[at] as string) ? [id] : [])),
  });
  const [first, second = first] = company.concerned;
  const of = (one: Company['concerned'][number] | undefined) => ({
    ...speaker(ids.indexOf(one?.id as string)),
    ...one,
  });
  const asked = ask({
    ...asking,
    requester: of(first),
    assignee: { ...of(second), email: 'assignee@contoso.example' },
    policy,
    people: company.people,
    manager: company.manager,
  });
  if (!asked.ok || 'grants' in asked) return [];
  const states: Request[] = [asked.is];
  for (const { who, to, verb, age } of all) {
    const request = states.at(-1) as Request;
    if (request.state !== 'pending') break;
    const by = speaker(who);
    const version = Math.max(1, request.version - age);
    const how = { policy, company, request, version, by, background: approving.background, now: later };
    const decision =
      verb === 'approve'
        ? approve({ ...approving, ...how } as Approving)
        : passOn({ ...how, to: company.people[to] as Colleague });
    if (decision.ok) states.push(decision.is);
  }
  return states;
}

const policies = fc.array(stages, { minLength: 1, maxLength: 3 }).map(
  (all): Policy => ({
    ...ownPolicy,
    version: 1,
    rules: [{ name: 'a rule', when: {}, yields: { is: 'ask', stages: all } }],
  }),
);
const always = (look: (states: Request[], stages: Stage[], company: Company) => void) =>
  fc.assert(
    fc.property(policies, companies, presses, (policy, company, all) => {
      const [rule] = policy.rules;
      if (rule?.yields.is !== 'ask') return;
      const states = livedThrough(policy, company, all);
      if (states.length > 0) look(states, rule.yields.stages, company);
    }),
    { numRuns: 600 },
  );
const isOver = (request: Request) => request.state !== 'pending';

test('nobody agrees twice, nor to what concerns them; and what was agreed to stays', () => {
  always((states, _, company) => {
    let before: string[] = [];
    for (const { course } of states) {
      const agreed = course?.reviews.map(({ by }) => by.id) ?? [];
      expect(new Set(agreed).size).toBe(agreed.length);
      expect(agreed.filter((one) => concerns(company, one))).toEqual([]);
      expect(agreed.slice(0, before.length)).toEqual(before);
      before = agreed;
    }
  });
});

test('a request is decided only when in each of its stages as many different people agreed as it needs', () => {
  let decided = 0;
  always((states, stages) => {
    const end = states.find(isOver);
    if (!end) return;
    decided += 1;
    for (const [at, { need }] of stages.entries()) {
      const those = end.course?.reviews.filter(({ stage }) => stage === at + 1) ?? [];
      const places = new Set(those.map((one) => one.for?.id ?? one.by.id));
      expect(places.size).toBe(those.length);
      expect(those.length).toBeGreaterThanOrEqual(need === 'all' ? 1 : need);
    }
  });
  expect(decided).toBeGreaterThan(20);
});

test('it goes through its stages one by one, and never back', () => {
  always((states) => {
    const at = states.flatMap((one) => (one.state === 'pending' ? [(one as Pending).course.stage] : []));
    expect(at[0]).toBe(1);
    for (const [step, stage] of at.entries())
      expect(stage - (at[step - 1] ?? stage)).toBeGreaterThanOrEqual(0);
    for (const [step, stage] of at.entries()) expect(stage - (at[step - 1] ?? stage)).toBeLessThanOrEqual(1);
  });
});

test('these worlds are not empty: much is handed over, several agree, and stages follow each other', () => {
  const seen = new Set<string>();
  always((states) => {
    for (const { course, state } of states) {
      if (course?.reviewers.some((one) => one.for?.how === 'handed')) seen.add('handed');
      if (course?.reviews.some((one) => one.for)) seen.add('agreed for somebody');
      if (course && course.stage === 3) seen.add('third stage');
      if (course && course.reviews.length >= 4) seen.add('four agreed');
      if (state !== 'pending') seen.add('decided');
    }
  });
  expect([...seen].sort()).toEqual([
    'agreed for somebody',
    'decided',
    'four agreed',
    'handed',
    'third stage',
  ]);
});
