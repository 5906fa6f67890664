import { backgroundOf } from '../core/ask';
import type { Background } from '../core/notice';
import { asOfToday, namedIn } from '../core/policy/policy';
import { type Colleague, companyOf } from '../core/policy/reviewers';
import { isPending, type Request } from '../core/request';
import { type Deciders, reviewersNow } from '../core/review';
import type { Ledger } from '../store/open';

/** Who decides each of these requests, by the policy it was made under and the company as it is now. */
export async function decidersOfAll(
  ledger: Ledger,
  requests: Request[],
  now: Date,
): Promise<(request: Request) => Deciders> {
  const versions = [...new Set(requests.map(({ course }) => course?.policy ?? 0))];
  const today = await ledger.policy();
  const policies = new Map(
    await Promise.all(
      versions.map(async (version) => [version, asOfToday(await ledger.policyOf(version), today)] as const),
    ),
  );
  const concerned = await ledger.standingOf([
    ...new Set(requests.flatMap(({ requester, assignee }) => [requester.id, assignee.id])),
  ]);
  const named = [...policies.values()].map(namedIn);
  const people: Colleague[] = await ledger.colleagues(
    {
      emails: [
        ...named.flatMap(({ emails }) => emails),
        ...[...concerned.values()].flatMap(({ manager }) => manager ?? []),
      ],
      groups: named.flatMap(({ groups }) => groups),
    },
    now,
  );
  return ({ course, requester, assignee }) => {
    const policy = policies.get(course?.policy ?? 0);
    if (!policy) throw new Error('the policy of every request was read');
    const them = [requester, assignee].map(({ id }) => concerned.get(id) ?? { id });
    return { policy, company: companyOf(policy, people, them, concerned.get(requester.id)?.manager) };
  };
}

/** Who decides one request. */
export const decidersOf = async (ledger: Ledger, request: Request, now: Date): Promise<Deciders> =>
  (await decidersOfAll(ledger, [request], now))(request);

/** Requests as they stand at this moment: those that wait, with whom they wait for now, also before these have been asked. */
export async function asTheyStand<Of extends Request>(
  ledger: Ledger,
  requests: Of[],
  now: Date,
): Promise<Of[]> {
  const pending = requests.filter(isPending);
  if (pending.length === 0) return requests;
  const decidersFor = await decidersOfAll(ledger, pending, now);
  return requests.map((request) =>
    isPending(request)
      ? {
          ...request,
          course: { ...request.course, reviewers: reviewersNow(request, decidersFor(request)) },
        }
      : request,
  );
}

/** What those who decide need beside a request that waits. */
export async function backgroundFor(ledger: Ledger, request: Request): Promise<Background> {
  const benefit = await ledger.benefit(request.benefit.id);
  if (!benefit) throw new Error('a request is for a benefit');
  return backgroundOf(request, benefit, await ledger.holdingsOf(request.assignee.id));
}
