import { ofRequest } from './audit';
import { distinct, tell } from './change';
import type { Reviewer } from './course';
import { type Granting, grant, mayNotGrant, refused } from './decide';
import type { Named, Speaker } from './person';
import { stageOf } from './policy/policy';
import { reviewersOf } from './policy/reviewers';
import { type Decided, type Decision, type Request, refuse } from './request';
import { type Deciders, mayNotOverride, named, reviewersNow } from './review';

/** So much a reason must say before somebody may decide alone, in characters. */
export const leastReason = 20;

/** What deciding alone must know. */
export interface Overriding extends Granting, Deciders {
  request: Request;
  version: number;
  by: Speaker;
  verdict: 'approve' | 'deny';
  why: string;
}

/** An emergency: an admin decides alone, for a reason, and everybody who was or would have been asked is told. */
export function override(a: Overriding): Decision<Decided> {
  const { request, by, why, verdict, now } = a;
  const obstacle = mayNotOverride(request, a.version, by);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  if ([...why].length < leastReason) return refuse({ why: 'reason-too-short', least: leastReason });
  const mayNot = verdict === 'approve' ? mayNotGrant(a) : undefined;
  if (mayNot) return refuse(mayNot);

  const review = { stage: request.course.stage, by: named(by), at: now };
  const alone = { ...request, course: { ...request.course, alone: { by: named(by), why } } };
  const step = { do: 'review', request, review, verdict, alone: true, why } as const;
  const decision =
    verdict === 'approve' ? grant(alone, named(by), a, [step]) : refused(alone, named(by), why, now, step);
  if (!decision.ok) return decision;
  const { is, change } = decision;
  return {
    ok: true,
    is,
    change: {
      ...change,
      notices: [
        ...change.notices,
        ...wouldHaveBeenAsked(a)
          .filter(({ id }) => id !== by.id)
          .map((to) => tell(to, is.id, { kind: 'overridden', request: is, by: named(by), why })),
      ],
      audit: [...change.audit, ofRequest('request.overridden', is, { by: by.id, why })],
    },
  };
}

/** Everybody who is asked in the stage it is in, or would have been in those that follow, and whoever was before. */
function wouldHaveBeenAsked({ request, policy, company }: Overriding): Named[] {
  if (request.state !== 'pending') return [];
  const { rule, stage, stages, reviews } = request.course;
  const later = Array.from({ length: stages - stage }, (_, at): Reviewer[] => {
    const next = stageOf(policy, rule, stage + at + 1);
    return next ? reviewersOf(next, stage + at + 1, company, { reviews, escalated: false, handed: [] }) : [];
  });
  const told = [...reviewersNow(request, { policy, company }), ...later.flat()].filter(({ told }) => told);
  return distinct([...request.asked, ...told]).filter(
    ({ id }) => !company.concerned.some((one) => one.id === id),
  );
}
