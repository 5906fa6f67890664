import type { Approved, Decided, Denied, Fulfilled, Pending } from './request';
import type { DoneTask, OpenTask } from './task';

/** What an approver needs beside the request itself, as it was when it was asked. */
export interface Background {
  /** What would be left of the benefit after an approval. */
  leftAfter: number;
  /** What the requester holds already, by name. */
  holds: string[];
}

/** Somebody must be told something. Carries every fact its card will show; never a key. */
export type Notice =
  /** To everybody asked: decide this. */
  | { kind: 'to-decide'; request: Pending; background: Background }
  /** To everybody asked, over their copy: it is decided, and by whom. */
  | { kind: 'decided'; request: Decided }
  /** To the requester: an admin has it now. */
  | { kind: 'approved'; request: Approved }
  /** To the requester: it is yours, and a key of it can be shown. `lastRefund`: no key of the package has been viewed yet. */
  | { kind: 'granted'; request: Fulfilled; lastRefund: boolean }
  /** To the requester: an admin has set it up. */
  | { kind: 'set-up'; request: Fulfilled; evidence?: string }
  | { kind: 'denied'; request: Denied }
  /** To the admins: do this in Partner Center. */
  | { kind: 'to-do'; task: OpenTask }
  /** To the admins, over their copy: it is done, and by whom. */
  | { kind: 'task-done'; task: DoneTask };
export type NoticeKind = Notice['kind'];
