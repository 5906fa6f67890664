import { plainText } from '../../core/card';
import { choicesOf } from '../../core/views/pick';
import { localeOf } from '../../core/words';
import type { Reply } from '../../handlers/handle';
import { within } from '../../handlers/within';
import type { Once } from '../once';
import type { Draw, Pictures } from '../pictures/pictures';
import type { Outcome } from '../platform';
import type { Answer, Fetched, Turn } from '../turn';
import { type Activity, isOfOthers } from './activity';
import { type Answering, stands } from './answering';
import { makeCompose } from './compose';
import { makeDialogs } from './dialog';
import { filesOf, type TeamsFile } from './files';
import { isObject } from './form';
import { makeGreetings } from './greeting';
import { type Hearing, hear, heardFrom, isFromAnywhere } from './hear';
import { foundOf } from './input';
import { dialogRemarkOf, extensionRemarkOf, messageOf, remarkOf, replacementOf, sentenceOf } from './message';
import type { Outward } from './outward';
import { belongsInRoom, lookInstead, makeRooms, onlyReads } from './room';
import type { Seal, Seals } from './seal';
import { placeOf, pressedOf, type Spoken } from './spoken';
import type { AllWhereabouts } from './whereabouts';
import { words } from './words';

interface AnswerConfig {
  tenantId: string;
  turn: Turn;
  outward: Outward;
  /** Draws the charts of an answer. */
  draw: Draw;
  whereabouts: AllWhereabouts;
  answered: (user: string) => void;
  /** Told in which conversation we are no more; what was kept to write there is dropped. */
  removed: (conversationId: string) => Promise<void>;
  seals: Seals;
  once: Once;
  /** Fetches a file that was given with a message. */
  fetchOne: (file: TeamsFile) => Promise<Fetched>;
}

/**
 * Answers every activity. Words get 200 at once and a message afterwards; a button gets its answer in the response, which is the only
 * place where a card can replace the pressed one and the only way a dialog opens.
 */
export function makeAnswers(config: AnswerConfig) {
  const { tenantId, turn, outward, draw, whereabouts, answered, removed, seals, once, fetchOne } = config;
  const rooms = makeRooms(turn, outward, seals, tenantId);
  const greetings = makeGreetings(once);
  const dialogs = makeDialogs(outward, rooms, seals, once);
  const compose = makeCompose(turn, outward, dialogs, seals, tenantId);

  return async (activity: Activity): Promise<Answering> => {
    whereabouts.noteTenant(activity.serviceUrl);
    const hearing = hear(activity);
    if (hearing.kind === 'nothing') return { status: 200 };
    if (hearing.kind === 'unknownInvoke') return notUnderstood(activity);
    if (hearing.kind === 'went') return leave(activity);
    if (hearing.kind === 'joined') return greet(activity);
    const { said, kind } = hearing;
    const elsewhere = isFromAnywhere(kind) || isOfOthers(activity);
    const personal = hearing.personal && !elsewhere;
    const submits = kind === 'said' && isObject(said.value);
    if (!personal && (kind !== 'said' || submits) && !belongsInRoom(hearing.input))
      return onlyInPrivate(hearing);

    // A dialog can be opened by a link whose author wrote it, from anywhere; a message of the private chat is of us alone.
    const reader = personal && kind !== 'sending' ? 'person' : seals.readerOf(said);
    const spokenTo = reader === 'person' || (kind === 'said' && !submits);
    const believed = spokenTo || onlyReads(hearing.input);
    const input = believed ? hearing.input : kind === 'pressed' && lookInstead(hearing.input);
    if (!input) return refused(hearing, words[localeOf(said.locale)].notDrawn);

    const address = whereabouts.note(said, elsewhere);
    const [file] = personal ? filesOf(activity) : [];
    const heard = heardFrom(said, input, tenantId, address);
    const answer = await turn(file ? { ...heard, file: { fetch: () => fetchOne(file) } } : heard);
    const account = { platform: 'teams', home: tenantId, user: said.user, address } as const;
    const drawnByUs = believed && reader !== undefined;
    const spoken: Spoken = { said, input, personal, drawnByUs, address, account };
    switch (kind) {
      case 'said':
      case 'arrived': {
        answered(said.user);
        const speak = () => (personal ? say(spoken, answer) : sayInPrivate(spoken, answer));
        return {
          status: 200,
          afterwards: async () =>
            void (await (kind === 'said' ? speak() : greetings.once(said.conversation.id, speak))),
        };
      }
      case 'pressed':
        return personal ? replace(spoken, answer) : replaceForOne(spoken, answer);
      case 'typing':
        return { status: 200, body: foundOf(answer.inTime ? choicesOf(answer.reply.card) : []) };
      case 'finding':
        return compose.find(answer);
      case 'sharing':
        return compose.share(spoken, answer);
      case 'composed':
        return compose.send(spoken, answer);
      case 'opening':
      case 'composing':
        return dialogs.open(spoken, answer);
      case 'sending':
        return dialogs.send(spoken, answer);
    }
  };

  /** Nobody is there any more to be answered. */
  async function leave({ conversation }: Activity): Promise<Answering> {
    await greetings.again(conversation.id);
    whereabouts.forgetConversation(conversation.id);
    await removed(conversation.id);
    return { status: 200 };
  }

  /** Several people read along: they are told how to speak to us, and no more. */
  async function greet(activity: Activity): Promise<Answering> {
    const { serviceUrl, conversation, locale } = activity;
    const { greeting } = words[localeOf(locale)];
    const to = { serviceUrl, conversationId: conversation.id };
    return {
      status: 200,
      afterwards: () => greetings.once(conversation.id, () => outward.post(to, sentenceOf(greeting))),
    };
  }

  /** A message in the private chat; when the answer is late, one that changes. */
  async function say(spoken: Spoken, answer: Answer): Promise<Outcome> {
    if (answer.inTime) return sayCard(spoken, answer.reply);
    const working = await outward.post(placeOf(spoken.said), messageOf(answer.working));
    const reply = await answer.later;
    if (!working.sent) return sayCard(spoken, reply);
    await refuseKey(reply);
    const outcome = await outward.redraw(working.posted, reply.card);
    await stands(reply, outcome);
    return outcome;
  }

  async function sayCard({ said }: Spoken, reply: Reply): Promise<Outcome> {
    await refuseKey(reply);
    const outcome = await outward.say(placeOf(said), reply.card);
    await stands(reply, outcome);
    return outcome;
  }

  /** In a channel everybody reads along: the answer goes to the private chat, and the channel hears only that it did. */
  async function sayInPrivate({ said, account }: Spoken, answer: Answer): Promise<Outcome> {
    const reply = answer.inTime ? answer.reply : await answer.later;
    await refuseKey(reply);
    const outcome = await outward.deliver(account, reply.card);
    await stands(reply, outcome);
    const { answeredInPrivate, speakInPrivate } = words[reply.card.locale];
    await outward.post(placeOf(said), sentenceOf(outcome.sent ? answeredInPrivate : speakInPrivate));
    return outcome;
  }

  /** A card in the place of the pressed one, or a remark beside it; a late card is put there when it comes. */
  async function replace({ said }: Spoken, answer: Answer): Promise<Answering> {
    const pressed = pressedOf(said);
    if (!answer.inTime) {
      const afterwards = async () => {
        const reply = await answer.later;
        await refuseKey(reply);
        const outcome = pressed
          ? await outward.redraw(pressed, reply.card)
          : await outward.say(placeOf(said), reply.card);
        await stands(reply, outcome);
      };
      return { status: 200, body: replacementOf(answer.working), afterwards };
    }
    const { reply } = answer;
    const beside = reply.card.place === 'beside';
    const pictures = await within(patienceForPictures, draw(reply.card));
    const afterwards = async (written: boolean) => {
      await refuseKey(reply);
      if (written && !beside && pressed) await stands(reply, { sent: true, posted: pressed });
    };
    return { status: 200, body: instead(reply, undefined, pictures), afterwards };
  }

  /**
   * The same on a card that others see too: the answer is shown to whoever pressed alone, and the message itself says only what everybody
   * may read. What comes late goes to the private chat.
   */
  async function replaceForOne(spoken: Spoken, answer: Answer): Promise<Answering> {
    if (answer.inTime) {
      const { reply } = answer;
      const afterwards = async () => {
        await refuseKey(reply);
        await rooms.evenOut(spoken, pressedOf(spoken.said));
      };
      return { status: 200, body: instead(reply, seals.forPerson(spoken.said)), afterwards };
    }
    const afterwards = async () => {
      const reply = await answer.later;
      await refuseKey(reply);
      await stands(reply, await outward.deliver(spoken.account, reply.card));
      await rooms.evenOut(spoken, pressedOf(spoken.said));
    };
    return { status: 200, body: remarkOf(plainText(answer.working)), afterwards };
  }
}

/** What an answer to a button makes of its card: a card in its place, or a remark beside it. */
const instead = ({ card }: Reply, seal?: Seal, pictures?: Pictures): object =>
  card.place === 'beside' ? remarkOf(plainText(card)) : replacementOf(card, seal, pictures);

/** Whoever has pressed sees words, if need be alone: an answer to a button has no time to lose, in milliseconds. */
const patienceForPictures = 1_500;

/** A card that shows a key came where none may be shown: the view leaves the key out, and the ledger must know. */
const refuseKey = async (reply: Reply): Promise<void> => reply.seen?.(false);

type Refused = Extract<Hearing, { said: unknown }>;

/** What belongs into a private chat does nothing anywhere else, wherever its card was carried. */
const onlyInPrivate = (hearing: Refused): Answering =>
  refused(hearing, words[localeOf(hearing.said.locale)].speakInPrivate);

/** A sentence for whoever pressed alone. A button that sends a message is none of ours in a room, and has no answer that is not everybody's. */
function refused({ kind }: Refused, sentence: string): Answering {
  switch (kind) {
    case 'said':
    case 'arrived':
      return { status: 200 };
    case 'pressed':
      return { status: 200, body: remarkOf(sentence) };
    case 'finding':
    case 'sharing':
      return { status: 200, body: extensionRemarkOf(sentence) };
    default:
      return { status: 200, body: dialogRemarkOf(sentence) };
  }
}

/** An invoke that is none of ours is answered all the same; without an answer Teams says that the app cannot be reached. */
function notUnderstood({ name }: Activity): Answering {
  if (name !== 'adaptiveCard/action') return { status: 200, body: {} };
  const value = { code: 'BadRequest', message: 'This button is not known.' };
  return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
}
