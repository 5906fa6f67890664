import { daysUsually, lately, type Period, type Report, reportOf } from '../core/report';
import { mayNotDoTasks } from '../core/task';
import { dayOf } from '../core/time';
import { report as draw } from '../core/views/report';
import type { Ledger } from '../store/open';
import { no, type Verb } from './verb';

/** `report`: what came of the membership lately. For the admins: it names who answers how fast. */
export const report: Verb<'report'> = async (here, { days = daysUsually }) => {
  const { ledger, speaker, view, now } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  return draw(view, await gatherReport(ledger, lately(dayOf(view.now), days), now));
};

/** Asks the ledger for everything a report is made of, and puts it together. */
export async function gatherReport(
  ledger: Pick<Ledger, 'benefits' | 'counted' | 'approversIn' | 'redeemedTokens'>,
  period: Period,
  now: Date,
): Promise<Report> {
  const benefits = await ledger.benefits();
  const { counted, all } = await ledger.counted(period, now);
  const approvers = await ledger.approversIn(period);
  const tokens = await ledger.redeemedTokens(benefits.map(({ id }) => id));
  return reportOf(period, { benefits, counted, all, approvers, tokens });
}
