import { outOfReach } from '../../core/out-of-reach';
import { adminsOf } from '../../core/person';
import type { Duty } from '../rounds';

/** What could not be delivered to somebody in any chat becomes a task for the admins: somebody has to talk to them. */
export const peopleOutOfReach: Duty = {
  name: 'people-out-of-reach',
  due: (ledger) => ledger.lostTo(),
  async carryOut({ ledger, at, newId, record }, id) {
    await ledger.lockPeople([id]);
    const person = await ledger.person(id);
    if (!person) return;
    const { name, email, active } = person;
    await record(
      outOfReach({
        person: { id, name, ...(email && { email }) },
        active,
        lost: await ledger.lostOf(id),
        known: await ledger.isToBeReached(id),
        admins: adminsOf(await ledger.deciders()),
        task: newId(),
        now: at,
      }),
    );
  },
};
