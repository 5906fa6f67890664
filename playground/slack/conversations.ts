import type { Block } from './block-kit/block';
import type { Entered } from './block-kit/entered';

/** One message, as stored. `onlyFor` makes it ephemeral: nobody else sees it and the Web API cannot find it. */
export type Message = {
  ts: string;
  /** When it was posted, in milliseconds: `ts` rises always, also where the clock was put back. */
  at: number;
  channel: string;
  user: string;
  fromBot: boolean;
  text: string;
  blocks: Block[];
  edited: boolean;
  onlyFor?: string;
  threadTs?: string;
  metadata?: unknown;
  /** A file that was shared with it. */
  file?: { name: string; size: number };
  /** What each person has entered in this message's inputs. */
  entered: Map<string, Entered>;
};

/** A direct message between one person and the bot, or a channel. */
export type Conversation = {
  id: string;
  kind: 'im' | 'channel';
  /** The channel's name without #; for a direct message the person's id. */
  name: string;
  members: string[];
  archived: boolean;
  messages: Message[];
};

/** Makes message timestamps: seconds with six digits, unique and rising within the workspace. */
export class Timestamps {
  private last = 0;

  constructor(private readonly now: () => number) {}

  next(): string {
    this.last = Math.max(this.last + 1, Math.floor(this.now() * 1000));
    return `${Math.floor(this.last / 1_000_000)}.${String(this.last % 1_000_000).padStart(6, '0')}`;
  }
}
