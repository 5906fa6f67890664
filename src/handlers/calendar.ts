import { lapsesOf, together } from '../core/lapse';
import { mayNotDoTasks } from '../core/task';
import { dayOf } from '../core/time';
import { calendar as draw } from '../core/views/calendar';
import { no, type Verb } from './verb';

/** `calendar`: what lapses when. For the admins: it tells how much of everything is held. */
export const calendar: Verb<'calendar'> = async (here, { page = 1 }) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  const today = dayOf(view.now);
  const benefits = await ledger.benefits();
  const redeemed = await ledger.redeemedTokens(benefits.map(({ id }) => id));
  const lapsing = benefits.flatMap((benefit) => {
    const tokens = redeemed.get(benefit.id) ?? [];
    return lapsesOf(benefit, tokens, today).map((lapse) => ({ benefit, lapse, tokens }));
  });
  return draw(view, together(lapsing, today), page);
};
