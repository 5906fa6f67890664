import { backgroundOf } from '../../core/ask';
import type { Change } from '../../core/change';
import { type Digesting, digestDue, digested } from '../../core/digest';
import type { Policy } from '../../core/policy/policy';
import { isPending } from '../../core/request';
import type { Waiting } from '../../store/due/digests';
import type { Ledger } from '../../store/open';
import type { Duty } from '../rounds';

/** As many as one round carries out; the rest waits for the next. */
const most = 100;

/** Whoever has many requests waiting gets them in one message, which always shows what still waits. */
export const digests: Duty = {
  name: 'digests',
  async due(ledger, now) {
    const policy = await ledger.policy();
    const all = await ledger.swamped(policy.digestAbove);
    const zones = await ledger.zonesOf(all.map(({ person }) => person));
    return all
      .filter((one) => digestDue(digestingOf(one, policy, zones.get(one.person), now)))
      .map(({ person }) => person)
      .slice(0, most);
  },
  async carryOut({ ledger, now, record }, person) {
    // Two copies of the bot on their rounds: the second one waits here, and finds nothing more to do.
    await ledger.lockPeople([person]);
    const policy = await ledger.policy();
    const waiting = await ledger.waitingFor(person);
    if (!waiting) return;
    const zones = await ledger.zonesOf([person]);
    const digesting = digestingOf(waiting, policy, zones.get(person), now);
    const way = digestDue(digesting);
    if (way) await record(digested(digesting, way, await rowsOf(ledger, waiting.requests)));
  },
};

/** Somebody's latest digest, with what waits for them now; undefined where they have none. */
export async function digestDrawnAnew(
  ledger: Ledger,
  person: string,
  now: Date,
): Promise<Change | undefined> {
  const waiting = await ledger.waitingFor(person);
  if (!waiting?.toldAt) return undefined;
  const digesting = digestingOf(waiting, await ledger.policy(), undefined, now);
  return digested(digesting, 'redraw', await rowsOf(ledger, waiting.requests));
}

const digestingOf = (
  { person, requests, listed, toldAt }: Waiting,
  policy: Policy,
  zone: string | undefined,
  now: Date,
): Digesting => ({
  person: { id: person },
  policy,
  waits: requests,
  listed,
  toldAt: toldAt?.toISOString(),
  zone,
  now: now.toISOString(),
});

/** What waits, each with what is needed to decide it, in the order of the ids. */
async function rowsOf(ledger: Ledger, ids: string[]) {
  const requests = (await ledger.requestsById(ids)).filter(isPending);
  const benefits = new Map((await ledger.benefits()).map((benefit) => [benefit.id, benefit]));
  const holdings = await ledger.holdingsOfAll([...new Set(requests.map(({ assignee }) => assignee.id))]);
  return ids.flatMap((id) => {
    const request = requests.find((one) => one.id === id);
    const benefit = request && benefits.get(request.benefit.id);
    if (!request || !benefit) return [];
    const held = holdings.filter(({ person }) => person.id === request.assignee.id);
    return [{ request, background: backgroundOf(request, benefit, held) }];
  });
}
