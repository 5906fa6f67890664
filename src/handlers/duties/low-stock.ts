import { aboutStock, forget, warn } from '../../core/low-stock';
import { adminsOf } from '../../core/person';
import type { Duty } from '../rounds';

/** The admins are told when little is left: once, until there is enough again. */
export const lowStock: Duty = {
  name: 'low-stock',
  due: (ledger, now) => ledger.turnsOfStock(now),
  async carryOut({ ledger, at, record }, id) {
    const watched = await ledger.lockWatched(id);
    if (!watched) return;
    const { benefit, told } = watched;
    const turn = aboutStock(benefit, told, at);
    if (turn === 'forget') await record(forget(benefit));
    if (turn !== 'warn') return;
    const admins = adminsOf(await ledger.deciders());
    // Without anybody to tell, it is told as soon as there is somebody.
    if (admins.length > 0) await record(warn(benefit, admins));
  },
};
