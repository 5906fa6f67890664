import { type Benefit, downloadFor } from '../benefit';
import type { Block, Button, Card } from '../card';
import { type Holding, missedDay } from '../holding';
import type { KeyType } from '../key-type';
import { dayOf } from '../time';
import { choiceOf, instructionsOf, type View } from './catalogue';
import { beforeRedeeming } from './token';

/** What there is to say of a key that does not work: the button that reports it. */
const notWorking = ({ words }: View, { id, benefit }: Holding): Button => ({
  label: words.buttons.notWorking,
  about: benefit.name,
  press: { type: 'report-form', holding: id },
});

/** The one card that shows a key, and what its type means for the holder. It is drawn in a dialog and nowhere else, and never stored. */
export function keyCard(
  view: View,
  holding: Holding,
  benefit: Pick<Benefit, 'downloadUrl' | 'instructions' | 'activateBy'>,
  { key, type }: { key: string; type: KeyType },
): Card {
  const { words, locale } = view;
  const instructions = instructionsOf(benefit, locale);
  const url = downloadFor(benefit, holding);
  const choice = choiceOf(words, holding);
  const missed = missedDay(holding, dayOf(view.now));
  const blocks: Block[] = [
    {
      type: 'facts',
      facts: [[words.fields.product, [holding.benefit.name, choice].filter(Boolean).join(' · ')]],
    },
    // A token is wasted by whoever redeems it too fast: what matters comes before it.
    ...(missed
      ? [{ type: 'text', text: words.key.missed(words.day(missed)) } as const]
      : type === 'token'
        ? beforeRedeeming(view, holding, benefit)
        : []),
    { type: 'code', label: labelOf(view, type), text: key },
    ...(type === 'token' ? [] : [{ type: 'text', text: words.key.types[type] } as const]),
  ];
  if (instructions)
    blocks.push({ type: 'heading', text: words.show.instructions }, { type: 'text', text: instructions });
  const buttons: Button[] = [];
  if (url)
    buttons.push({
      label: choice ? words.show.downloadFor(choice) : words.buttons.download,
      about: holding.benefit.name,
      url,
    });
  // An instruction is no key: nothing of it can be broken or used up.
  if (type !== 'custom') buttons.push(notWorking(view, holding));
  if (buttons.length > 0) blocks.push({ type: 'buttons', buttons });
  blocks.push(
    { type: 'text', text: type === 'custom' ? words.key.keepInstruction : words.key.keep, weak: true },
    { type: 'text', text: words.key.again, weak: true },
  );
  const title = type === 'custom' ? words.key.instructionTitle : words.key.title;
  return { title, blocks, place: 'dialog', locale };
}

const labelOf = ({ words: { fields } }: View, type: KeyType): string =>
  type === 'custom' ? fields.instruction : type === 'token' ? fields.token : fields.key;
