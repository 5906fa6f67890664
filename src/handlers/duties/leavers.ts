import { isLive } from '../../core/holding';
import { leave } from '../../core/leave';
import { adminsOf } from '../../core/person';
import { isOpen } from '../../core/request';
import { askedAgain } from '../ask-again';
import { toEnd } from '../give-back';
import type { Duty } from '../rounds';

/**
 * Whoever has left gives everything back, and others are asked what waited for them alone, in one transaction for each person. Requests, holdings, tasks and benefits are locked in
 * this order before anything is written, each kind by its ids, so that nobody who decides about one of them meets us half-way.
 */
export const leavers: Duty = {
  name: 'leavers',
  due: (ledger) => ledger.leavers(),
  async carryOut(here, id) {
    const { ledger, at, record } = here;
    const person = await ledger.person(id);
    if (!person || person.active) return;
    const left = await ledger.lockLeftBehind(id);

    const requests: Parameters<typeof leave>[0]['requests'] = [];
    for (const each of left.requests) {
      const request = await ledger.request(each);
      if (!request || !isOpen(request)) continue;
      const task = request.state === 'approved' ? await ledger.task(request.task) : undefined;
      requests.push({ request, ...(task && { task }) });
    }
    const holdings: Parameters<typeof leave>[0]['holdings'] = [];
    for (const each of left.holdings) {
      const holding = await ledger.holding(each);
      if (holding && isLive(holding)) holdings.push(await toEnd(here, holding, at));
    }
    const again: NonNullable<Parameters<typeof leave>[0]['askedAgain']> = [];
    for (const each of left.unanswered) {
      const asked = await askedAgain(ledger, each, here.now);
      if (asked) again.push(asked);
    }
    const admins = adminsOf(await ledger.deciders());
    const { name } = person;
    for (const change of leave({
      person: { id, name },
      holdings,
      requests,
      askedAgain: again,
      admins,
      now: at,
    }))
      await record(change);
  },
};
