import { isOpen } from '../core/request';
import { mine as drawMine } from '../core/views/holdings';
import { requests as drawRequests, type Standing } from '../core/views/requests';
import type { Ledger } from '../store/open';
import { asTheyStand } from './deciders';
import type { Verb } from './verb';

/** `mine`: everything a person holds, and everything that is still to come of what they asked for. */
export const mine: Verb<'mine'> = async ({ ledger, speaker, view, now }, { page = 1 }) => {
  const holdings = await ledger.holdingsOf(speaker.id);
  const open = await asTheyStand(ledger, (await ledger.requestsOf(speaker.id)).filter(isOpen), now);
  return drawMine(view, holdings, open, page, await standingOf(ledger, speaker.id));
};

/** `requests`: where a person's requests stand. */
export const requests: Verb<'requests'> = async ({ ledger, speaker, view, now }, { page = 1 }) => {
  const all = await asTheyStand(ledger, await ledger.requestsOf(speaker.id), now);
  const had = all.flatMap((request) => (request.state === 'fulfilled' ? [request.holding] : []));
  const standing = await standingOf(ledger, speaker.id);
  return drawRequests(view, all, page, { ...standing, ended: await ledger.endedAmong(had) });
};

/** What lists of requests know beside them. */
export const standingOf = async (ledger: Ledger, reader: string): Promise<Standing> => ({
  reader,
  places: await ledger.placesOf(reader),
  onIt: await ledger.onItFor(reader),
});
