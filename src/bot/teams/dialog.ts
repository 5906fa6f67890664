import { type Card, plainText } from '../../core/card';
import type { Reply } from '../../handlers/handle';
import type { Once } from '../once';
import type { Answer } from '../turn';
import { type Answering, stands } from './answering';
import { isObject, sentBy } from './form';
import { dialogOf, dialogRemarkOf, showsKey } from './message';
import type { Outward } from './outward';
import type { Rooms } from './room';
import type { Seals } from './seal';
import { placeOf, postedIn, type Spoken } from './spoken';

/** A dialog that is open: the message from which it was opened, which the client does not say again, and the form in it. */
interface Open {
  from?: string;
  /** The request that this message shows, as far as it shows one. */
  shows?: unknown;
  form?: Card;
}

const mostRemembered = 1_000;

/**
 * Dialogs: where forms are filled in, and the one place where a key is shown. A dialog cannot be changed from outside: what comes late
 * comes as a message, and a key that comes late was not shown. When a form has been sent, its dialog closes and the answer takes the
 * place of the card from which it was opened; in a room, where that card is everybody's, it is said in the dialog. A form that was
 * refused stays as it was filled in, with the reason above it.
 */
export function makeDialogs(outward: Outward, rooms: Rooms, seals: Seals, once: Once) {
  /**
   * By conversation and person; nobody has two dialogs open. This process alone remembers them: a form that comes to another copy, or after a
   * restart, has its effect all the same, and its answer comes as a message of its own instead of into the place of the card.
   */
  const all = new Map<string, Open>();
  const keyOf = ({ said }: Spoken): string => `${said.conversation.id} ${said.user}`;
  const remember = (spoken: Spoken, open: Open): void => {
    all.delete(keyOf(spoken));
    all.set(keyOf(spoken), open);
    if (all.size > mostRemembered) all.delete(all.keys().next().value as string);
  };
  /** A form that comes again, by its delivery, is answered again, and nothing is written again. */
  const isFirst = ({ said }: Spoken): Promise<boolean> =>
    once.take('form', `${said.conversation.id} ${said.id}`);

  return {
    async open(spoken: Spoken, answer: Answer): Promise<Answering> {
      const { replyToId: from } = spoken.said;
      const open: Open =
        from === undefined || !spoken.drawnByUs ? {} : { from, shows: requestIn(spoken.input) };
      remember(spoken, open);
      if (!answer.inTime) return late(spoken, answer);
      const { reply } = answer;
      return inFront(spoken, open, reply, async () => {
        // No form, but how the thing stands: the card from which it was opened shows something older.
        if (reply.card.place === 'here') await evened(spoken, open, reply);
      });
    },

    /** @param finish answers a form that was taken, where that is not as usual */
    async send(
      spoken: Spoken,
      answer: Answer,
      finish?: (reply: Reply) => Promise<Answering>,
    ): Promise<Answering> {
      const open = all.get(keyOf(spoken)) ?? {};
      if (!answer.inTime) return late(spoken, answer, isFirst);
      const { reply } = answer;
      const { card } = reply;
      if (card.place === 'dialog' || showsKey(card)) return inFront(spoken, open, reply);
      if (card.place === 'beside') return { status: 200, body: refusal(open, card, spoken, seals) };
      all.delete(keyOf(spoken));
      const { afterwards, ...answering } = finish
        ? await finish(reply)
        : {
            status: 200,
            body: spoken.personal ? {} : dialogRemarkOf(plainText(card)),
            afterwards: () => evened(spoken, open, reply),
          };
      if (!afterwards) return answering;
      // Asked only when the form was answered: if this process dies before, whoever gets it next does all of it.
      return {
        ...answering,
        async afterwards(written: boolean) {
          if (await isFirst(spoken)) await afterwards(written);
        },
      };
    },
  };

  function inFront(spoken: Spoken, open: Open, reply: Reply, then?: () => Promise<void>): Answering {
    const { card } = reply;
    const asks = card.blocks.some(({ type }) => type === 'form');
    if (asks) remember(spoken, { ...open, form: card });
    const afterwards = async (written: boolean) => {
      await reply.seen?.(written);
      await then?.();
    };
    return { status: 200, body: dialogOf(card, seals.forPerson(spoken.said)), afterwards };
  }

  /** @param isDue whether the answer is still to be written when it is there; a look at a key ends in any case */
  async function late(
    spoken: Spoken,
    answer: Extract<Answer, { inTime: false }>,
    isDue: (spoken: Spoken) => Promise<boolean> = async () => true,
  ): Promise<Answering> {
    const afterwards = async () => {
      const reply = await answer.later;
      if (reply.seen || showsKey(reply.card)) await reply.seen?.(false);
      else if (await isDue(spoken)) await asMessage(spoken, reply);
    };
    return { status: 200, body: dialogOf(answer.working), afterwards };
  }

  /** The card below the dialog shows what is true now; in a room everybody sees of it what is theirs, and the answer goes where they find it again. */
  async function evened(spoken: Spoken, { from, shows }: Open, reply: Reply): Promise<void> {
    const at = from === undefined ? undefined : postedIn(spoken.said, from);
    if (!spoken.personal) {
      await asMessage(spoken, reply);
      return shows === requestIn(spoken.input) ? rooms.evenOut(spoken, at) : undefined;
    }
    if (!at) return asMessage(spoken, reply);
    const outcome = await outward.redraw(at, reply.card);
    if (outcome.sent) await stands(reply, outcome);
    else await asMessage(spoken, reply);
  }

  /** In the private chat, wherever the dialog was opened. */
  async function asMessage({ said, personal, account }: Spoken, reply: Reply): Promise<void> {
    await stands(
      reply,
      personal ? await outward.say(placeOf(said), reply.card) : await outward.deliver(account, reply.card),
    );
  }
}

export type Dialogs = ReturnType<typeof makeDialogs>;

const requestIn = (input: unknown): unknown => (isObject(input) ? input.request : undefined);

/** Why a form was not taken, above the form as it was filled in; alone, where the form is not known any more. */
function refusal({ form }: Open, { blocks, ...card }: Card, { said }: Spoken, seals: Seals): object {
  if (!form) return dialogRemarkOf(plainText({ ...card, blocks }));
  const again = { ...form, blocks: [...blocks, ...form.blocks] };
  return dialogOf(again, seals.forPerson(said), sentBy(said));
}
