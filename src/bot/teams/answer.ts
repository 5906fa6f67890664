import { plainText } from '../../core/card';
import { localeOf } from '../../core/words';
import type { Reply } from '../../handlers/handle';
import type { Account, Posted } from '../../store/store';
import type { Outcome } from '../platform';
import type { Answer, Fetched, Turn } from '../turn';
import type { Activity, Said } from './activity';
import type { Delivery } from './deliver';
import { filesOf, type TeamsFile } from './files';
import { type Hearing, hear, heardFrom } from './hear';
import {
  dialogOf,
  dialogRemarkOf,
  messageOf,
  remarkOf,
  replacementOf,
  sentenceOf,
  showsKey,
} from './message';
import type { AllWhereabouts } from './whereabouts';
import { words } from './words';

/** The HTTP answer to an activity, and what is done once it was written, or could not be. */
export interface Answering {
  status: number;
  body?: object;
  afterwards?: (written: boolean) => Promise<void>;
}

interface AnswerConfig {
  tenantId: string;
  turn: Turn;
  delivery: Delivery;
  whereabouts: AllWhereabouts;
  answered: (user: string) => void;
  /** Ends a send that is tried again while the program stops. */
  wait: (milliseconds: number) => Promise<void>;
  /** Fetches a file that was given with a message. */
  fetchOne: (file: TeamsFile) => Promise<Fetched>;
  onLost: (reason: string) => void;
}

/**
 * Answers every activity. Words get 200 at once and a message afterwards; a button gets its answer in the response, which is the only
 * place where a card can replace the pressed one and the only way a dialog opens.
 */
export function makeAnswers({
  tenantId,
  turn,
  delivery,
  whereabouts,
  answered,
  wait,
  fetchOne,
  onLost,
}: AnswerConfig) {
  return async (activity: Activity): Promise<Answering> => {
    whereabouts.noteTenant(activity.serviceUrl);
    const hearing = hear(activity);
    if (hearing.kind === 'nothing') return { status: 200 };
    if (hearing.kind === 'unknownInvoke') return notUnderstood(activity);
    if (!hearing.personal && hearing.kind !== 'said') return onlyInPrivate(hearing);

    const { said, input } = hearing;
    const address = whereabouts.note(said);
    const [file] = hearing.personal ? filesOf(activity) : [];
    const heard = heardFrom(said, input, tenantId, address);
    const answer = await turn(file ? { ...heard, file: { fetch: () => fetchOne(file) } } : heard);
    switch (hearing.kind) {
      case 'said':
      case 'arrived': {
        answered(said.user);
        const account: Account = { platform: 'teams', home: tenantId, user: said.user, address };
        return {
          status: 200,
          afterwards: () => (hearing.personal ? say(said, answer) : sayInPrivate(said, account, answer)),
        };
      }
      case 'pressed':
        return replace(said, answer);
      case 'opening':
      case 'sending':
        return inDialog(said, answer, hearing.kind);
    }
  };

  /** A message in the private chat; when the answer is late, one that changes. */
  async function say(said: Said, answer: Answer): Promise<void> {
    if (answer.inTime) return sayCard(said, answer.reply);
    const working = await insist(() => delivery.post(placeOf(said), messageOf(answer.working)));
    const reply = await answer.later;
    if (!working.sent) return sayCard(said, reply);
    await refuseKey(reply);
    await stands(reply, lost(await insist(() => delivery.redraw(working.posted, reply.card))));
  }

  async function sayCard(said: Said, reply: Reply): Promise<void> {
    await refuseKey(reply);
    await stands(reply, lost(await insist(() => delivery.post(placeOf(said), messageOf(reply.card)))));
  }

  /** In a channel everybody reads along: the answer goes to the private chat, and the channel hears only that it did. */
  async function sayInPrivate(said: Said, account: Account, answer: Answer): Promise<void> {
    const reply = answer.inTime ? answer.reply : await answer.later;
    await refuseKey(reply);
    const outcome = lost(await insist(() => delivery.deliver(account, reply.card)));
    await stands(reply, outcome);
    const { answeredInPrivate, speakInPrivate } = words[reply.card.locale];
    const sentence = sentenceOf(outcome.sent ? answeredInPrivate : speakInPrivate);
    lost(await insist(() => delivery.post(placeOf(said), sentence)));
  }

  /** A card in the place of the pressed one, or a remark beside it; a late card is put there when it comes. */
  async function replace(said: Said, answer: Answer): Promise<Answering> {
    if (!answer.inTime) {
      const afterwards = async () => {
        const reply = await answer.later;
        await refuseKey(reply);
        const pressed = pressedOf(said);
        const outcome = await insist(() =>
          pressed
            ? delivery.redraw(pressed, reply.card)
            : delivery.post(placeOf(said), messageOf(reply.card)),
        );
        await stands(reply, lost(outcome));
      };
      return { status: 200, body: replacementOf(answer.working), afterwards };
    }
    const { reply } = answer;
    const beside = reply.card.place === 'beside';
    const body = beside ? remarkOf(plainText(reply.card)) : replacementOf(reply.card);
    const afterwards = async (written: boolean) => {
      await refuseKey(reply);
      const pressed = pressedOf(said);
      if (written && !beside && pressed) await stands(reply, { sent: true, posted: pressed });
    };
    return { status: 200, body, afterwards };
  }

  /**
   * A dialog. It is the one place where a key is shown, and it cannot be changed from outside: what comes late comes as a message, and a
   * key that comes late was not shown.
   */
  async function inDialog(said: Said, answer: Answer, kind: 'opening' | 'sending'): Promise<Answering> {
    if (!answer.inTime) {
      const afterwards = async () => {
        const reply = await answer.later;
        if (reply.seen || showsKey(reply.card)) await reply.seen?.(false);
        else
          await stands(reply, lost(await insist(() => delivery.post(placeOf(said), messageOf(reply.card)))));
      };
      return { status: 200, body: dialogOf(answer.working), afterwards };
    }
    const { reply } = answer;
    const remark = kind === 'sending' && reply.card.place !== 'dialog' && !showsKey(reply.card);
    return {
      status: 200,
      body: remark ? dialogRemarkOf(plainText(reply.card)) : dialogOf(reply.card),
      afterwards: async (written) => reply.seen?.(written),
    };
  }

  /** Sends, and tries a passing failure twice more: nobody else will repeat the answer to somebody who is waiting for it. */
  async function insist(send: () => Promise<Outcome>): Promise<Outcome> {
    for (const pause of [1_000, 4_000]) {
      const outcome = await send();
      if (outcome.sent || !outcome.tryAgain) return outcome;
      await wait(Math.min(outcome.after ?? pause, 10_000));
    }
    return send();
  }

  function lost(outcome: Outcome): Outcome {
    if (!outcome.sent) onLost(outcome.reason);
    return outcome;
  }
}

/** The answer stays in the chat: what it shows may have to change. */
async function stands(reply: Reply, outcome: Outcome): Promise<void> {
  if (outcome.sent) await reply.stands?.(outcome.posted);
}

/** The message whose button was pressed. */
const pressedOf = (said: Said): Posted | undefined =>
  said.replyToId === undefined
    ? undefined
    : { platform: 'teams', ref: { ...placeOf(said), activityId: said.replyToId } };

/** Where an activity was said. */
const placeOf = ({ serviceUrl, conversation }: Said) => ({ serviceUrl, conversationId: conversation.id });

/** A card that shows a key came where none may be shown: the view leaves the key out, and the ledger must know. */
const refuseKey = async (reply: Reply): Promise<void> => reply.seen?.(false);

/** Cards of ours live in private chats; wherever else one was carried, its buttons do nothing. */
function onlyInPrivate({ kind, said }: Exclude<Hearing, { kind: 'unknownInvoke' | 'nothing' }>): Answering {
  const { speakInPrivate } = words[localeOf(said.locale)];
  return {
    status: 200,
    body: kind === 'pressed' ? remarkOf(speakInPrivate) : dialogRemarkOf(speakInPrivate),
  };
}

/** An invoke that is none of ours is answered all the same; without an answer Teams says that the app cannot be reached. */
function notUnderstood({ name }: Activity): Answering {
  if (name !== 'adaptiveCard/action') return { status: 200, body: {} };
  const value = { code: 'BadRequest', message: 'This button is not known.' };
  return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
}
