import type { Card } from '../../core/card';
import type { Pictures } from '../pictures/pictures';
import { withValues } from './form';
import { fitted } from './limits';
import { type Seal, sealed } from './seal';
import { clip, plain } from './text';
import { notificationText, view, type Where } from './view';

/** The content type of a card, on an attachment and as the answer to a button. */
export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** A card under a seal, where it needs one: everywhere but in a message of the private chat. */
const drawn = (card: Card, where: Where, seal: Seal | undefined, pictures?: Pictures): object =>
  seal ? sealed(view(card, where, pictures), seal, card.locale) : view(card, where, pictures);

/** A card as a message of a chat; `summary` is what the notification shows. */
export const messageOf = (card: Card, seal?: Seal, pictures?: Pictures): object =>
  fitted(card, (fitting) => ({
    type: 'message',
    locale: card.locale,
    summary: notificationText(fitting),
    attachments: [{ contentType: adaptiveCard, content: drawn(fitting, 'message', seal, pictures) }],
  }));

/** A card as the answer to a button: it takes the place of the card that was pressed. */
export const replacementOf = (card: Card, seal?: Seal, pictures?: Pictures): object =>
  fitted(card, (fitting) => ({
    statusCode: 200,
    type: adaptiveCard,
    value: drawn(fitting, 'message', seal, pictures),
  }));

/**
 * A card in a dialog over the chat.
 * @param seal by which its buttons are known again
 * @param sent what somebody has filled in already, by the names of the inputs: it takes its part of what fits
 */
export const dialogOf = (card: Card, seal?: Seal, sent?: unknown): object =>
  fitted(card, (fitting) => ({
    task: {
      type: 'continue',
      value: {
        title: clip(plain(card.title), 60),
        height: 'medium',
        width: 'medium',
        card: { contentType: adaptiveCard, content: withValues(drawn(fitting, 'dialog', seal), sent) },
      },
    },
  }));

/** A few words in answer to a button; the pressed card stays as it is. */
export const remarkOf = (text: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: clip(plain(text), 1_000),
});

/** A few words in a dialog. */
export const dialogRemarkOf = (text: string): object => ({
  task: { type: 'message', value: clip(plain(text), 1_000) },
});

/** A few words in the place of what was looked up from the compose box. */
export const extensionRemarkOf = (text: string): object => ({
  composeExtension: { type: 'message', text: clip(plain(text), 1_000) },
});

/**
 * Calls somebody by a mention, which needs the same words in the text and beside it.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations (2026-11)
 * @param id the Teams id or the Entra object id
 */
export function calling({ id, name }: { id: string; name: string }, words: string): object {
  const mere = plain(name).replace(/[^\p{L}\p{M}\p{N} '’.,-]/gu, '');
  const mark = `<at>${mere}</at>`;
  return {
    type: 'message',
    text: `${mark} ${words}`,
    entities: [{ type: 'mention', text: mark, mentioned: { id, name: mere } }],
  };
}

/** Words alone, where everybody in a channel reads along. */
export const sentenceOf = (text: string): object => ({ type: 'message', text, textFormat: 'plain' });

/** A card that shows a key belongs into a dialog and nowhere else. */
export const showsKey = (card: Card): boolean => card.blocks.some(({ type }) => type === 'code');
