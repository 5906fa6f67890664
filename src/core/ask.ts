import { unavailable } from './available';
import { type Benefit, kindOf, left, quantityOf, type Stocked } from './benefit';
import { tell } from './change';
import { type Assignee, badAlternative, creditSpent, mayNotHold } from './eligible';
import type { Holding } from './holding';
import type { Background } from './notice';
import { aheadOf } from './offer';
import type { Person, Speaker } from './person';
import { askedToDecide } from './policy';
import type { Refusal } from './refusal';
import { type BenefitInRequest, type Decision, type Pending, type Request, refuse } from './request';
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
  /** Everybody active who may decide something. */
  deciders: Person[];
  /** What the assignee holds now. */
  holdings: Holding[];
  /** What is on its way to the assignee, and how often the benefit has been given since its package began: of credits only. */
  coming?: BenefitInRequest[];
  timesGiven?: number;
  /** The e-mail address of the company's Partner Center account. */
  accountEmail: string | undefined;
  now: Instant;
}

/** A person asks for a benefit, for themself or for somebody else. */
export function ask(a: Asking): Decision<Pending> {
  const { id, requester, assignee, benefit, wish, open, deciders, holdings, now } = a;
  const forOther = assignee.id !== requester.id;
  if (open)
    return refuse(
      forOther
        ? { why: 'already-asked-for', person: assignee.name, benefit: benefit.name }
        : { why: 'already-asked', benefit: benefit.name },
    );
  const obstacle =
    unavailable(benefit, now) ??
    mayNotHold(benefit, assignee, holdings, a.coming) ??
    creditSpent(benefit, a.timesGiven ?? 0, dayOf(now)) ??
    wrongWish(a);
  if (obstacle) return refuse(obstacle);

  const asked = askedToDecide([requester, assignee], deciders).map(({ id, name }) => ({ id, name }));
  if (asked.length === 0) return refuse({ why: 'nobody-to-ask' });

  const request: Pending = {
    id,
    version: 1,
    state: 'pending',
    requester: { id: requester.id, name: requester.name },
    assignee: { id: assignee.id, name: assignee.name },
    way: { is: 'asked' },
    benefit: pickBenefit(benefit),
    quantity: quantityWished(benefit, wish),
    ...wished(wish),
    reason: wish.reason,
    askedAt: now,
    asked,
  };
  const background = backgroundOf(request, benefit, holdings);
  return {
    ok: true,
    is: request,
    change: {
      steps: [{ do: 'ask', request }],
      notices: [
        ...asked.map((to) => tell(to, id, { kind: 'to-decide', request, background })),
        ...(forOther ? [tell(assignee, id, { kind: 'asked-for-you', request })] : []),
      ],
      audit: [
        {
          action: 'request.asked',
          by: requester.id,
          subject: id,
          person: assignee.id,
          benefit: benefit.id,
          why: wish.reason,
        },
      ],
    },
  };
}

/** What those who decide need beside the request. `holdings`: what the assignee has. */
export function backgroundOf({ quantity }: Pending, benefit: Stocked, holdings: Holding[]): Background {
  const ahead = aheadOf(benefit, quantity);
  return {
    ...(ahead !== undefined && { ahead }),
    leftAfter: Math.max(0, left(benefit) - quantity),
    holds: holdings.map((holding) => holding.benefit.name),
  };
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

/** What a request keeps of its benefit. */
export const pickBenefit = ({ id, name, category, unit, delivery }: Benefit): BenefitInRequest => ({
  id,
  name,
  category,
  unit,
  delivery,
});
