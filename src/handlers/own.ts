import { mine as drawMine } from '../core/views/holdings';
import { requests as drawRequests } from '../core/views/requests';
import type { Verb } from './verb';

/** `mine`: what a person holds, and what they have asked for. */
export const mine: Verb<'mine'> = async ({ ledger, speaker, view }, { page = 1 }) => {
  const holdings = await ledger.holdingsOf(speaker.id);
  const open = (await ledger.requestsOf(speaker.id)).filter(
    ({ state }) => state === 'pending' || state === 'approved',
  );
  return drawMine(view, holdings, open, page);
};

/** `requests`: where a person's requests stand. */
export const requests: Verb<'requests'> = async ({ ledger, speaker, view }, { page = 1 }) =>
  drawRequests(view, await ledger.requestsOf(speaker.id), page);
