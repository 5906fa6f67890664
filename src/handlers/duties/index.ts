import type { Duty } from '../rounds';
import { brokenOffers } from './broken-offers';
import { digests } from './digests';
import { heldFiles } from './held-files';
import { inquiries } from './inquiries';
import { keysMissing } from './keys-missing';
import { lapseNotices } from './lapse-notices';
import { lapses } from './lapses';
import { leavers } from './leavers';
import { ledgerDoubts } from './ledger-doubts';
import { ledgerHeads } from './ledger-heads';
import { lowStock } from './low-stock';
import { needlessReaches } from './needless-reaches';
import { offers } from './offers';
import { offersOver } from './offers-over';
import { peopleOutOfReach } from './out-of-reach';
import { overdueTasks } from './overdue-tasks';
import { releases } from './releases';
import { replacements } from './replacements';
import { leftLongAgo, outdated, textKeptTooLong } from './retention';
import { reviewers } from './reviewers';
import { silence } from './silence';
import { spentCredits } from './spent-credits';
import { staleCopies } from './stale-copies';
import { unanswered } from './unanswered';
import { webhookGivenUp } from './webhook-given-up';
import { peopleWithinReach } from './within-reach';

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
  peopleWithinReach,
  needlessReaches,
  peopleOutOfReach,
  reviewers,
  silence,
  digests,
  heldFiles,
  inquiries,
  lapseNotices,
  lapses,
  lowStock,
  keysMissing,
  ledgerDoubts,
  ledgerHeads,
  webhookGivenUp,
  staleCopies,
  outdated,
  textKeptTooLong,
  leftLongAgo,
];
