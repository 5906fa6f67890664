import type {
  ActionsBlock,
  Button as ButtonElement,
  ConfirmationDialog,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  RichTextBlock,
  RichTextSection,
  SectionBlock,
} from '@slack/types';
import { type Block, type Button, type Card, type Confirm, colonIn, plainText } from '../../core/card';
import { clip } from '../../core/prose';
import { type Locale, wordsIn } from '../../core/words';
import { byteSize, fitted, remark, textSize } from './fit';
import { inputsOf, searchField } from './form';
import { limits } from './limits';
import { type Files, pictureOf } from './picture';
import { escaped, mrkdwn, plain, strongLine } from './text';
import { sentences } from './words';

/** A card as a message: blocks, and the words for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** A key and a form belong over the chat only: no message ever holds one. */
export const needsDialog = (card: Card): boolean =>
  card.blocks.some(({ type }) => type === 'code' || type === 'form');

/** Messages as they were drawn: a list that has not changed is the same card again, and its message is three times its cost. */
const drawn = new WeakMap<Card, Message>();

/**
 * A card as a message. Keys and forms are left out, whatever the card says about its place. Nobody may change either of them.
 * @param files its pictures, where they are there already
 */
export function messageOf(card: Card, files?: Files): Message {
  if (files) return draw(card, files);
  const known = drawn.get(card);
  if (known) return known;
  const message = draw(card);
  drawn.set(card, message);
  return message;
}

function draw(card: Card, files?: Files): Message {
  const paint = painter(card.locale, files);
  const blocks = [
    header(card.title),
    ...card.blocks.flatMap((block) => (block.type === 'code' || block.type === 'form' ? [] : paint(block))),
  ];
  return {
    text: escaped(plainText(card), limits.notification),
    blocks: fitted(blocks, { blocks: limits.messageBlocks, size: limits.messageText, of: textSize }, card),
  };
}

/** One sentence as a message. */
export const sentence = (text: string): Message => ({
  text: escaped(text, limits.notification),
  blocks: [section(text)],
});

/** Calls somebody by a mention: the one markup of ours that names a person, and the one that may. */
export const calling = (user: string, words: string): Message => {
  const text = `<@${user}> ${escaped(words, limits.notification)}`;
  return { text, blocks: [{ type: 'section', text: mrkdwn(text) }] };
};

/**
 * A card as a modal. With a form it has a submit button, and the waiting command travels in `private_metadata`
 * (docs.slack.dev/reference/views/modal-views). Closing a window that shows a key closes all windows: the key is gone.
 */
export function modalOf(card: Card, files?: Files): ModalView {
  const draw = painter(card.locale, files);
  const form = card.blocks.find((block) => block.type === 'form');
  const waiting = form && JSON.stringify(form.press);
  const submits = form && waiting && waiting.length <= limits.privateMetadata ? { form, waiting } : undefined;
  const blocks = [
    // A title too long for a modal is said in full inside it.
    ...(card.title.length > limits.modalTitle ? [header(card.title)] : []),
    ...card.blocks.flatMap((block) => (block.type === 'form' ? [] : draw(block))),
    ...(submits ? inputsOf(submits.form.fields) : []),
  ];
  return {
    type: 'modal',
    callback_id: submits ? 'form' : 'card',
    title: plain(card.title, limits.modalTitle),
    close: plain(sentences[card.locale].close, limits.modalButton),
    ...(card.blocks.some(({ type }) => type === 'code') ? { clear_on_close: true } : {}),
    ...(submits
      ? { submit: plain(submits.form.submit, limits.modalButton), private_metadata: submits.waiting }
      : {}),
    blocks: fitted(
      blocks.length > 0 ? blocks : [section('')],
      { blocks: limits.modalBlocks, size: limits.modalBytes, of: byteSize },
      card,
    ),
  };
}

/** A card as the Home tab (docs.slack.dev/reference/views/home-tab-views). Keys and forms are left out, as in a message: Slack keeps it. */
export function homeOf(card: Card): HomeView {
  const paint = painter(card.locale);
  const blocks = [
    header(card.title),
    ...card.blocks.flatMap((block) => (block.type === 'code' || block.type === 'form' ? [] : paint(block))),
  ];
  return {
    type: 'home',
    callback_id: 'home',
    blocks: fitted(blocks, { blocks: limits.homeBlocks, size: limits.modalBytes, of: byteSize }, card),
  };
}

/** Draws blocks one after another; buttons are numbered, as an `action_id` is unique within a message. */
function painter(locale: Locale, files?: Files): (block: Exclude<Block, { type: 'form' }>) => KnownBlock[] {
  let count = 0;
  const { labelled: named } = wordsIn(locale);
  const said = (label: string, about: string) => clip(named(label, about), limits.accessibilityLabel);
  const button = (given: Button): ButtonElement[] => {
    const target = targetOf(given);
    if (!target) return [];
    count += 1;
    return [
      {
        type: 'button',
        action_id: `press:${count}`,
        text: plain(given.label, limits.buttonText),
        ...target,
        ...('style' in given && given.style ? { style: given.style } : {}),
        ...('confirm' in given && given.confirm ? { confirm: confirmOf(given.confirm) } : {}),
        ...(given.about ? { accessibility_label: said(given.label, given.about) } : {}),
      },
    ];
  };

  return (block) => {
    switch (block.type) {
      case 'text':
        if (!block.text.trim()) return [];
        return [block.weak ? remark(block.text) : section(block.text)];
      case 'heading':
        return [{ type: 'section', text: strongLine(block.text, limits.header) }];
      case 'facts':
        return chunks(block.facts, limits.factsOfBlock).map((facts) => factsOf(facts, colonIn(locale)));
      case 'row': {
        const [accessory] = block.button ? button(block.button) : [];
        return [
          {
            type: 'section',
            text: strongLine(block.title, limits.section / 4, block.text, limits.section / 2),
            ...(accessory ? { accessory } : {}),
          },
        ];
      }
      case 'code':
        return [...(block.label.trim() ? [section(block.label)] : []), ...preformatted(block.text)];
      case 'copy':
        return labelled(block.label, preformatted(block.text.trim() ? block.text : '–'));
      case 'chart':
        return pictureOf(block, locale, files);
      case 'search':
        return [searchOf(block)];
      case 'buttons':
        return chunks(block.buttons.flatMap(button), limits.buttonsOfActions).map(
          (elements): ActionsBlock => ({ type: 'actions', elements }),
        );
    }
  };
}

/** What Slack asks once more before it tells of a press (docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object). */
const confirmOf = ({ title, text, yes, no }: Confirm): ConfirmationDialog => ({
  title: plain(title, limits.confirmTitle),
  text: plain(text, limits.confirmText),
  confirm: plain(yes, limits.confirmButton),
  deny: plain(no, limits.confirmButton),
  style: 'danger',
});

/** What is typed is told when Enter is pressed. The same names every time: what stands in the field stays there when the rest is drawn anew. */
const searchOf = ({ label, hint, initial }: Extract<Block, { type: 'search' }>): InputBlock => ({
  type: 'input',
  block_id: searchField,
  dispatch_action: true,
  optional: true,
  label: plain(label, limits.inputLabel),
  hint: plain(hint, limits.inputLabel),
  element: {
    type: 'plain_text_input',
    action_id: 'value',
    max_length: limits.search,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    ...(initial?.trim() ? { initial_value: clip(initial, limits.search) } : {}),
  },
});

/** What a button carries: the command, whole or not at all, or an address of the web. */
function targetOf(button: Button): { value: string } | { url: string } | undefined {
  if ('press' in button) {
    const value = JSON.stringify(button.press);
    return value.length <= limits.buttonValue ? { value } : undefined;
  }
  const isAddress = URL.canParse(button.url) && /^https?:$/.test(new URL(button.url).protocol);
  return isAddress && button.url.length <= limits.url ? { url: button.url } : undefined;
}

/** Labels in bold, values as they are: rich text is not parsed, so nothing a person wrote can look like a fact of ours. */
const factsOf = (facts: Array<[label: string, value: string]>, colon: string): KnownBlock => ({
  type: 'rich_text',
  elements: facts.map(([label, value]) => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${clip(label.trim() || '–', limits.field / 4)}${colon}`, style: { bold: true } },
      { type: 'text', text: clip(value.trim() || '–', limits.field / 2) },
    ],
  })),
});

/** Rich text is not parsed: no letter of a key can end the block or be taken for markup, and all of it is copied as it is. */
function preformatted(text: string): RichTextBlock[] {
  const parts = text.match(new RegExp(`[^]{1,${limits.preformatted}}`, 'gu')) ?? [];
  return parts.map((part) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: part }] }],
  }));
}

/** With a label in bold inside the first block: what is copied and what it is stay together, whatever else has to go. */
function labelled(label: string, [first, ...rest]: RichTextBlock[]): RichTextBlock[] {
  if (!first) return [];
  const name: RichTextSection = {
    type: 'rich_text_section',
    elements: [{ type: 'text', text: clip(label.trim() || '–', limits.field / 4), style: { bold: true } }],
  };
  return [{ ...first, elements: [name, ...first.elements] }, ...rest];
}

const header = (text: string): KnownBlock => ({ type: 'header', text: plain(text, limits.header) });
const section = (text: string): SectionBlock => ({ type: 'section', text: plain(text, limits.section) });

function chunks<T>(all: T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
}
