import type { Card } from '../card';
import type { Notice } from '../notice';
import type { View } from './catalogue';
import { summary, toDecide } from './deciding';
import { approved, denied, granted, setUp } from './outcome';
import { finished, toDo } from './tasks';

/** The card of a notice. */
export function cardFor(view: View, notice: Notice): Card {
  switch (notice.kind) {
    case 'to-decide':
      return toDecide(view, notice.request, notice.background);
    case 'decided':
      return summary(view, notice.request);
    case 'approved':
      return approved(view, notice.request);
    case 'granted':
      return granted(view, notice.request, notice.lastRefund);
    case 'set-up':
      return setUp(view, notice.request, notice.evidence);
    case 'denied':
      return denied(view, notice.request);
    case 'to-do':
      return toDo(view, notice.task);
    case 'task-done':
      return finished(view, notice.task);
  }
}
