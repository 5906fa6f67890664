import { atSilence } from '../../core/silent';
import { backgroundFor, decidersOf } from '../deciders';
import type { Duty } from '../rounds';

/** Whoever is silent is reminded in their working hours, then others are asked too, and in the end nothing comes of it. */
export const silence: Duty = {
  name: 'silence',
  onceAMinute: true,
  due: (ledger, now) => ledger.silent(now),
  async carryOut({ ledger, now, at, record }, id) {
    const request = await ledger.lockRequest(id);
    if (request?.state !== 'pending') return;
    const deciders = await decidersOf(ledger, request, now);
    const background = await backgroundFor(ledger, request);
    const change = atSilence({ ...deciders, request, background, now: at });
    if (change) await record(change);
  },
};
