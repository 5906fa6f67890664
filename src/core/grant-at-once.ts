import { ofRequest } from './audit';
import type { Step } from './change';
import { type Granting, grant, mayNotGrant } from './decide';
import {
  type Approved,
  byRule,
  type Decision,
  type Fulfilled,
  type Pending,
  refuse,
  type Waiting,
} from './request';

/** A rule grants a request as it is asked: nobody has to say yes. What is asked and what comes of it is saved as one. */
export function grantAtOnce(request: Pending, a: Granting): Decision<Approved | Fulfilled | Waiting> {
  const obstacle = mayNotGrant(a);
  if (obstacle) return refuse(obstacle);
  const granted = grant(request, byRule(request.course.rule), a);
  if (!granted.ok) return granted;
  const { is, change } = granted;
  const steps = change.steps.map((step): Step => (step.do === 'move' ? { do: 'ask', request: is } : step));
  return {
    ok: true,
    is,
    change: {
      steps,
      // Whoever asked reads the answer; only what they can use from now on, the key, is a message of its own.
      notices: change.notices.filter(
        ({ to, way, notice }) =>
          way === 'tell' && (to !== is.requester.id || notice.kind === 'granted' || notice.kind === 'to-do'),
      ),
      audit: [ofRequest('request.asked', is, { by: is.requester.id, why: is.reason }), ...change.audit],
    },
  };
}
