import type { Card } from '../card';
import type { View } from './catalogue';

/** A one-time code, to be typed in the other chat. */
export const linkCode = ({ words, locale }: View, code: string): Card => ({
  title: words.link.title,
  blocks: [
    { type: 'text', text: words.link.text },
    { type: 'copy', label: words.link.code, text: `link ${code}` },
  ],
  place: 'here',
  locale,
});

/** Both accounts are one person's from now on. */
export const linked = ({ words, locale }: View): Card => ({
  title: words.link.linked,
  blocks: [{ type: 'text', text: words.link.linkedText }],
  place: 'here',
  locale,
});
