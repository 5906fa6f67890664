import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import type { Answer } from '../turn';
import { modalOf } from './view';

/** Where a window goes: over the chat or the Home tab, or over the window that is in front. */
export type How = 'open' | 'push';

/** Runs a call outward; false when it failed, which is logged by its code. */
export type Attempt = (call: string, run: () => Promise<unknown>) => Promise<boolean>;

/**
 * Windows over the chat. A trigger opens one within 3 s of the press (docs.slack.dev/interactivity/handling-user-interaction): an answer that is late
 * finds a window that says so, which was opened in time, and takes its place.
 */
export function makeWindows(web: WebClient, attempt: Attempt) {
  /** The window of a trigger; undefined when it did not open. */
  async function show(
    how: How,
    trigger: string,
    card: Card,
  ): Promise<{ id: string; hash: string } | undefined> {
    let shown: { id: string; hash: string } | undefined;
    await attempt(`views.${how}`, async () => {
      const { view } = await web.views[how]({ trigger_id: trigger, view: modalOf(card) });
      shown = { id: view?.id ?? '', hash: view?.hash ?? '' };
    });
    return shown;
  }

  /** Puts a card in the place of a window. `hash`: as it was drawn last, so that nothing newer is overwritten. */
  const replace = (view: string, card: Card, hash?: string): Promise<boolean> =>
    attempt('views.update', () =>
      web.views.update({ view_id: view, view: modalOf(card), ...(hash && { hash }) }),
    );

  return {
    show,
    replace,
    /** Brings an answer into a window of its own, with one that says “one moment” before it where it is late. Resolves to whether it is shown. */
    async bring(how: How, trigger: string, answer: Answer): Promise<boolean> {
      if (answer.inTime) return (await show(how, trigger, answer.reply.card)) !== undefined;
      const moment = await show(how, trigger, answer.working);
      const { card } = await answer.later;
      return moment !== undefined && replace(moment.id, card, moment.hash);
    },
  };
}
