import type { Block, Card } from '../../core/card';
import { chartsOf } from '../pictures/pictures';
import { clip } from './text';

/**
 * The most bytes of JSON for a card with all that is sent around it. Teams documents 28 KB for cards of connectors and more for bots
 * (https://learn.microsoft.com/microsoftteams/limits-specifications-teams, 2026-11); we stay below the smallest number. Counted in UTF-8,
 * which is the stricter count: in UTF-16 the same text is at most twice as long, far below the 100 KB of a bot's message.
 */
export const mostBytes = 27_000;

/** How many characters of a paragraph are kept, from one attempt to the next. */
const lengths = [4_000, 1_000, 400, 160, 60];

/**
 * Makes a card small enough: pictures go first, the last one before the others, as their numbers stand beside them; then long texts are shortened, then lines are left out from the end, what can be pressed or filled in
 * last of all. What is missing is marked with the sign ….
 * @param draw what would be sent for a card.
 */
export function fitted(card: Card, draw: (card: Card) => object): object {
  const fits = (candidate: Card): object | undefined => {
    const drawn = draw(candidate);
    return Buffer.byteLength(JSON.stringify(drawn)) <= mostBytes ? drawn : undefined;
  };

  for (let most = chartsOf(card).length; most >= 0; most -= 1) {
    const drawn = fits(withCharts(card, most));
    if (drawn) return drawn;
  }
  const words = withCharts(card, 0);
  for (const most of lengths) {
    const shorter = fits(shortened(words, most));
    if (shorter) return shorter;
  }
  return withFewerBlocks(shortened(words, lengths.at(-1) as number), fits);
}

/** The same with so many of its charts, the first ones. */
function withCharts(card: Card, most: number): Card {
  const gone = new Set<Block>(chartsOf(card).slice(most));
  return gone.size === 0 ? card : { ...card, blocks: card.blocks.filter((block) => !gone.has(block)) };
}

function shortened(card: Card, most: number): Card {
  const cut = (text: string) => clip(text, most);
  const blocks = card.blocks.map((block): Block => {
    switch (block.type) {
      case 'text':
      case 'heading':
        return { ...block, text: cut(block.text) };
      case 'facts':
        return { ...block, facts: block.facts.map(([label, value]) => [cut(label), cut(value)]) };
      case 'row':
        return { ...block, title: cut(block.title), text: cut(block.text) };
      case 'search':
        return { ...block, label: cut(block.label), hint: cut(block.hint) };
      case 'form':
        return {
          ...block,
          fields: block.fields.map((field) => ({
            ...field,
            label: cut(field.label),
            ...(field.hint === undefined ? {} : { hint: cut(field.hint) }),
            ...(field.kind === 'choice' || field.kind === 'lookup'
              ? { choices: field.choices.map(({ value, label }) => ({ value, label: cut(label) })) }
              : {}),
          })),
        };
      // What is copied letter by letter is whole or not there at all.
      case 'copy':
      case 'code':
      case 'buttons':
      case 'chart':
        return block;
    }
  });
  return { ...card, title: cut(card.title), blocks };
}

/** Keeps as many of the first blocks as fit; what can be pressed, filled in or copied is given up only after all the rest. */
function withFewerBlocks(card: Card, fits: (card: Card) => object | undefined): object {
  const acts = ({ type }: Block) =>
    type === 'buttons' || type === 'form' || type === 'search' || type === 'code' || type === 'copy';
  const firstToGo = [
    ...card.blocks.filter((block) => !acts(block)).reverse(),
    ...card.blocks.filter(acts).reverse(),
  ];
  const without = (count: number): Card => {
    const gone = new Set(firstToGo.slice(0, count));
    const firstGone = card.blocks.find((block) => gone.has(block));
    const missing: Block = { type: 'text', text: '…', weak: true };
    const blocks = card.blocks.flatMap((block) => {
      if (block === firstGone) return [missing];
      return gone.has(block) ? [] : [block];
    });
    return { ...card, blocks };
  };

  let fewest = 0;
  let most = firstToGo.length;
  while (fewest < most) {
    const middle = Math.floor((fewest + most) / 2);
    if (fits(without(middle))) most = middle;
    else fewest = middle + 1;
  }
  const drawn = fits(without(fewest));
  if (!drawn) throw new Error('an empty card is larger than a card may be');
  return drawn;
}
