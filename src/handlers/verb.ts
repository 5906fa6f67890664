import type { Card } from '../core/card';
import type { Change } from '../core/change';
import type { Command, CommandType } from '../core/command';
import type { Speaker } from '../core/person';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import type { View } from '../core/views/catalogue';
import { refused } from '../core/views/said';
import type { Ledger } from '../store/open';
import type { NamedAccount, Sender } from '../store/store';

/** Where a verb finds itself: who speaks, in which language and when, and the ledger of this turn. */
export interface Here {
  ledger: Ledger;
  speaker: Speaker;
  view: View;
  now: Date;
  newId(): string;
  /** Names what was delivered to us: the same again has the same name. */
  delivery: string;
  /** Where the speaker speaks, and whom they named by a mention or a picker. */
  from: Pick<Sender, 'platform' | 'home' | 'user'> & { named: NamedAccount[] };
  /** Saves a change together with the answer to whoever spoke, and resolves with that answer. For commands that decide. */
  record(change: Change, answer: Card): Promise<Card>;
  /** Saves a change that is one of several of this command; `record` or `answer` follows. */
  recordPart(change: Change): Promise<void>;
  /** Stores the answer to a command whose changes are saved, and resolves with it. */
  answer(answer: Card): Promise<Card>;
}

/** What a verb answers: a card, and where it shows a key the id of the noted attempt; or that the file that was offered is wanted. */
export type Shown = Card | { card: Card; attempt: string } | { card: Card; wantsFile: true };

export type Of<T extends CommandType> = Extract<Command, { type: T }>;

/** One thing a person can ask of us: gather the facts, let core decide, record, show. */
export type Verb<T extends CommandType> = (here: Here, command: Of<T>) => Promise<Shown>;

/** Whether the speaker may see and do what is for admins. */
export const keepsStock = ({ speaker }: Here): boolean => mayNotDoTasks(speaker) === undefined;

/** A refusal in the speaker's language. */
export const no = (here: Here, refusal: Refusal): Card => refused(here.view.locale, refusal);
