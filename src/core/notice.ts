import type { CheckOutcome } from './check-key';
import type { Remark, Review } from './course';
import type { Difference } from './difference';
import type { FileReport } from './file';
import type { Ending, Holding } from './holding';
import type { MissingKeys, Unreadable } from './keys-trouble';
import type { Acceptance, Doubt, Head } from './ledger';
import type { Named, Role } from './person';
import type {
  Approved,
  BenefitInRequest,
  Cancelled,
  Decided,
  Denied,
  Failed,
  Fulfilled,
  Offered,
  Pending,
  Waiting,
} from './request';
import type { FinishedTask, OpenTask } from './task';
import type { Day, Instant } from './time';

/** What an approver needs beside the request itself, as it was when it was asked. */
export interface Background {
  /** What would be left of the benefit after an approval. */
  leftAfter: number;
  /** What the assignee holds already, by name. */
  holds: string[];
  /** So many wait already, and nothing is at hand: a yes leads to the waiting list. Absent where a yes gives it at once. */
  ahead?: number;
  /** No key of it was ever brought in: it waits for an admin to do that. */
  keyless?: true;
}

/** What a person's leaving has set in motion. */
export interface Leaver {
  person: Named;
  /** What they held, and what becomes of it. */
  gaveBack: Array<{
    benefit: string;
    quantity: number;
    task: boolean;
    /** They had looked at its key: it is used up; or it goes to the next one, and may be in use still. */
    key?: 'spent' | 'seen';
  }>;
  /** Requests of theirs that were cancelled. */
  cancelled: string[];
  /** Requests that waited for them alone: of whom, for what, and who has been asked now. */
  askedAgain?: Array<{ requester: string; benefit: string; asked: string[] }>;
}

/** As whom somebody reads of a request. Whoever asked for themself is both, and reads as the assignee. */
export type ReadAs = 'assignee' | 'requester';

/** What came back from several people at once: a line each. */
export type SeveralBack = Array<{ person: string; benefit: string; quantity: number; unit: string }>;

/** Decide this: with all that whoever reads it needs. */
export interface ToDecide {
  kind: 'to-decide';
  request: Pending;
  background: Background;
  /** Who reads it: why they are asked, and what they may do, stands in the request. */
  reader: string;
  /** Why it comes once more: nobody has answered; somebody handed it over; it is asked of others too; whoever asked reminds; a question was answered; it was changed. */
  again?: 'silent' | 'handed' | 'escalated' | 'nudged' | 'answered' | 'changed';
  /** Who reminds, by name. */
  through?: string;
}

/** Somebody must be told something. Carries every fact its card will show; never a key. */
export type Notice =
  /** To somebody who is asked. */
  | ToDecide
  /** To somebody with many waiting, in the place of one message each: everything that waits for them; `again`: they are reminded of it. */
  | { kind: 'digest'; waiting: Array<Pick<ToDecide, 'request' | 'background'>>; again?: true }
  /** To everybody who has a card of it: it is decided, and by whom; or others decide it now. */
  | { kind: 'decided'; request: Decided | Pending }
  /** To whoever asked and whoever will have it: a stage is over, and others decide now. */
  | { kind: 'stage-passed'; request: Pending; review: Review; reader: string }
  /** To whoever asked and whoever will have it: somebody who decides wants to know something. */
  | { kind: 'question'; request: Pending; question: Remark }
  /** To everybody who was or would have been asked: an admin decided alone, and why. */
  | { kind: 'overridden'; request: Decided; by: Named; why: string }
  /** To whoever stands in: somebody is away, from when until when. */
  | { kind: 'stands-in'; person: Named; from: Day; until: Day }
  /** To whoever asked and whoever will have it, over the cards they have: how it stands. */
  | { kind: 'still-waits'; request: Pending; reader: string }
  /** To the assignee, when somebody else asked for them. */
  | { kind: 'asked-for-you'; request: Pending }
  /** To the requester and the assignee: approved, and on the waiting list. `place`: from 1. `keyless`: no key was ever brought in. */
  | { kind: 'waiting'; request: Waiting; place: number; keyless?: true }
  /** To the assignee and the requester: it is the assignee's turn; take it or leave it. */
  | { kind: 'offered'; request: Offered; to: ReadAs }
  /** To the requester and the assignee: an admin has to set it up. `claimedBy`: somebody is on it. */
  | { kind: 'approved'; request: Approved; to: ReadAs; claimedBy?: Named }
  /** To the requester and the assignee: an admin has sent it on, Microsoft activates it. `late`: it takes longer than that. */
  | { kind: 'with-microsoft'; request: Approved; days: number; late?: true }
  /** To the assignee: it is yours, and a key of it can be shown. `lastRefund`: no key of the package has been viewed yet. */
  | { kind: 'granted'; request: Fulfilled; lastRefund: boolean }
  /** To the assignee: an admin has set it up, or given it; what proves it, and where it is managed. */
  | { kind: 'set-up'; request: Fulfilled; evidence?: string; contract?: Holding['contract'] }
  /** To whoever asked for somebody else: that person has it. */
  | { kind: 'handed-over'; request: Fulfilled }
  | { kind: 'denied'; request: Denied }
  | { kind: 'cancelled'; request: Cancelled; to: ReadAs }
  /** To the requester and the assignee: an admin could not set it up. */
  | { kind: 'failed'; request: Failed }
  /** To the admins: do this in Partner Center. */
  | { kind: 'to-do'; task: OpenTask }
  /** To the admins: this is overdue. `escalated`: to all of them, because nobody did it after a reminder. */
  | { kind: 'overdue'; task: OpenTask; escalated: boolean }
  /** To the admins, over their copy: somebody is on it. */
  | { kind: 'task-claimed'; task: OpenTask }
  /** To the admins, over their copy: it is done or could not be, and by whom. */
  | { kind: 'task-done'; task: FinishedTask }
  /** To the holder: it is not yours any more. */
  | { kind: 'ended'; holding: Holding; ending: Ending }
  /** To the admins: it has come back, because nobody answered whether it is still needed; and to the one who took it back or moved it, over the card that asked. */
  | { kind: 'came-back'; holding: Holding; ending: Ending }
  /** The same, of several at once. */
  | { kind: 'several-came-back'; back: SeveralBack }
  /** To the holder: another unit in place of one that does not work. */
  | { kind: 'replaced'; holding: Holding }
  /** To the holder: what an admin found out about the key they reported. */
  | { kind: 'key-checked'; holding: Holding; outcome: CheckOutcome }
  /** To the holder: do you still need it? Of a holding that is not inquired about any more: they do. */
  | { kind: 'still-needed'; holding: Holding; answerBy: Instant; reminder: boolean }
  /** Once a day to everybody whom it concerns: all that lapses soon, of which a word is due. `all` to the admins, `yours` to holders. */
  | { kind: 'lapsing'; all: LapsingTogether[]; yours: LapsingForYou[] }
  /** To the admins: little is left. */
  | { kind: 'low-stock'; benefit: BenefitInRequest; left: number; threshold: number; waiting: number }
  /** To the admins: Microsoft's portal and we differ; what is proposed, and over every copy what became of it. */
  | { kind: 'difference'; difference: Difference }
  /** The same, of many at once: how many an export of a day has brought. */
  | { kind: 'differences'; found: number; exported: Day }
  /** To the admins, once a day: where the ledger ends, so that it is kept somewhere else too. */
  | { kind: 'ledger-head'; head: Head }
  /** To the admins: the ledger is not the one that was noted. `accepted`: one of them has said what happened. */
  | { kind: 'ledger-in-doubt'; doubt: Doubt; accepted?: Acceptance }
  /** To the admins: the bot cannot get at its own keys. */
  | { kind: 'keys-missing'; missing: MissingKeys }
  /** To the admins: the key of one holder cannot be opened. `incident`: the number of the line in the log. */
  | { kind: 'key-unreadable'; holding: Holding; is: Unreadable; incident: string }
  /** To the admins: events of the ledger that the webhook did not take. */
  | ({ kind: 'webhook-gave-up' } & GivenUp)
  /** To the other admins: one of them has brought in a file of a chat, and what it did. */
  | { kind: 'file-imported'; by: Named; file: string; report: FileReport }
  /** To the admins: somebody who had left is back, with the role they had. */
  | { kind: 'back'; person: Named; role: Role }
  /** To the admins: somebody has left, and this is what came back. */
  | { kind: 'left'; leaver: Leaver };

/** What a webhook did not take: how many events, what its receiver answered last as a code, and behind which seal they begin. */
export interface GivenUp {
  count: number;
  failure: string;
  since: string;
}
export type NoticeKind = Notice['kind'];

/**
 * What comes to an end on a day, the last one on which it is still true. `activate-by`: the right to activate it. `package`: the
 * giving of what the package holds. `grace`: the use of what was given. `token`: a cloud subscription that somebody has redeemed.
 * `missed`: the right to activate it is over, and somebody had not even looked at the key.
 */
export type Lapse = { what: 'activate-by' | 'missed' | 'package' | 'grace' | 'token'; on: Day };

/** Benefits of a package for which the same thing lapses on the same day. */
export interface LapsingTogether {
  package: string;
  lapse: Lapse;
  /** So many days are left, 0 for the last one; fewer where it is over. */
  days: number;
  /** `unused`: what is left of the allocation, where it lapses too. `missedBy`: who had not looked at their key. */
  benefits: Array<{ name: string; held: number; unused?: number; missedBy?: string[] }>;
}

/** What a person holds or waits for, and what of it lapses. `unused`: a key nobody has looked at yet. */
export interface LapsingForYou {
  package: string;
  lapse: Lapse;
  days: number;
  as: 'held' | 'unused' | 'waiting';
  benefits: string[];
  /** The keys nobody has looked at. */
  keys?: Array<{ holding: string; benefit: string }>;
}
