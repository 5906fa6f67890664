import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import { choicesOf } from '../../core/views/pick';
import type { Logger } from '../../log';
import type { Answer } from '../turn';
import { optionsOf } from './form';
import type { MessageRef, Way } from './hear';
import type { Homes } from './homes';
import { type Files, picturesOf } from './picture';
import { respond } from './respond';
import { makeShowing } from './showing';
import type { Upload } from './upload';
import { type Message, messageOf, modalOf, needsDialog, sentence } from './view';
import { makeWindows } from './windows';
import { sentences } from './words';

/** The answer to Slack's request itself; called once, before anything else is sent. */
export type Ack = (body?: object) => Promise<void>;

/** Brings a reply to whoever spoke. Never rejects after the acknowledgement: what fails is logged by its code. */
export type Answering = (way: Way, answer: Answer, ack: Ack) => Promise<void>;

/**
 * Answers in the place each way of speaking has. A trigger opens one window within 3 s of the press
 * (docs.slack.dev/interactivity/handling-user-interaction), so a reply that comes late can only be a message, and a key or
 * a form is asked for again.
 */
export function makeAnswering(
  web: WebClient,
  homes: Pick<Homes, 'show'>,
  upload: Upload,
  log: Logger,
): Answering {
  const { attempt, tell, asMessage, follow } = makeShowing(upload, log);
  const windows = makeWindows(web, attempt);

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
      case 'home':
        return answerHome(way, answer, ack);
      case 'button in the home':
      case 'shortcut':
        await ack();
        return openOver(way, answer);
      case 'typing':
        return answerTyping(answer, ack);
    }
  };

  async function answerCommand(
    way: Extract<Way, { kind: 'command' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    if (opens(answer)) {
      await ack();
      return openOver(way, answer);
    }
    // What only they see cannot be changed: the pictures come below it.
    const below = (card: Card) => ({
      put: (files: Files) => respond(way.responseUrl, toThem(picturesOf(card, files))),
    });
    if (!answer.inTime) {
      await ack(toThem(messageOf(answer.working)));
      const reply = await answer.later;
      const send = (message: Message) => unseen(respond(way.responseUrl, toThem(message)));
      return asMessage(reply, send, below(reply.card));
    }
    const { reply } = answer;
    await asMessage(reply, (message) => unseen(ack(toThem(message))), below(reply.card));
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
    const onIt = (card: Card) => ({
      otherwise: 'typeCommand' as const,
      put: async (files: Files, ref?: MessageRef) =>
        ref && web.chat.update({ ...ref, ...messageOf(card, files) }),
    });
    if (answer.inTime) return asMessage(answer.reply, post, onIt(answer.reply.card));

    let working: MessageRef | undefined;
    await attempt('chat.postMessage', async () => {
      working = await post(messageOf(answer.working));
    });
    const instead = async (message: Message) => {
      if (!working) return post(message);
      await web.chat.update({ ...working, ...message });
      return working;
    };
    const reply = await answer.later;
    await asMessage(reply, instead, onIt(reply.card));
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
    const reply = answer.inTime ? answer.reply : await answer.later;
    await asMessage(reply, (message) => unseen(post(message)), {
      otherwise: 'typeCommand',
      put: (files) => post(picturesOf(reply.card, files)),
    });
  }

  async function answerButton(
    way: Extract<Way, { kind: 'button' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    if (opens(answer)) return openOver(way, answer);

    const beside = (message: Message) =>
      unseen(respond(way.responseUrl, { ...toThem(message), replace_original: false }));
    const instead = async (message: Message) => {
      await respond(way.responseUrl, { ...message, replace_original: true });
      return way.message;
    };
    if (!answer.inTime) await attempt('response_url', () => beside(messageOf(answer.working)));
    const reply = answer.inTime ? answer.reply : await answer.later;
    // A window that comes too late must not take the place of the card whose button has to be pressed again.
    if (reply.card.place !== 'here' || needsDialog(reply.card)) return asMessage(reply, beside);
    const put = (files: Files) => instead(messageOf(reply.card, files));
    await asMessage(reply, instead, { put, ...(way.at && { at: way.at }) });
  }

  /** A window is open: the answer takes its place or lies over it. A window closed meanwhile wants no answer. */
  async function answerInModal(
    { trigger, view }: Extract<Way, { kind: 'button in a modal' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    const over = opens(answer) || (answer.inTime && answer.reply.card.place !== 'here');
    const pushed = over && (await windows.bring('push', trigger, answer));
    const reply = answer.inTime ? answer.reply : await answer.later;
    const shown = pushed || (await windows.replace(view, reply.card));
    await tell(reply, shown !== undefined);
    if (shown) await drawIn(shown, reply.card);
  }

  /** Slack itself says when a window has become another one meanwhile. */
  async function drawIn({ id, hash }: { id: string; hash: string }, card: Card): Promise<void> {
    await follow(card)((files) => web.views.update({ view_id: id, hash, view: modalOf(card, files) }));
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
    const shown = await windows.replace(view, reply.card);
    await tell(reply, shown !== undefined);
  }

  /** The Home tab waits for nobody: it is drawn when the answer is there. */
  async function answerHome(
    { home, user, command }: Extract<Way, { kind: 'home' }>,
    answer: Answer,
    ack: Ack,
  ): Promise<void> {
    await ack();
    const { card } = answer.inTime ? answer.reply : await answer.later;
    await homes.show({ home, user }, command, card);
  }

  /** What fits; nothing where the answer is a refusal or late, as Slack waits for no other one. */
  async function answerTyping(answer: Answer, ack: Ack): Promise<void> {
    await ack({ options: answer.inTime ? optionsOf(choicesOf(answer.reply.card)) : [] });
  }

  /** Opens a window over the chat; when it does not open, a sentence says so to whoever waits for it. */
  async function openOver(
    way: { trigger: string; responseUrl?: string; user?: string },
    answer: Answer,
  ): Promise<void> {
    const opened = await windows.bring('open', way.trigger, answer);
    const reply = answer.inTime ? answer.reply : await answer.later;
    await tell(reply, opened !== undefined);
    if (opened) return drawIn(opened, reply.card);
    const sorry = sentence(sentences[reply.card.locale].pressAgain);
    const { responseUrl, user } = way;
    if (responseUrl)
      await attempt('response_url', () =>
        respond(responseUrl, { ...toThem(sorry), replace_original: false }),
      );
    else if (user)
      await attempt('chat.postMessage', () => web.chat.postMessage({ channel: user, ...quiet, ...sorry }));
  }
}

/** A key and a form are opened over the chat whatever their card says about its place; so is what is late and will be one of them. */
const opens = (answer: Answer): boolean =>
  answer.inTime ? answer.reply.card.place === 'dialog' || needsDialog(answer.reply.card) : answer.opensDialog;

/** Only whoever spoke sees it, and nobody can change it later. */
const unseen = (sending: Promise<unknown>): Promise<undefined> => sending.then(() => undefined);

const toThem = (message: Message) => ({ response_type: 'ephemeral', ...message });
const quiet = { unfurl_links: false, unfurl_media: false };
