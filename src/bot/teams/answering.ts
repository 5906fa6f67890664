import type { Reply } from '../../handlers/handle';
import type { Outcome } from '../platform';

/** The HTTP answer to an activity, and what is done once it was written, or could not be. */
export interface Answering {
  status: number;
  body?: object;
  afterwards?: (written: boolean) => Promise<void>;
}

/** The answer stays in the chat: what it shows may have to change. Never of a room, where it would be everybody's. */
export async function stands(reply: Reply, outcome: Outcome): Promise<void> {
  if (outcome.sent) await reply.stands?.(outcome.posted);
}
