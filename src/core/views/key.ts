import { type Benefit, downloadFor } from '../benefit';
import type { Block, Card } from '../card';
import type { Holding } from '../holding';
import { choiceOf, instructionsOf, type View } from './catalogue';

/** The one card that shows a key. It is drawn in a dialog and nowhere else, and never stored. */
export function keyCard(
  { words, locale }: View,
  holding: Holding,
  benefit: Pick<Benefit, 'downloadUrl' | 'instructions'>,
  key: string,
): Card {
  const instructions = instructionsOf(benefit, locale);
  const url = downloadFor(benefit, holding);
  const choice = choiceOf(words, holding);
  const blocks: Block[] = [
    {
      type: 'facts',
      facts: [[words.fields.product, [holding.benefit.name, choice].filter(Boolean).join(' · ')]],
    },
    { type: 'code', label: words.fields.key, text: key },
  ];
  if (instructions)
    blocks.push({ type: 'heading', text: words.show.instructions }, { type: 'text', text: instructions });
  if (url) {
    const label = choice ? words.show.downloadFor(choice) : words.buttons.download;
    blocks.push({ type: 'buttons', buttons: [{ label, about: holding.benefit.name, url }] });
  }
  blocks.push(
    { type: 'text', text: words.key.keep, weak: true },
    { type: 'text', text: words.key.again, weak: true },
  );
  return { title: words.key.title, blocks, place: 'dialog', locale };
}
