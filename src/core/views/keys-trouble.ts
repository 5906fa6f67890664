import type { Card } from '../card';
import type { Holding } from '../holding';
import type { MissingKeys, Unreadable } from '../keys-trouble';
import type { View } from './catalogue';

/** To the admins: the bot cannot get at its own keys, what is missing, and how it is put right. */
export const keysMissing = ({ words, locale }: View, { missing }: { missing: MissingKeys }): Card => ({
  title: words.keysTrouble.missing,
  blocks: [
    {
      type: 'text',
      text:
        'number' in missing
          ? words.keysTrouble.lacks[missing.is](missing.number)
          : words.keysTrouble.lacks[missing.is],
    },
    { type: 'text', text: words.keysTrouble.putRight[missing.is] },
    { type: 'text', text: words.keysTrouble.goesOn },
  ],
  place: 'here',
  locale,
});

/** To the admins: the key of one holder cannot be opened. */
export const keyUnreadable = (
  { words, locale }: View,
  a: { holding: Holding; is: Unreadable; incident: string },
): Card => ({
  title: words.keysTrouble.unreadable(a.holding.benefit.name),
  blocks: [
    { type: 'text', text: words.keysTrouble.why[a.is] },
    {
      type: 'facts',
      facts: [
        [words.fields.person, a.holding.person.name],
        [words.keysTrouble.incident, a.incident],
      ],
    },
    { type: 'text', text: words.keysTrouble.toDo },
  ],
  place: 'here',
  locale,
});
