import type { Named } from '../person';
import { nameFinder, normalName } from '../product-name';
import { stopsAt } from './ending';
import type { Policy, Rule, Stage, When } from './policy';
import { type Colleague, type Company, companyOf, reviewersOf } from './reviewers';

/** Somebody who could ask, with whoever may be the same human being. */
export interface Asker extends Named {
  twins: string[];
  groups: string[];
  /** In lower case. */
  manager?: string;
}

/** What a policy can be held against: everybody who could ask, everybody it may mean, and the benefits there are. */
export interface Surroundings {
  askers: Asker[];
  people: Colleague[];
  /** Names of benefits. */
  benefits: string[];
}

/** Something about a policy that is no mistake of the file, and most likely not what was meant. */
export type Doubt =
  /** Nobody active has this address. `rule`: its place, from 0; absent of those who are never written to. */
  | { is: 'no-person'; rule?: number; email: string }
  | { is: 'no-group'; rule: number; group: string }
  | { is: 'no-benefit'; rule: number; benefit: string; nearest?: string }
  /** Too few people could answer in this stage (from 1) today, if one of these asked and others answered in those before it. */
  | { is: 'no-answer'; rule: number; stage: number; askers: Named[]; everybody: boolean }
  /** So many are written to at once for one request, of whom so few must agree. */
  | { is: 'many-asked'; rule: number; stage: number; people: number; need: number };

/** More than these asked at once is most likely not what was meant: each is written to, and nobody feels meant. */
const manyAsked = 10;

/** Everything that is doubtful about a policy today, in the order of its rules. */
export function doubtsOf(policy: Omit<Policy, 'version'>, surroundings: Surroundings): Doubt[] {
  const known = namesIn(surroundings);
  const found = policy.rules.flatMap((rule, at) => [
    ...unknownIn(rule, at, known),
    ...doubtfulStages(policy, rule, at, surroundings),
  ]);
  const unheard = policy.neverPing.filter((email) => !known.emails.has(email));
  return [...unheard.map((email): Doubt => ({ is: 'no-person', email })), ...found];
}

interface Names {
  emails: Set<string>;
  groups: Set<string>;
  benefits: Set<string>;
  nearest: (benefit: string) => string | undefined;
}

function namesIn({ askers, people, benefits }: Surroundings): Names {
  const find = nameFinder(benefits);
  return {
    emails: new Set(people.flatMap(({ email }) => email ?? [])),
    groups: new Set(askers.flatMap(({ groups }) => groups.map((group) => group.toLowerCase()))),
    benefits: new Set(benefits.map(normalName)),
    nearest: (benefit) => find(benefit)?.name,
  };
}

function unknownIn({ when, yields }: Rule, rule: number, known: Names): Doubt[] {
  const whos = yields.is === 'ask' ? yields.stages.flatMap(everybodyIn) : [];
  const groups = [...(when.group ?? []), ...whos.flatMap((who) => (who.is === 'group' ? [who.group] : []))];
  const emails = whos.flatMap((who) => (who.is === 'person' ? [who.email] : []));
  const missing = <T extends string>(names: T[], among: Set<string>, as = (name: string) => name) =>
    [...new Set(names)].filter((name) => !among.has(as(name)));
  return [
    ...missing(when.benefit ?? [], known.benefits).map((benefit): Doubt => {
      const nearest = known.nearest(benefit);
      return { is: 'no-benefit', rule, benefit, ...(nearest && { nearest }) };
    }),
    ...missing(groups, known.groups, (group) => group.toLowerCase()).map(
      (group): Doubt => ({ is: 'no-group', rule, group }),
    ),
    ...missing(emails, known.emails).map((email): Doubt => ({ is: 'no-person', rule, email })),
  ];
}

const everybodyIn = ({ ask, may, otherwise, silence }: Stage) => [
  ...ask,
  ...may,
  ...otherwise,
  ...(silence.escalate?.to ?? []),
];

/** What is doubtful about the stages of a rule, as they would be for those whom it fits. */
function doubtfulStages(
  policy: Omit<Policy, 'version'>,
  { when, yields }: Rule,
  rule: number,
  { askers, people }: Surroundings,
): Doubt[] {
  if (yields.is !== 'ask') return [];
  const whom = askers.filter((asker) => mayFit(when, asker));
  const companyWhere = (asker: Asker) => companyOf(policy, people, [asker], asker.manager);
  return [
    ...unanswered(yields.stages, rule, whom, companyWhere),
    ...crowded(yields.stages, rule, whom, companyWhere),
  ];
}

/** The stages at which it would stop, with those of whom it is so when they ask for themselves. */
function unanswered(
  stages: Stage[],
  rule: number,
  whom: Asker[],
  companyWhere: (asker: Asker) => Company,
): Doubt[] {
  const stops = whom.map((asker) => stopsAt(stages, companyWhere(asker)));
  return stages.flatMap((_, at): Doubt[] => {
    const stuck = whom.filter((_, who) => stops[who] === at + 1);
    return stuck.length === 0
      ? []
      : [{ is: 'no-answer', rule, stage: at + 1, askers: stuck, everybody: stuck.length === whom.length }];
  });
}

/** The stages in which one request is written about to many at once. */
function crowded(
  stages: Stage[],
  rule: number,
  [asker]: Asker[],
  companyWhere: (asker: Asker) => Company,
): Doubt[] {
  // The same people are asked, but for the manager and for whoever asks themself: one asker stands for all.
  if (!asker) return [];
  const company = companyWhere(asker);
  return stages.flatMap((stage, at): Doubt[] => {
    if (stage.need === 'all') return [];
    const asked = reviewersOf(stage, at + 1, company).filter(({ told }) => told).length;
    return asked > manyAsked
      ? [{ is: 'many-asked', rule, stage: at + 1, people: asked, need: stage.need }]
      : [];
  });
}

const mayFit = ({ group }: Pick<When, 'group'>, { groups }: Pick<Asker, 'groups'>): boolean =>
  group?.some((name) => groups.some((one) => one.toLowerCase() === name)) ?? true;
