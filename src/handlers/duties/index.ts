import type { Duty } from '../rounds';
import { brokenOffers } from './broken-offers';
import { inquiries } from './inquiries';
import { lapseNotices } from './lapse-notices';
import { lapses } from './lapses';
import { leavers } from './leavers';
import { lowStock } from './low-stock';
import { offers } from './offers';
import { offersOver } from './offers-over';
import { overdueTasks } from './overdue-tasks';
import { releases } from './releases';
import { replacements } from './replacements';
import { spentCredits } from './spent-credits';
import { unanswered } from './unanswered';

/** Everything the bot does by itself, in the order of its rounds. */
export const duties: readonly Duty[] = [
  brokenOffers,
  replacements,
  spentCredits,
  offers,
  offersOver,
  overdueTasks,
  releases,
  leavers,
  unanswered,
  inquiries,
  lapseNotices,
  lapses,
  lowStock,
];
