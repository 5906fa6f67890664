import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import type { Reply } from '../../handlers/handle';
import type { Logger } from '../../log';
import type { Answer } from '../turn';
import { codeOf, ResponseUrlError } from './failure';
import type { MessageRef, Way } from './hear';
import { type Message, messageOf, modalOf, needsDialog, sentence } from './view';
import { sentences } from './words';

/** The answer to Slack's request itself; called once, before anything else is sent. */
export type Ack = (body?: object) => Promise<void>;

/** Brings a reply to whoever spoke. Never rejects after the acknowledgement: what fails is logged by its code. */
export type Answering = (way: Way, answer: Answer, ack: Ack) => Promise<void>;

/** As long as Slack itself would wait, and some. */
const patience = 8_000;

/**
 * Answers in the place each way of speaking has. A trigger opens one window within 3 s of the press
 * (docs.slack.dev/interactivity/handling-user-interaction), so a reply that comes late can only be a message, and a key or
 * a form is asked for again.
 */
export function makeAnswering(web: WebClient, log: Logger): Answering {
  return async (way, answer, ack) => {
    switch (way.kind) {
      case 'command':
        return answerCommand(way, answer, ack);
      case 'direct message':
        return answerDirectMessage(way, answer, ack);
      case 'mention':
        return answerMention(way, answer, ack);
      case 'button':
        return answerButton(way, answer, ack);
      case 'button in a modal':
        return answerInModal(way, answer, ack);
      case 'form':
        return answerForm(way, answer, ack);
    }
  };

  async function answerCommand(
    way: Extract<Way, { kind: 'command' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    if (!answer.inTime) {
      await ack(toThem(messageOf(answer.working)));
      return asMessage(await answer.later, (message) => unseen(respond(way.responseUrl, toThem(message))));
    }
    const { reply } = answer;
    if (opensOver(reply.card)) {
      await ack();
      return openOver(way, reply);
    }
    await asMessage(reply, (message) => unseen(ack(toThem(message))));
  }

  async function answerDirectMessage(
    way: Extract<Way, { kind: 'direct message' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    const post = async (message: Message): Promise<MessageRef | undefined> => {
      const { channel = way.channel, ts } = await web.chat.postMessage({
        channel: way.channel,
        ...quiet,
        ...message,
        ...(way.thread ? { thread_ts: way.thread } : {}),
      });
      return ts ? { channel, ts } : undefined;
    };
    if (answer.inTime) return asMessage(answer.reply, post, 'typeCommand');

    let working: MessageRef | undefined;
    await attempt('chat.postMessage', async () => {
      working = await post(messageOf(answer.working));
    });
    const instead = async (message: Message) => {
      if (!working) return post(message);
      await web.chat.update({ ...working, ...message });
      return working;
    };
    await asMessage(await answer.later, instead, 'typeCommand');
  }

  async function answerMention(
    way: Extract<Way, { kind: 'mention' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    const { channel, user } = way;
    const post = (message: Message) =>
      web.chat.postEphemeral({ channel, user, ...message, ...(way.thread ? { thread_ts: way.thread } : {}) });
    if (!answer.inTime) await attempt('chat.postEphemeral', () => post(messageOf(answer.working)));
    await asMessage(
      answer.inTime ? answer.reply : await answer.later,
      (message) => unseen(post(message)),
      'typeCommand',
    );
  }

  async function answerButton(
    way: Extract<Way, { kind: 'button' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    if (answer.inTime && opensOver(answer.reply.card)) return openOver(way, answer.reply);

    const beside = (message: Message) =>
      unseen(respond(way.responseUrl, { ...toThem(message), replace_original: false }));
    const instead = async (message: Message) => {
      await respond(way.responseUrl, { ...message, replace_original: true });
      return way.message;
    };
    if (!answer.inTime) await attempt('response_url', () => beside(messageOf(answer.working)));
    const reply = answer.inTime ? answer.reply : await answer.later;
    // A window that comes too late must not take the place of the card whose button has to be pressed again.
    await asMessage(reply, reply.card.place === 'here' && !needsDialog(reply.card) ? instead : beside);
  }

  /** A window is open: the answer takes its place or lies over it. A window closed meanwhile wants no answer. */
  async function answerInModal(
    { trigger, view }: Extract<Way, { kind: 'button in a modal' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    const reply = answer.inTime ? answer.reply : await answer.later;
    const over = answer.inTime && reply.card.place !== 'here';
    const update = () => web.views.update({ view_id: view, view: modalOf(reply.card) });
    const shown =
      (over &&
        (await attempt('views.push', () =>
          web.views.push({ trigger_id: trigger, view: modalOf(reply.card) }),
        ))) ||
      (await attempt('views.update', update));
    await tell(reply, shown);
  }

  async function answerForm(
    { view }: Extract<Way, { kind: 'form' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    const put = (how: 'update' | 'push', card: Card) => ack({ response_action: how, view: modalOf(card) });
    if (answer.inTime) {
      // A refusal lies over the form, so that what was typed is still there; any other answer takes its place.
      await put(answer.reply.card.place === 'beside' ? 'push' : 'update', answer.reply.card);
      return tell(answer.reply, true);
    }
    await put('update', answer.working);
    const reply = await answer.later;
    const shown = await attempt('views.update', () =>
      web.views.update({ view_id: view, view: modalOf(reply.card) }),
    );
    await tell(reply, shown);
  }

  /** Opens a window over the chat; when it does not open, a sentence says so to whoever waits for it. */
  async function openOver(way: { trigger: string; responseUrl: string }, reply: Reply): Promise<void> {
    const opened = await attempt('views.open', () =>
      web.views.open({ trigger_id: way.trigger, view: modalOf(reply.card) }),
    );
    await tell(reply, opened);
    if (opened) return;
    const sorry = sentence(sentences[reply.card.locale].pressAgain);
    await attempt('response_url', () =>
      respond(way.responseUrl, { ...toThem(sorry), replace_original: false }),
    );
  }

  /**
   * A card as a message, or, where it needs a window that cannot be opened, a sentence that says what to do.
   * @param send resolves with the message, where it stays in the chat
   */
  async function asMessage(
    { card, ...reply }: Reply,
    send: (message: Message) => Promise<MessageRef | undefined>,
    otherwise: 'pressAgain' | 'typeCommand' = 'pressAgain',
  ): Promise<void> {
    const message = needsDialog(card) ? sentence(sentences[card.locale][otherwise]) : messageOf(card);
    let ref: MessageRef | undefined;
    const sent = await attempt('message', async () => {
      ref = await send(message);
    });
    await tell(reply, sent && !needsDialog(card));
    if (ref && !needsDialog(card)) await reply.stands?.({ platform: 'slack', ref });
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

  async function tell({ seen }: Pick<Reply, 'seen'>, shown: boolean): Promise<void> {
    try {
      await seen?.(shown);
    } catch (error) {
      log.error({ error }, 'card-outcome-not-recorded');
    }
  }
}

/** A key and a form are opened over the chat whatever their card says about its place. */
const opensOver = (card: Card): boolean => card.place === 'dialog' || needsDialog(card);

/** Only whoever spoke sees it, and nobody can change it later. */
const unseen = (sending: Promise<unknown>): Promise<undefined> => sending.then(() => undefined);

const toThem = (message: Message) => ({ response_type: 'ephemeral', ...message });
const quiet = { unfurl_links: false, unfurl_media: false };

/** Slack's own host, or an emulator on this machine: nobody else is told anything, however well an address was signed. */
const isSlacks = (url: string): boolean =>
  /^https:\/\/hooks\.slack\.com\//.test(url) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\//.test(url);

/** Posts to a response URL: up to five times in 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). */
async function respond(url: string, body: object): Promise<void> {
  if (!isSlacks(url)) throw new ResponseUrlError(0);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new ResponseUrlError(response.status);
}
