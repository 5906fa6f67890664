/** An element of an adaptive card, as it travels. */
export type Json = Record<string, unknown>;

/**
 * Words without what could make them look like other words: control characters and marks that turn the direction of writing;
 * and without `{{…}}`, which a card would compute (date and time functions).
 */
export function plain(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
      .replaceAll('{{', '{\u200B{')
  );
}

/** Shortens to so many characters, the sign … included; never through the middle of one. */
export function clip(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

type Look = { size?: 'Large' | 'Medium'; weight?: 'Bolder'; isSubtle?: true; fontType?: 'Monospace' };

/**
 * Text exactly as it was written, one element a line. Teams reads markdown in a TextBlock and in a FactSet, but never in a RichTextBlock:
 * what a person wrote cannot become a link, a mention or a picture in it.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format (2026-11)
 */
export function lines(text: string, look: Look = {}, spacing?: 'None' | 'Small'): Json[] {
  return plain(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, n) => ({
      type: 'RichTextBlock',
      inlines: [run(line, look)],
      ...(n > 0 ? { spacing: 'None' } : spacing ? { spacing } : {}),
    }));
}

/** A piece of a line. */
export const run = (text: string, look: Look = {}): Json => ({
  type: 'TextRun',
  text: plain(text).replaceAll('\n', ' '),
  ...look,
});

/** Nothing in it that markdown or a client's own eagerness to link could take for more than words. */
const mereWords = /^(?!\s*([-+>#]|\d+[.)]\s))(?!.*(https?:|www\.))[^[\]{}*_`~\\<>&@|\n]*$/i;

/** A heading that screen readers announce as one; a heading with marks in it is drawn as mere text of the same size. */
export function heading(text: string, size: 'Large' | 'Medium'): Json[] {
  const words = plain(text).trim();
  if (words === '') return [];
  return mereWords.test(words)
    ? [{ type: 'TextBlock', text: words, size, weight: 'Bolder', wrap: true, style: 'heading' }]
    : lines(words, { size, weight: 'Bolder' });
}
