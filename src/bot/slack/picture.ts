import type { ImageBlock } from '@slack/types';
import { type Card, type Chart, inWords } from '../../core/card';
import { clip } from '../../core/prose';
import type { Locale } from '../../core/words';
import { limits } from './limits';
import { escaped, plain } from './text';
import type { Message } from './view';

/** The files of Slack in which the charts of a card are drawn, by their ids. */
export type Files = ReadonlyMap<Chart, string>;

/** A chart as a picture, where there is one. Only what we have drawn and brought to Slack ourselves is ever shown: never an address. */
export function pictureOf(chart: Chart, locale: Locale, files: Files | undefined): ImageBlock[] {
  const id = files?.get(chart);
  if (!id) return [];
  return [
    {
      type: 'image',
      slack_file: { id },
      title: plain(chart.legend, limits.pictureTitle),
      alt_text: clip(inWords(chart, locale), limits.altText),
    },
  ];
}

/** The pictures of a card alone, where its words stand in a message that cannot be changed any more. */
export function picturesOf(card: Card, files: Files): Message {
  return {
    text: escaped(card.title, limits.notification),
    blocks: [...files.keys()].flatMap((chart) => pictureOf(chart, card.locale, files)),
  };
}
