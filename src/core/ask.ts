import { type Benefit, left, quantityOf, type Stocked, withoutKeys } from './benefit';
import { tell } from './change';
import type { Person, Speaker } from './person';
import { askedToDecide } from './policy';
import type { Refusal } from './refusal';
import { type BenefitInRequest, type Decision, type Pending, type Request, refuse } from './request';
import { dayOf, type Instant } from './time';

/** Everything that asking must know, gathered before it decides. */
export interface Asking {
  id: string;
  requester: Speaker;
  benefit: Stocked;
  wish: {
    quantity?: number | undefined;
    language?: string | undefined;
    system?: string | undefined;
    reason: string;
  };
  /** The open request of this person for this benefit, if there is one. */
  open: Request | undefined;
  /** Everybody active who may decide something. */
  deciders: Person[];
  /** What the person holds already, by name. */
  holds: string[];
  now: Instant;
}

/** Why a benefit cannot be given today, whoever asks; undefined when it can. */
export function unavailable(benefit: Stocked, now: Instant): Refusal | undefined {
  const today = dayOf(now);
  if (today < benefit.package.starts)
    return { why: 'not-begun', benefit: benefit.name, from: benefit.package.starts };
  if (today > benefit.package.ends) return { why: 'ended', benefit: benefit.name, on: benefit.package.ends };
  if (benefit.activateBy && today > benefit.activateBy)
    return { why: 'ended', benefit: benefit.name, on: benefit.activateBy };
  if (withoutKeys(benefit)) return { why: 'no-key-in-stock', benefit: benefit.name };
  if (left(benefit) === 0) return { why: 'none-left', benefit: benefit.name };
  return undefined;
}

/** A person asks for a benefit. */
export function ask({ id, requester, benefit, wish, open, deciders, holds, now }: Asking): Decision<Pending> {
  if (open) return refuse({ why: 'already-asked', benefit: benefit.name });
  const obstacle = unavailable(benefit, now);
  if (obstacle) return refuse(obstacle);

  const rule = quantityOf(benefit);
  const quantity = rule.asks ? (wish.quantity ?? 1) : rule.takes;
  const most = benefit.quantity - benefit.stock.held;
  if (quantity > most) return refuse({ why: 'too-many', benefit: benefit.name, left: most });

  if (!chosenFrom(benefit.languages, wish.language))
    return refuse({ why: 'choose-language', choices: benefit.languages });
  if (!chosenFrom(benefit.systems, wish.system))
    return refuse({ why: 'choose-system', choices: benefit.systems });

  const asked = askedToDecide(requester, deciders).map(({ id, name }) => ({ id, name }));
  if (asked.length === 0) return refuse({ why: 'nobody-to-ask' });

  const request: Pending = {
    id,
    version: 1,
    state: 'pending',
    requester: { id: requester.id, name: requester.name },
    benefit: pickBenefit(benefit),
    quantity,
    ...(wish.language && { language: wish.language }),
    ...(wish.system && { system: wish.system }),
    reason: wish.reason,
    askedAt: now,
    asked,
  };
  const background = { leftAfter: Math.max(0, left(benefit) - quantity), holds };
  return {
    ok: true,
    is: request,
    change: {
      steps: [{ do: 'ask', request }],
      notices: asked.map((to) => tell(to, id, { kind: 'to-decide', request, background })),
      audit: {
        action: 'request.asked',
        by: requester.id,
        subject: id,
        person: requester.id,
        benefit: benefit.id,
        why: wish.reason,
      },
    },
  };
}

const chosenFrom = (choices: string[], chosen: string | undefined): boolean =>
  choices.length === 0 ? chosen === undefined : chosen !== undefined && choices.includes(chosen);

const pickBenefit = ({ id, name, category, unit, delivery }: Benefit): BenefitInRequest => ({
  id,
  name,
  category,
  unit,
  delivery,
});
