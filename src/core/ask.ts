import { everAsked } from './agree';
import { ofRequest } from './audit';
import { unavailable } from './available';
import { beginStage } from './begin-stage';
import { kindOf, left, quantityOf, type Stocked } from './benefit';
import { tell } from './change';
import { type Assignee, badAlternative, creditSpent, mayNotHold } from './eligible';
import { type Holding, isLive } from './holding';
import type { Background } from './notice';
import { afterApproval } from './offer';
import type { Speaker } from './person';
import { type Facts, ruleFor } from './policy/match';
import type { Policy, Rule, Stage } from './policy/policy';
import { type Colleague, type Company, companyOf } from './policy/reviewers';
import type { Refusal } from './refusal';
import {
  type BenefitInRequest,
  type Decision,
  type Pending,
  pickBenefit,
  type Request,
  refuse,
} from './request';
import { allCanEnd, named } from './review';
import { askThem } from './tell-reviewers';
import { dayOf, type Instant } from './time';

/** What somebody wishes for, as the form says it. */
export interface Wish {
  quantity?: number | undefined;
  language?: string | undefined;
  system?: string | undefined;
  email?: string | undefined;
  reason: string;
}

/** Everything that asking must know, gathered before it decides. */
export interface Asking {
  id: string;
  requester: Speaker;
  /** Who will have it: the requester, or whom they ask for. */
  assignee: Assignee;
  benefit: Stocked;
  wish: Wish;
  /** The open request of the assignee for this benefit, if there is one. */
  open: Request | undefined;
  policy: Policy;
  /** Everybody active whom the policy may mean; and, of whoever asks, groups and the address of the manager. */
  people: Colleague[];
  groups: string[];
  manager?: string | undefined;
  /** So often the requester has asked for something today. */
  askedToday: number;
  /** So often what they asked for was taken back again today. */
  takenBackToday?: number;
  /** What the assignee holds now. */
  holdings: Holding[];
  /** So many units of the benefit the assignee has given back after a look at their key. */
  seen?: number;
  /** What is on its way to the assignee, and how often the benefit has been given since its package began: of credits only. */
  coming?: BenefitInRequest[];
  timesGiven?: number;
  /** The e-mail address of the company's Partner Center account. */
  accountEmail: string | undefined;
  now: Instant;
}

/** What asking comes to: those who decide are asked, or a rule grants it at once. The caller then locks what is handed over. */
export type Asked = Decision<Pending> | { ok: true; grants: Pending };

/** A person asks for a benefit, for themself or for somebody else. */
export function ask(a: Asking): Asked {
  const { requester, assignee, benefit, policy, now } = a;
  const obstacle = alreadyAsked(a) ?? mayNotAsk(a) ?? tooManyToday(a);
  if (obstacle) return refuse(obstacle);

  const facts = factsOf(a);
  const rule = ruleFor(policy, facts);
  const request = requestOf(a, rule, facts);
  switch (rule.yields.is) {
    case 'refuse':
      return refuse({ why: 'policy-refuses', benefit: benefit.name, reason: rule.yields.reason });
    case 'approve':
      return { ok: true, grants: request };
    case 'ask':
      return askStages(a, request, rule.yields.stages, now, [requester, assignee]);
  }
}

function askStages(
  a: Asking,
  request: Pending,
  stages: Stage[],
  now: Instant,
  concerned: Company['concerned'],
): Decision<Pending> {
  const { policy, people, manager, benefit, holdings, requester, assignee } = a;
  const company = companyOf(policy, people, concerned, manager);
  const [first] = stages;
  if (!first || !allCanEnd(stages, company)) return refuse({ why: 'nobody-to-ask' });

  const course = {
    ...request.course,
    ...beginStage(first, 1, { policy, company }, now),
    stages: stages.length,
  };
  const is: Pending = { ...request, course, asked: everAsked(request, course.reviewers) };
  const background = backgroundOf(is, benefit, holdings);
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask', request: is }],
      notices: [
        ...askThem(is, background, company),
        ...(assignee.id !== requester.id
          ? [tell(assignee, is.id, { kind: 'asked-for-you', request: is })]
          : []),
      ],
      audit: [ofRequest('request.asked', is, { by: requester.id, why: is.reason })],
    },
  };
}

function alreadyAsked({ requester, assignee, benefit, open }: Asking): Refusal | undefined {
  if (!open) return undefined;
  return assignee.id !== requester.id
    ? { why: 'already-asked-for', person: assignee.name, benefit: benefit.name }
    : { why: 'already-asked', benefit: benefit.name };
}

/** Why nothing can come of it, whoever would say yes. */
const mayNotAsk = (a: Asking): Refusal | undefined =>
  unavailable(a.benefit, a.now) ??
  toThem(a, mayNotHold(a.benefit, a.assignee, a.holdings, a.coming)) ??
  creditSpent(a.benefit, a.timesGiven ?? 0, dayOf(a.now)) ??
  wrongWish(a);

/** Whoever asks for themself reads what concerns them as said to them. */
const toThem = (
  { requester, assignee }: Asking,
  refusal: ReturnType<typeof mayNotHold>,
): Refusal | undefined => (refusal && requester.id === assignee.id ? { ...refusal, you: true } : refusal);

/** Nobody changes their mind more often on one day, whatever the rules allow. */
const mostTakenBack = 10;

/** Whoever asks and takes back all day long would only keep those who decide busy. */
const tooManyToday = ({
  policy: { perDay },
  askedToday,
  takenBackToday = 0,
}: Asking): Refusal | undefined => {
  if (perDay !== undefined && askedToday >= perDay) return { why: 'too-many-today', most: perDay };
  return takenBackToday >= mostTakenBack ? { why: 'taken-back-often', times: mostTakenBack } : undefined;
};

/** What the rules look at. */
export function factsOf({ requester, assignee, benefit, wish, holdings, seen, groups }: Asking): Facts {
  const same = holdings.filter((holding) => isLive(holding) && holding.benefit.id === benefit.id);
  return {
    category: benefit.category,
    benefit: benefit.name,
    groups,
    onBehalf: assignee.id !== requester.id,
    holds: same.reduce((sum, { quantity }) => sum + quantity, 0),
    wants: quantityWished(benefit, wish),
    ...(seen && { seen }),
    left: left(benefit),
  };
}

/** The request before it is known who decides it. */
const requestOf = (
  { id, requester, assignee, benefit, wish, policy, now }: Asking,
  rule: Rule,
  facts: Facts,
): Pending => ({
  id,
  version: 1,
  state: 'pending',
  requester: named(requester),
  assignee: named(assignee),
  way: { is: 'asked' },
  benefit: pickBenefit(benefit),
  quantity: facts.wants,
  ...wished(wish),
  reason: wish.reason,
  askedAt: now,
  asked: [],
  course: {
    policy: policy.version,
    rule: rule.name,
    facts,
    stage: 1,
    stages: 1,
    since: now,
    need: 1,
    reviewers: [],
    reviews: [],
    remarks: [],
  },
});

/** What those who decide need beside the request. `holdings`: what the assignee has. */
export function backgroundOf(
  { quantity }: Pick<Pending, 'quantity'>,
  benefit: Stocked,
  holdings: Holding[],
): Background {
  return { ...afterApproval(benefit, quantity), holds: holdings.map((holding) => holding.benefit.name) };
}

/** How many units of the allocation a wish comes to. */
export function quantityWished(benefit: Stocked, wish: Pick<Wish, 'quantity'>): number {
  const rule = quantityOf(benefit);
  return rule.asks ? (rule.whole ?? wish.quantity ?? 1) : rule.takes;
}

/** What of a wish a request keeps. */
export const wished = ({
  language,
  system,
  email,
}: Wish): Pick<Pending, 'language' | 'system' | 'email'> => ({
  ...(language && { language }),
  ...(system && { system }),
  ...(email && { email: email.trim() }),
});

/** Why a wish cannot be fulfilled as it stands: too much, nothing that can be chosen, or an address that will not do. */
export function wrongWish({
  benefit,
  wish,
  assignee,
  accountEmail,
}: Pick<Asking, 'benefit' | 'wish' | 'assignee' | 'accountEmail'>): Refusal | undefined {
  // That less is left is no obstacle: there is a waiting list. But nobody waits for more than there ever is.
  const most = benefit.quantity;
  if (quantityWished(benefit, wish) > most) return { why: 'more-than-all', benefit: benefit.name, most };
  if (!chosenFrom(benefit.languages, wish.language))
    return { why: 'choose-language', choices: benefit.languages };
  if (!chosenFrom(benefit.systems, wish.system)) return { why: 'choose-system', choices: benefit.systems };
  return kindOf(benefit) === 'contract'
    ? badAlternative({ alternative: wish.email, assignee, account: accountEmail })
    : undefined;
}

const chosenFrom = (choices: string[], chosen: string | undefined): boolean =>
  choices.length === 0 ? chosen === undefined : chosen !== undefined && choices.includes(chosen);
