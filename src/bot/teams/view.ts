import { z } from 'zod';
import type { Block, Button, Card, Chart } from '../../core/card';
import { colonIn, inWords, plainText } from '../../core/card';
import type { Command } from '../../core/command';
import { opensDialog } from '../../core/dialogs';
import type { Locale } from '../../core/words';
import type { Pictures } from '../pictures/pictures';
import { payloadOf } from './form';
import { input } from './input';
import { clip, heading, type Json, lines, plain, run } from './text';
import { words } from './words';

/** Where a card is drawn: in a chat, where others may look over a shoulder and history is kept, or in a dialog over it. */
export type Where = 'message' | 'dialog';

/** More actions in one row than this are hidden by some clients (adaptivecards.io, host configuration, maxActions). */
const actionsInARow = 5;

/** What a notification shows and a screen reader says first. */
export const notificationText = (card: Card): string => clip(plain(plainText(card)), 300);

/**
 * A card as an adaptive card 1.5. A card in a message never holds a key: such a block is replaced by a sentence. Buttons run their
 * command by Action.Execute; in a dialog, where that does not exist, by Action.Submit; and what opens a form or shows a key fetches a dialog.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview (2026-11)
 * @param pictures of its charts; what has none is told by the lines beside it alone
 */
export function view(card: Card, where: Where, pictures?: Pictures): Json {
  const told = notificationText(card);
  const place: Place = {
    where,
    locale: card.locale,
    beside: card.blocks.some(({ type }) => type === 'form' || type === 'search'),
    ...(pictures && { pictures }),
  };
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: told,
    speak: told,
    msteams: { width: 'Full' },
    ...(where === 'message' && card.each ? { refresh: refreshOf(card.each) } : {}),
    body: [...heading(card.title, 'Large'), ...card.blocks.flatMap((block) => element(block, place))],
  };
}

/** So many people at most have their view fetched by their own client as soon as they see the card; others ask for it in its menu. */
const mostRefreshed = 60;
const Address = z.object({ mri: z.string().min(1) });

/**
 * How a card that several people see becomes each one's own. Ids are those of Teams, which only whoever has spoken to us has told.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views (2026-11)
 */
function refreshOf({ look, whom }: NonNullable<Card['each']>): Json {
  const ids = whom.flatMap(({ platform, address }) =>
    platform === 'teams' ? (Address.safeParse(address).data?.mri ?? []) : [],
  );
  return {
    action: { type: 'Action.Execute', verb: 'command', data: look },
    userIds: [...new Set(ids)].slice(0, mostRefreshed),
  };
}

interface Place {
  where: Where;
  locale: Locale;
  /** There is a form in this card: what is typed into it belongs to its own button only. */
  beside: boolean;
  pictures?: Pictures;
}

function element(block: Block, place: Place): Json[] {
  switch (block.type) {
    case 'text':
      return lines(block.text, block.weak ? { isSubtle: true } : {});
    case 'heading':
      return heading(block.text, 'Medium');
    case 'facts':
      return block.facts.map(([label, value], n) => ({
        type: 'RichTextBlock',
        inlines: [run(`${label}${colonIn(place.locale)}`, { isSubtle: true }), run(value)],
        ...(n > 0 ? { spacing: 'Small' } : {}),
      }));
    case 'row':
      return [row(block, place)];
    case 'code':
      if (place.where === 'message') return lines(words[place.locale].onlyInDialog, { isSubtle: true });
      return toCopy(block, { size: 'Medium' });
    case 'copy':
      return toCopy(block, {});
    case 'buttons':
      return actionSets(block.buttons, place);
    case 'chart':
      return picture(block, place);
    case 'search':
      return search(block, place);
    case 'form':
      return [
        ...block.fields.map((field) => input(field, place.locale)),
        { type: 'ActionSet', actions: [submit(block, place), ...wayBack(block, place)] },
      ];
  }
}

/**
 * A picture as a part of the card itself: nothing is fetched when the card is drawn, and an image comes from nowhere but our own numbers.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format (2026-11: PNG, up to 1,024 pixels each way)
 */
const picture = (chart: Chart, { locale, pictures }: Place): Json[] => {
  const png = pictures?.get(chart);
  return png
    ? [
        {
          type: 'Image',
          url: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
          altText: clip(plain(inWords(chart, locale)), 1_000),
          width: '360px',
        },
        ...lines(chart.legend, { isSubtle: true }, 'Small'),
      ]
    : [];
};

/** A field and the button that looks for what stands in it; an empty field looks for everything. */
function search({ label, hint, initial }: Extract<Block, { type: 'search' }>, place: Place): Json[] {
  const find = press(label, { type: 'home' }, { ...place }, {});
  return [
    {
      type: 'Input.Text',
      id: 'search',
      label: plain(label),
      placeholder: plain(hint),
      maxLength: 200,
      ...(initial ? { value: clip(initial, 200) } : {}),
    },
    { type: 'ActionSet', actions: [find] },
  ];
}

/** In a message a form stands where the card was from which it was opened. A dialog has its own way to close. */
function wayBack({ back }: Extract<Block, { type: 'form' }>, place: Place): Json[] {
  if (!back || place.where === 'dialog') return [];
  return action({ label: words[place.locale].back, press: back }, place);
}

function row(block: Extract<Block, { type: 'row' }>, place: Place): Json {
  const text = [
    ...lines(block.title, { weight: 'Bolder' }),
    ...lines(block.text, { isSubtle: true }, 'None'),
  ];
  const buttons = block.button ? actionSets([block.button], place) : [];
  if (buttons.length === 0) return { type: 'Container', items: text };
  // Said in as few letters as it can be: a whole membership has to fit into 28 KB.
  return {
    type: 'ColumnSet',
    columns: [
      { width: 'stretch', items: text },
      { width: 'auto', items: buttons },
    ],
  };
}

/**
 * Text to be copied, on lines of its own. Not an input: its value would travel back with the next button, and could be changed by mistake before it is
 * copied. Text of a dialog can be selected.
 */
function toCopy(
  { label, text }: Extract<Block, { type: 'code' | 'copy' }>,
  look: { size?: 'Medium' },
): Json[] {
  return [
    ...lines(label, { isSubtle: true }),
    {
      type: 'Container',
      style: 'emphasis',
      spacing: 'Small',
      items: lines(text, { fontType: 'Monospace', ...look }),
    },
  ];
}

function actionSets(buttons: Button[], place: Place): Json[] {
  const actions = buttons.flatMap((button) => action(button, place));
  const rows = Math.ceil(actions.length / actionsInARow);
  return Array.from({ length: rows }, (_, n) => ({
    type: 'ActionSet',
    actions: actions.slice(n * actionsInARow, (n + 1) * actionsInARow),
  }));
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

function action(button: Button, place: Place): Json[] {
  const about = button.about === undefined ? {} : { tooltip: clip(plain(button.about), 100) };
  if ('url' in button) {
    const url = URL.canParse(button.url) ? new URL(button.url) : undefined;
    if (url?.protocol !== 'https:') return [];
    return [{ type: 'Action.OpenUrl', title: titleOf(button.label), url: url.href, ...about }];
  }
  const style = button.style ? { style: styles[button.style] } : {};
  const apart = place.beside ? { associatedInputs: 'none' } : {};
  return [press(button.label, button.press, place, { ...style, ...about, ...apart })];
}

function press(label: string, command: Command, { where }: Place, rest: Json): Json {
  const title = titleOf(label);
  if (where === 'dialog') return { type: 'Action.Submit', title, data: command, ...rest };
  return opensDialog(command)
    ? { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, ...command }, ...rest }
    : { type: 'Action.Execute', title, verb: 'command', data: command, ...rest };
}

function submit(form: Extract<Block, { type: 'form' }>, { where }: Place): Json {
  const rest = { title: titleOf(form.submit), data: payloadOf(form), style: 'positive' };
  return where === 'dialog'
    ? { type: 'Action.Submit', ...rest }
    : { type: 'Action.Execute', verb: 'command', ...rest };
}

const titleOf = (label: string): string => clip(plain(label).trim(), 80) || '…';
