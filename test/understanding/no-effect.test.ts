import fc from 'fast-check';
import { effectOf } from '../../src/core/command-effects';
import { commandTyped, type Meaning, understand } from '../../src/core/understand';
import { sample, sentencesOf } from './judge';

/**
 * What was understood wrongly must do nothing: words that are not our own lead at most to something that is looked at, or to a card with
 * a button. (`to-press` and `to-do` are drawn as such cards; a form only from a slash command, and it is sent by a button.)
 */
function doesNothing(text: string): void {
  const understood = understand(text, sample);
  if (commandTyped(text) || understood.is === 'unclear') return;
  const meanings: Meaning[] = understood.is === 'perhaps' ? understood.meanings : [understood];
  expect(meanings.length).toBeLessThanOrEqual(3);
  for (const meaning of meanings)
    if (meaning.is === 'command') expect([text, effectOf[meaning.command.type]]).toEqual([text, 'reads']);
}

test('no sentence of the seen half does anything by itself', () => {
  for (const { says } of sentencesOf('seen')) doesNothing(says);
});

test('nor does any heap of their words', () => {
  const words = [...new Set(sentencesOf('seen').flatMap(({ says }) => says.split(/\s+/)))];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (some) =>
      doesNothing(some.join(' ')),
    ),
    { numRuns: 1500 },
  );
});
