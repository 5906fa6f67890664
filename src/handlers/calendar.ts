import type { Stocked } from '../core/benefit';
import { lapsesOf, together } from '../core/lapse';
import type { LapsingTogether } from '../core/notice';
import { mayNotDoTasks } from '../core/task';
import { dayOf, type Instant } from '../core/time';
import { calendar as draw } from '../core/views/calendar';
import type { Ledger } from '../store/open';
import { no, type Verb } from './verb';

/** `calendar`: what lapses when. For the admins: it tells how much of everything is held. */
export const calendar: Verb<'calendar'> = async (here, { page = 1 }) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  return draw(view, await lapsingNow(ledger, await ledger.benefits(), view.now), page);
};

/** What of these lapses when, the soonest first. */
export async function lapsingNow(
  ledger: Ledger,
  benefits: Stocked[],
  now: Instant,
): Promise<LapsingTogether[]> {
  const today = dayOf(now);
  const redeemed = await ledger.redeemedTokens(benefits.map(({ id }) => id));
  const lapsing = benefits.flatMap((benefit) => {
    const tokens = redeemed.get(benefit.id) ?? [];
    return lapsesOf(benefit, tokens, today).map((lapse) => ({ benefit, lapse, tokens }));
  });
  return together(lapsing, today);
}
