import { type Card, plainText } from '../../core/card';
import { choicesOf } from '../../core/views/pick';
import type { Answer, Turn } from '../turn';
import { type Answering, stands } from './answering';
import type { Dialogs } from './dialog';
import { isObject } from './form';
import { heardFrom } from './hear';
import { mostFound } from './input';
import { fitted, mostBytes } from './limits';
import { adaptiveCard, extensionRemarkOf } from './message';
import type { Outward } from './outward';
import { type Seal, type Seals, sealed } from './seal';
import type { Spoken } from './spoken';
import { clip, plain } from './text';
import { view } from './view';

/**
 * What is done from the compose box of any chat: something is looked up and its card shared, or a benefit is asked for. We write nothing
 * there: a card that is shared comes from whoever shares it, and what is theirs alone goes to their private chat.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search (2026-11)
 */
export function makeCompose(turn: Turn, outward: Outward, dialogs: Dialogs, seals: Seals, home: string) {
  return {
    /** What can be shared, by what was typed; what comes late comes with the next letter. */
    async find(answer: Answer): Promise<Answering> {
      if (!answer.inTime) return { status: 200, body: said(answer.working) };
      const { card } = answer.reply;
      const found = foundIn(card);
      return { status: 200, body: found.length > 0 ? listed(found) : said(card) };
    },

    /** The card of what was chosen. Only a card that is meant for everybody. */
    async share({ said: activity }: Spoken, answer: Answer): Promise<Answering> {
      if (!answer.inTime) return { status: 200, body: said(answer.working) };
      const { card } = answer.reply;
      return {
        status: 200,
        body: card.place === 'here' ? shared(card, seals.forRoom(activity)) : said(card),
      };
    },

    /** A form of the compose box was sent: its card stands in the box, to be sent into the chat or not; their own card is in the private chat. */
    async send(spoken: Spoken, answer: Answer): Promise<Answering> {
      return dialogs.send(spoken, answer, async (reply) => {
        const { input, said: activity, address } = spoken;
        const request = isObject(input) ? input.request : undefined;
        const asked = await turn(heardFrom(activity, { type: 'share-request', request }, home, address));
        const card = asked.inTime ? asked.reply.card : undefined;
        return {
          status: 200,
          body: card?.each ? shared(card, seals.forRoom(activity)) : {},
          afterwards: async () => stands(reply, await outward.deliver(spoken.account, reply.card)),
        };
      });
    },
  };
}

/** Something that can be shared: what is read of it, and the command that shows its card. */
export interface Found {
  title: string;
  text: string;
  press: object;
}

function foundIn(card: Card): Found[] {
  const benefits = choicesOf(card).map(
    ({ value, label }): Found => ({ title: label, text: '', press: { type: 'share', benefit: value } }),
  );
  const requests = card.blocks.flatMap((block): Found[] =>
    block.type === 'row' && block.button && 'press' in block.button
      ? [{ title: block.title, text: block.text, press: block.button.press }]
      : [],
  );
  return [...benefits, ...requests].slice(0, mostFound);
}

const result = (attachments: object[]): object => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
});

const said = (card: Card): object => extensionRemarkOf(plainText(card));

const thumbnail = 'application/vnd.microsoft.card.thumbnail';

/** How much of a title and of its words is kept, from one attempt to the next. */
const lengths = [
  [100, 200],
  [100, 60],
  [60, 0],
] as const;

/** What was found, as much of it as an answer holds: its words are shortened first, then the last of it is left out. */
export function listed(found: Found[]): object {
  for (const [title, text] of lengths) {
    const drawn = result(found.map((one) => preview(one, title, text)));
    if (Buffer.byteLength(JSON.stringify(drawn)) <= mostBytes) return drawn;
  }
  return listed(found.slice(0, -1));
}

/** One line of what was found. Chosen, it asks for its card; until then it is but its words. */
function preview({ title, text, press }: Found, mostTitle: number, mostText: number): object {
  const content = {
    title: clip(plain(title), mostTitle),
    text: mostText === 0 ? '' : clip(plain(text), mostText),
  };
  return {
    contentType: thumbnail,
    content,
    preview: { contentType: thumbnail, content: { ...content, tap: { type: 'invoke', value: press } } },
  };
}

/** A card as it will stand in the chat, and before that, small, in the compose box; its buttons are known by the seal. */
export const shared = (card: Card, seal: Seal): object =>
  fitted(card, (fitting) =>
    result([
      {
        contentType: adaptiveCard,
        content: sealed(view(fitting, 'message'), seal, card.locale),
        preview: { contentType: thumbnail, content: { title: clip(plain(card.title), 100) } },
      },
    ]),
  );
