import { tellAll } from '../../core/change';
import { adminsOf } from '../../core/person';
import type { Duty } from '../rounds';

/** Once a day at most the admins are told what the webhook did not take. */
export const webhookGivenUp: Duty = {
  name: 'webhook-given-up',
  onceAMinute: true,
  async due(ledger, now) {
    const found = await ledger.eventsGivenUp(now);
    return found ? [found.since] : [];
  },
  async carryOut({ ledger, at, newId, record }) {
    const admins = adminsOf(await ledger.deciders());
    // Two copies of the bot on their rounds: the second one waits here, and finds that it was told.
    await ledger.lockPeople(admins.map((admin) => admin.id));
    const found = await ledger.eventsGivenUp(new Date(at));
    if (!found || admins.length === 0) return;
    await ledger.notedGivenUp(new Date(at));
    // The ledger says nothing of it: that would be one more event.
    await record({
      steps: [],
      notices: tellAll(admins, newId(), { kind: 'webhook-gave-up', ...found }),
      audit: [],
    });
  },
};
