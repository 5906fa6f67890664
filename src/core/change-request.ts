import { everAsked } from './agree';
import { type Asking, backgroundOf, factsOf, quantityWished, wished, wrongWish } from './ask';
import { ofRequest } from './audit';
import { beginStage } from './begin-stage';
import { redrawFor } from './change';
import { type Alteration, type Course, noLongerTold, type Reviewer, stillAsked } from './course';
import { bothOf } from './hand-over';
import { ruleFor } from './policy/match';
import { companyOf } from './policy/reviewers';
import type { Refusal } from './refusal';
import { type Decision, type Pending, type Request, refuse } from './request';
import { allCanEnd } from './review';
import { askThem, redrawAsItIs } from './tell-reviewers';
import { dayOf, type Instant } from './time';

/** What changing a request must know: all that asking must, and the request as it is. */
export interface Changing extends Asking {
  request: Request;
  version: number;
  /** How often it was changed today already. */
  changesToday: number;
}

/** So often somebody may change one request on one day: each time everybody begins anew. */
const mostChanges = 5;

/** Why a request is not changed again today; undefined when it may be. */
export const changedTooOften = (changesToday: number): Refusal | undefined =>
  changesToday >= mostChanges ? { why: 'changed-too-often', most: mostChanges } : undefined;

/**
 * Whoever asked changes what they asked for, before it is decided. It is a new version: an old card of it decides nothing, answers so
 * far count no more, and those are asked whom the rules name for what it is now. A change calls on those who decide as a reminder does,
 * so both together do so once a day: whoever has heard of it today and not answered sees the change on the card they have.
 */
export function change(a: Changing): Decision<Pending> {
  const { request, version, requester, assignee, benefit, holdings, policy, people, manager, wish, now } = a;
  if (request.requester.id !== requester.id) return refuse({ why: 'gone' });
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  if (request.version !== version) return refuse({ why: 'changed-meanwhile' });
  const what = alterationOf(a, request);
  const obstacle =
    changedTooOften(a.changesToday) ?? (Object.keys(what).length === 0 ? asItWas : wrongWish(a));
  if (obstacle) return refuse(obstacle);

  const facts = factsOf(a);
  const rule = ruleFor(policy, facts);
  if (rule.yields.is === 'refuse')
    return refuse({ why: 'policy-refuses', benefit: benefit.name, reason: rule.yields.reason });
  // What a rule would grant at once is asked anew; what was asked of people already, they decide.
  const { stages, name } =
    rule.yields.is === 'ask'
      ? { stages: rule.yields.stages, name: rule.name }
      : { stages: stagesOf(a, request), name: request.course.rule };
  const company = companyOf(policy, people, [requester, assignee], manager);
  const [first] = stages;
  if (!first || !allCanEnd(stages, company)) return refuse({ why: 'nobody-to-ask' });

  const { escalateAt: _, escalatedAt: __, expireAt: ___, ...course } = request.course;
  const { language: ____, system: _____, email: ______, ...rest } = request;
  const begun = {
    ...course,
    rule: name,
    facts,
    reviews: [],
    ...beginStage(first, 1, { policy, company }, now),
    stages: stages.length,
    nudgedAt: now,
    changed: { at: now, what },
  };
  const is: Pending = {
    ...rest,
    version: version + 1,
    quantity: quantityWished(benefit, wish),
    ...wished(wish),
    reason: wish.reason,
    asked: everAsked(request, begun.reviewers),
    course: begun,
  };
  const background = backgroundOf(is, benefit, holdings);
  const heard = stillAsked(begun).filter((one) => hasHeardToday(one, request.course, now));
  const others = noLongerTold(request.asked, begun);
  return {
    ok: true,
    is,
    change: {
      steps: [
        { do: 'ask-again', request: is },
        { do: 'void-reviews', request: is.id, at: now },
      ],
      notices: [
        ...redrawFor(others, is.id, { kind: 'decided', request: is }),
        ...redrawAsItIs(is, background, [...bothOf(is), ...heard]),
        ...askThem(
          is,
          background,
          company,
          'changed',
          stillAsked(begun).filter((one) => !heard.includes(one)),
        ),
      ],
      audit: [ofRequest('request.changed', is, { by: requester.id, why: wish.reason }, { ...what })],
    },
  };
}

function stagesOf({ policy }: Changing, { course }: Pending) {
  const yields = policy.rules.find(({ name }) => name === course.rule)?.yields;
  return yields?.is === 'ask' ? yields.stages : [];
}

const asItWas: Refusal = { why: 'nothing-changed' };

/** What else is asked for than was; empty where nothing is. */
function alterationOf({ benefit, wish }: Changing, was: Pending): Alteration {
  const { language, system, email } = wished(wish);
  const quantity = quantityWished(benefit, wish);
  const choice = (before = none, after = none): [string, string] | undefined =>
    before === after ? undefined : [before, after];
  const spoken = choice(was.language, language);
  const ran = choice(was.system, system);
  return {
    ...(quantity !== was.quantity && { quantity: [was.quantity, quantity] }),
    ...(spoken && { language: spoken }),
    ...(ran && { system: ran }),
    ...(email !== was.email && { email: true }),
    ...(wish.reason !== was.reason && { reason: true }),
  };
}

/** Where nothing was to be chosen. */
const none = '–';

/** Whoever asked has reminded them today, or told them of a change, and nothing that they answered counts no more. */
const hasHeardToday = ({ id }: Reviewer, { nudgedAt, reviewers, reviews }: Course, now: Instant): boolean =>
  nudgedAt !== undefined &&
  dayOf(nudgedAt) === dayOf(now) &&
  reviewers.some((one) => one.told && one.id === id) &&
  !reviews.some(({ by }) => by.id === id);
