import type { AfterReport } from '../broken-key';
import type { Block, Card } from '../card';
import type { CheckOutcome } from '../check-key';
import type { Holding } from '../holding';
import type { View } from './catalogue';
import { reasonField } from './reason-field';

/** Asks what happened. `report`: the id that the report will have. */
export function reportForm({ words, locale }: View, { id, benefit }: Holding, report: string): Card {
  return {
    title: words.broken.title,
    blocks: [
      { type: 'text', text: words.broken.text(benefit.name) },
      {
        type: 'form',
        fields: [reasonField(words, words.broken.hint)],
        submit: words.buttons.notWorking,
        press: { type: 'report-key', report, holding: id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** The answer to a report: what becomes of the key, and whether there is another. */
export const reported = (view: View, holding: Holding, after: AfterReport): Card => ({
  title: view.words.broken.titles[after](holding.benefit.name),
  blocks: [
    { type: 'text', text: view.words.broken.texts[after] },
    ...(after === 'none-yet' || after === 'still-none' ? [] : [showKey(view, holding)]),
  ],
  // Where a window is open, it stays open: the other key is one press away.
  place: 'dialog',
  locale: view.locale,
});

/** What an admin found out about a key that was reported, and what the holder has now. */
export const keyChecked = (view: View, holding: Holding, outcome: CheckOutcome): Card => {
  const { broken } = view.words;
  return {
    title: broken.found(holding.benefit.name),
    blocks: [
      { type: 'text', text: broken.outcomes[outcome] },
      { type: 'text', text: holding.key ? broken.hasOne : broken.hasNone },
      ...(holding.key ? [showKey(view, holding)] : []),
    ],
    place: 'here',
    locale: view.locale,
  };
};

/** Another key in place of one that does not work. */
export function replaced(view: View, holding: Holding): Card {
  const { words, locale } = view;
  return {
    title: words.broken.again(holding.benefit.name),
    blocks: [{ type: 'text', text: words.broken.againText }, showKey(view, holding)],
    place: 'here',
    locale,
  };
}

const showKey = ({ words }: View, { id, benefit }: Holding): Block => ({
  type: 'buttons',
  buttons: [
    {
      label: words.buttons.showKey,
      about: benefit.name,
      style: 'primary',
      press: { type: 'show-key', holding: id },
    },
  ],
});
