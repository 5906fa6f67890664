import { ofRequest } from './audit';
import { bothOf } from './hand-over';
import type { Background } from './notice';
import type { Speaker } from './person';
import type { Company } from './policy/reviewers';
import { type Decision, type Pending, type Request, refuse } from './request';
import { askThem } from './tell-reviewers';
import { dayOf, type Instant } from './time';

/** Whoever asked, or will have it, reminds those who have not answered; at most once a day. */
export function nudge(
  request: Request,
  by: Speaker,
  background: Background,
  company: Company,
  now: Instant,
): Decision<Pending> {
  if (!bothOf(request).some(({ id }) => id === by.id)) return refuse({ why: 'gone' });
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  const { nudgedAt } = request.course;
  if (nudgedAt && dayOf(nudgedAt) === dayOf(now)) return refuse({ why: 'reminded-today' });

  const is: Pending = { ...request, course: { ...request.course, nudgedAt: now } };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask-again', request: is }],
      notices: askThem(is, background, company, 'nudged', undefined, by.name),
      audit: [ofRequest('request.nudged', is, { by: by.id })],
    },
  };
}
