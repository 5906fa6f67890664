import type { Card } from '../../core/card';
import type { Logger } from '../../log';
import { chartsOf } from '../pictures/pictures';
import { codeOf } from './failure';
import type { MessageRef } from './hear';
import type { Files } from './picture';
import type { Upload } from './upload';

const mostRemembered = 1_000;

/** Puts the pictures where the words of a card stand already. */
export type Put = (files: Files, ref?: MessageRef) => Promise<unknown>;

/**
 * Pictures follow the words: bringing them to Slack takes seconds, and an answer has none to lose. Where meanwhile something newer stands in
 * the place of the card, they are too late.
 *
 * What is newest this process alone remembers, as long as it runs. Of two copies, one may put its card back with pictures over what the other
 * has put there meanwhile, in the seconds that pictures take; every button of that card still works, and the next press puts it right.
 */
export function makeFollowing(upload: Upload, log: Pick<Logger, 'info'>) {
  const newest = new Map<string, Card>();

  /**
   * Called before a card is put somewhere; what it returns is called when it stands there.
   * @param at what it takes the place of, in any words that are the same for the same place
   */
  return (card: Card, at?: string) => {
    if (at) {
      newest.delete(at);
      newest.set(at, card);
      if (newest.size > mostRemembered) newest.delete(newest.keys().next().value as string);
    }
    return async (put: Put | undefined, ref?: MessageRef): Promise<void> => {
      if (!put || chartsOf(card).length === 0) return;
      const files = await upload(card);
      const place = at ?? (ref && spotOf(ref));
      const over = place === undefined ? undefined : newest.get(place);
      if (!files || (over !== undefined && over !== card)) return;
      try {
        await put(files, ref);
      } catch (error) {
        // A window was closed meanwhile, or a message deleted: nobody waits for a picture.
        log.info({ code: codeOf(error) }, 'slack-picture-not-shown');
      }
    };
  };
}

/** A message by name, for `at`. */
export const spotOf = ({ channel, ts }: MessageRef): string => `${channel} ${ts}`;
