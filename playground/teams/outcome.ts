import type { InputProblem } from './card-inputs';
import type { Message } from './conversations';
import type { Json } from './json';
import type { Entry } from './ledger';
import type { Dialog } from './world';

/** What the person's client shows after an act of theirs. */
export type Outcome =
  /** The message is in the conversation; `status` is the bot's HTTP answer, absent when there was none. */
  | { shows: 'message'; message: Message; status?: number }
  /** The card has been replaced, for this person. */
  | { shows: 'card'; card: Json }
  | { shows: 'toast'; text: string }
  | { shows: 'dialog'; dialog: Dialog }
  | { shows: 'link'; url: string }
  /** The inputs that must be put right first; nothing was sent. */
  | { shows: 'invalid'; problems: InputProblem[] }
  /** The client's own sentence: the bot answered wrongly, late or not at all. */
  | { shows: 'error'; text: string; why: string }
  | { shows: 'nothing' };

/** An error sentence, also written down beside the call that brought it. */
export function failed(entry: Entry, text: string, why: string): Outcome {
  entry.warnings.push(`the client shows "${text}": ${why}`);
  return { shows: 'error', text, why };
}
