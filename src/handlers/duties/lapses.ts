import { cancelLapsed, endLapsed } from '../../core/lapsed';
import { adminsOf } from '../../core/person';
import { dayOf } from '../../core/time';
import type { Duty, OnDuty } from '../rounds';

/** What has lapsed ends, and what still waited for it comes to nothing. */
export const lapses: Duty = {
  name: 'lapses',
  onceAMinute: true,

  async due(ledger, now) {
    const today = dayOf(now.toISOString());
    const holdings = await ledger.lapsedHoldings(today);
    const requests = await ledger.lapsedRequests(today);
    return [...requests.map((id) => `request:${id}`), ...holdings.map((id) => `holding:${id}`)].slice(0, 100);
  },

  async carryOut(here, due) {
    const [what, id = ''] = due.split(':');
    return what === 'request' ? cancelOne(here, id) : endOne(here, id);
  },
};

async function cancelOne({ ledger, at, record }: OnDuty, id: string): Promise<void> {
  const request = await ledger.lockRequest(id);
  const stock = request && (await ledger.lockStock(request.benefit.id));
  const change = stock && cancelLapsed(request, stock.benefit, at);
  if (change) await record(change);
}

async function endOne({ ledger, at, newId, record }: OnDuty, id: string): Promise<void> {
  const holding = await ledger.lockHolding(id);
  const person = holding && (await ledger.person(holding.person.id));
  // Meanwhile somebody may have begun to move it to somebody else.
  if (!person || !(await ledger.lapsedHoldings(dayOf(at), id)).includes(id)) return;
  const stock = await ledger.lockStock(holding.benefit.id);
  if (!stock) return;
  const change = endLapsed({
    holding,
    benefit: stock.benefit,
    unit: await ledger.unitOf(id),
    person: { id: person.id, name: person.name, ...(person.email && { email: person.email }) },
    admins: adminsOf(await ledger.deciders()),
    task: newId(),
    now: at,
  });
  if (change) await record(change);
}
