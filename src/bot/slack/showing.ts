import type { Reply } from '../../handlers/handle';
import type { Logger } from '../../log';
import { codeOf } from './failure';
import { makeFollowing, type Put } from './following';
import type { MessageRef } from './hear';
import type { Upload } from './upload';
import { type Message, messageOf, needsDialog, sentence } from './view';
import { sentences } from './words';

/** What showing a card comes to, wherever it is shown: it is tried, its outcome is told, and its pictures follow. */
export function makeShowing(upload: Upload, log: Logger) {
  const follow = makeFollowing(upload, log);

  /**
   * A card as a message, or, where it needs a window that cannot be opened, a sentence that says what to do.
   * @param send resolves with the message, where it stays in the chat
   * @param put shows its pictures when they are there; `at`: see `makeFollowing`
   */
  async function asMessage(
    { card, ...reply }: Reply,
    send: (message: Message) => Promise<MessageRef | undefined>,
    {
      otherwise = 'pressAgain',
      put,
      at,
    }: { otherwise?: 'pressAgain' | 'typeCommand'; put?: Put; at?: string } = {},
  ): Promise<void> {
    const draw = follow(card, at);
    const message = needsDialog(card) ? sentence(sentences[card.locale][otherwise]) : messageOf(card);
    let ref: MessageRef | undefined;
    const sent = await attempt('message', async () => {
      ref = await send(message);
    });
    await tell(reply, sent && !needsDialog(card));
    if (ref && !needsDialog(card)) await reply.stands?.({ platform: 'slack', ref });
    if (sent && !needsDialog(card)) await draw(put, ref);
  }

  /** Runs a call outward; false when it failed. */
  async function attempt(call: string, run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      log.warn({ call, code: codeOf(error) }, 'slack-answer-not-taken');
      return false;
    }
  }

  /** Tells the ledger whether a key was shown. */
  async function tell({ seen }: Pick<Reply, 'seen'>, shown: boolean): Promise<void> {
    try {
      await seen?.(shown);
    } catch (error) {
      log.error({ error }, 'card-outcome-not-recorded');
    }
  }

  return { attempt, tell, asMessage, follow };
}
