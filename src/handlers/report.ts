import { daysUsually, lately, type Period, type Report, reportOf } from '../core/report';
import { mayNotDoTasks } from '../core/task';
import { dayOf } from '../core/time';
import { report as draw } from '../core/views/report';
import type { Ledger } from '../store/open';
import { type Here, no, type Verb } from './verb';
import { within } from './within';

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

/** For how long a page that is drawn anew with every change keeps its report, in milliseconds: it goes through all that was asked for lately. */
const keptFor = 60_000;

/** A page waits no longer for it, in milliseconds: it goes without. */
const patience = 1_000;

/** The usual report, gathered once for all pages that show it. */
export class RecentReport {
  private last: { of: string; at: number; report: Promise<Report> } | undefined;

  /** As it is, or was less than a minute ago. */
  now({ ledger, view, now }: Pick<Here, 'ledger' | 'view' | 'now'>): Promise<Report> {
    const period = lately(dayOf(view.now), daysUsually);
    const age = now.getTime() - (this.last?.at ?? 0);
    if (this.last?.of === period.to && age >= 0 && age < keptFor) return this.last.report;
    const report = gatherReport(ledger, period, now);
    const kept = { of: period.to, at: now.getTime(), report };
    this.last = kept;
    // What failed is asked for again by whoever comes next.
    report.catch(() => {
      if (this.last === kept) this.last = undefined;
    });
    return report;
  }

  /** The same for a page that shows much besides: nothing where it fails or takes long. */
  soon(here: Pick<Here, 'ledger' | 'view' | 'now'>): Promise<Report | undefined> {
    return within(patience, this.now(here));
  }
}
