import type { Duty } from '../rounds';
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

/** Everything the bot does by itself, in the order of its rounds. */
export const duties: readonly Duty[] = [
  replacements,
  offers,
  offersOver,
  overdueTasks,
  releases,
  leavers,
  inquiries,
  lapseNotices,
  lapses,
  lowStock,
];
