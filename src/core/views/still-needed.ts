import type { Card } from '../card';
import type { Holding } from '../holding';
import type { Instant } from '../time';
import type { View } from './catalogue';

/** Do you still need it? Says until when, and what happens without an answer; once it was answered, that it is kept. */
export function stillNeeded(view: View, holding: Holding, answerBy: Instant, reminder: boolean): Card {
  if (holding.state.is !== 'inquired') return kept(view, holding);
  const { words, locale } = view;
  const { id, benefit, since } = holding;
  const title = (reminder ? words.stillNeeded.reminder : words.stillNeeded.title)(benefit.name);
  return {
    title,
    blocks: [
      { type: 'text', text: words.stillNeeded.since(words.moment(since)) },
      { type: 'text', text: words.stillNeeded.until(words.moment(answerBy)) },
      {
        type: 'buttons',
        buttons: [
          {
            label: words.buttons.stillNeed,
            about: benefit.name,
            style: 'primary',
            press: { type: 'keep', holding: id },
          },
          { label: words.buttons.return, about: benefit.name, press: { type: 'return-form', holding: id } },
        ],
      },
    ],
    place: 'here',
    locale,
  };
}

/** The holder still needs it. */
export const kept = ({ words, locale }: View, { benefit }: Holding): Card => ({
  title: words.stillNeeded.kept(benefit.name),
  blocks: [{ type: 'text', text: words.stillNeeded.keptText }],
  place: 'here',
  locale,
});
