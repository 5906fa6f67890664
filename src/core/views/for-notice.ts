import type { Card } from '../card';
import type { Notice } from '../notice';
import { askedForYou, stillWaits } from './asking';
import { standsIn } from './away';
import { keyChecked, replaced } from './broken-key';
import type { View } from './catalogue';
import { summary, toDecide } from './deciding';
import { difference, manyDiffer } from './differences';
import { fileImported } from './files';
import { cameBack, ended, leaver, severalBack } from './given-back';
import { keysMissing, keyUnreadable } from './keys-trouble';
import { lapsing } from './lapses';
import { headOfToday, inDoubt } from './ledger';
import { approved, cancelled, denied, failed, granted, handedOver, setUp } from './outcome';
import { isBack } from './people';
import { digest, overridden, questioned, stagePassed } from './reviewing';
import { stillNeeded } from './still-needed';
import { lowStock } from './stock';
import { withMicrosoft } from './support';
import { claimed, finished, overdue, toDo } from './tasks';
import { offered, waiting } from './waiting';
import { webhookGaveUp } from './webhook';

/** The card of a notice. */
export function cardFor(view: View, notice: Notice): Card {
  switch (notice.kind) {
    case 'to-decide':
      return toDecide(view, notice);
    case 'digest':
      return digest(view, notice);
    case 'stage-passed':
      return stagePassed(view, notice);
    case 'question':
      return questioned(view, notice);
    case 'overridden':
      return overridden(view, notice);
    case 'stands-in':
      return standsIn(view, notice);
    case 'decided':
      return summary(view, notice.request);
    case 'still-waits':
      return stillWaits(view, notice);
    case 'asked-for-you':
      return askedForYou(view, notice.request);
    case 'waiting':
      return waiting(view, notice.request, notice);
    case 'offered':
      return offered(view, notice.request, notice.to);
    case 'approved':
      return approved(view, notice.request, notice);
    case 'with-microsoft':
      return withMicrosoft(view, notice.request, notice.days, notice.late);
    case 'granted':
      return granted(view, notice.request, notice.lastRefund);
    case 'set-up':
      return setUp(view, notice.request, notice);
    case 'handed-over':
      return handedOver(view, notice.request);
    case 'denied':
      return denied(view, notice.request);
    case 'cancelled':
      return cancelled(view, notice.request, notice.to);
    case 'failed':
      return failed(view, notice.request);
    case 'to-do':
      return toDo(view, notice.task);
    case 'overdue':
      return overdue(view, notice.task, notice.escalated);
    case 'task-claimed':
      return claimed(view, notice.task);
    case 'task-done':
      return finished(view, notice.task);
    case 'ended':
      return ended(view, notice.holding, notice.ending);
    case 'came-back':
      return cameBack(view, notice.holding, notice.ending);
    case 'several-came-back':
      return severalBack(view, notice.back);
    case 'replaced':
      return replaced(view, notice.holding);
    case 'key-checked':
      return keyChecked(view, notice.holding, notice.outcome);
    case 'still-needed':
      return stillNeeded(view, notice.holding, notice.answerBy, notice.reminder);
    case 'lapsing':
      return lapsing(view, notice);
    case 'low-stock':
      return lowStock(view, notice);
    case 'difference':
      return difference(view, notice.difference);
    case 'differences':
      return manyDiffer(view, notice);
    case 'ledger-head':
      return headOfToday(view, notice.head);
    case 'webhook-gave-up':
      return webhookGaveUp(view, notice);
    case 'ledger-in-doubt':
      return inDoubt(view, notice);
    case 'keys-missing':
      return keysMissing(view, notice);
    case 'key-unreadable':
      return keyUnreadable(view, notice);
    case 'file-imported':
      return fileImported(view, notice);
    case 'back':
      return isBack(view, notice.person, notice.role);
    case 'left':
      return leaver(view, notice.leaver);
  }
}
