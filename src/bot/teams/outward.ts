import type { Card } from '../../core/card';
import type { Account, Posted } from '../../store/store';
import type { Draw } from '../pictures/pictures';
import type { Outcome } from '../platform';
import type { Conversation } from './connector';
import type { Delivery } from './deliver';
import { messageOf } from './message';
import type { Seal } from './seal';

interface OutwardConfig {
  delivery: Delivery;
  draw: Draw;
  /** Ends a send that is tried again while the program stops. */
  wait: (milliseconds: number) => Promise<void>;
  onLost: (reason: string) => void;
}

/**
 * What is sent after an answer. A passing failure is tried twice more: nobody else will repeat it to somebody who is waiting for it. What
 * is lost all the same is told by its reason, once.
 */
export function makeOutward({ delivery, draw, wait, onLost }: OutwardConfig) {
  async function insist(send: () => Promise<Outcome>): Promise<Outcome> {
    for (const pause of [1_000, 4_000]) {
      const outcome = await send();
      if (outcome.sent || !outcome.tryAgain) return told(outcome);
      await wait(Math.min(outcome.after ?? pause, 10_000));
    }
    return told(await send());
  }

  function told(outcome: Outcome): Outcome {
    if (!outcome.sent) onLost(outcome.reason);
    return outcome;
  }

  return {
    post: (to: Conversation, message: object) => insist(() => delivery.post(to, message)),
    /** A card where somebody spoke, with its pictures. */
    async say(to: Conversation, card: Card): Promise<Outcome> {
      const message = messageOf(card, undefined, await draw(card));
      return insist(() => delivery.post(to, message));
    },
    async redraw(posted: Posted, card: Card, seal?: Seal): Promise<Outcome> {
      const pictures = await draw(card);
      return insist(() => delivery.redraw(posted, card, seal, pictures));
    },
    async deliver(account: Account, card: Card): Promise<Outcome> {
      const pictures = await draw(card);
      return insist(() => delivery.deliver(account, card, pictures));
    },
  };
}
export type Outward = ReturnType<typeof makeOutward>;
