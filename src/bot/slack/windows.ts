import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import type { Answer } from '../turn';
import { modalOf } from './view';

/** Where a window goes: over the chat or the Home tab, or over the window that is in front. */
export type How = 'open' | 'push';

/** A window that is shown, as Slack calls it and this state of it. */
interface Window {
  id: string;
  hash: string;
}

/** Runs a call outward; false when it failed, which is logged by its code. */
export type Attempt = (call: string, run: () => Promise<unknown>) => Promise<boolean>;

/**
 * Windows over the chat. A trigger opens one within 3 s of the press (docs.slack.dev/interactivity/handling-user-interaction): an answer that is late
 * finds a window that says so, which was opened in time, and takes its place.
 */
export function makeWindows(web: WebClient, attempt: Attempt) {
  /** Runs a call that shows a window; undefined when it failed. */
  async function shownBy(call: string, run: () => Promise<{ view?: Partial<Window> }>) {
    let shown: Window | undefined;
    await attempt(call, async () => {
      const { view } = await run();
      shown = { id: view?.id ?? '', hash: view?.hash ?? '' };
    });
    return shown;
  }

  /** The window of a trigger; undefined when it did not open. */
  const show = (how: How, trigger: string, card: Card): Promise<Window | undefined> =>
    shownBy(`views.${how}`, () => web.views[how]({ trigger_id: trigger, view: modalOf(card) }));

  /** Puts a card in the place of a window. `hash`: as it was drawn last, so that nothing newer is overwritten. */
  const replace = (view: string, card: Card, hash?: string): Promise<Window | undefined> =>
    shownBy('views.update', () =>
      web.views.update({ view_id: view, view: modalOf(card), ...(hash && { hash }) }),
    );

  return {
    show,
    replace,
    /** Brings an answer into a window of its own, with one that says “one moment” before it where it is late. Resolves to the window, where it is shown. */
    async bring(how: How, trigger: string, answer: Answer): Promise<Window | undefined> {
      if (answer.inTime) return show(how, trigger, answer.reply.card);
      const moment = await show(how, trigger, answer.working);
      const { card } = await answer.later;
      return moment && replace(moment.id, card, moment.hash);
    },
  };
}
