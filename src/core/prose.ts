import { withoutKey } from './key-text';
import { removedText } from './retention';

/** Signs that no screen shows or that change how text runs: controls, directional overrides, halves of characters. */
const unseemly = /\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

/**
 * What a person wrote, fit to be stored and shown: nothing in it hides, reverses or breaks what stands around it, and a key that was
 * typed or pasted into it is gone, because others read it. So is the sign that stands for words which were removed: nobody writes that.
 */
export const tidyProse = (text: string): string =>
  withoutKey(
    text
      .replace(/\r\n?/g, '\n')
      .replaceAll(removedText, '')
      .replace(unseemly, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
      .trim(),
  );

/** Cuts a text to a number of characters (UTF-16 units) and shows that it was cut. Never halves a character: no database keeps half of one. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Text of which something can be seen. */
export const isVisible = (text: string): boolean => text.replace(/[\p{Cf}\s]/gu, '') !== '';
