import type { Button, Card } from '../card';
import type { Command } from '../command';
import { mostOffered } from '../find-benefit';
import type { View } from './catalogue';

/** Something that may have been meant: what is read on its button, and what the button does. */
export interface Offered {
  label: string;
  press: Command;
}

/** Several benefits fit what was typed, or it is not sure and these come nearest: the person chooses. `sure`: the words fit each of them. */
export function offer({ words, locale }: View, choices: Offered[], sure: boolean): Card {
  const { several, nearest, nothing, title, didYouMean } = words.offer;
  const buttons = choices.slice(0, mostOffered).map(({ label, press }): Button => ({ label, press }));
  return {
    title: sure || buttons.length === 0 ? title : didYouMean,
    blocks: [
      { type: 'text', text: buttons.length === 0 ? nothing : sure ? several : nearest },
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
    place: 'here',
    locale,
  };
}

/** Nobody can tell what was meant: what can be said, and three ways to go on. `admin`: they may also ask who has something. */
export const unclear = ({ words, locale }: View, admin: boolean): Card => ({
  title: words.unclear.title,
  blocks: [
    { type: 'text', text: words.unclear.text },
    {
      type: 'text',
      text: `${words.unclear.such} ${admin ? words.unclear.examplesForAdmins : words.unclear.examples}`,
      weak: true,
    },
    {
      type: 'buttons',
      buttons: [
        { label: words.offer.commands.list, press: { type: 'list' } },
        { label: words.offer.commands.mine, press: { type: 'mine' } },
        { label: words.offer.commands.help, press: { type: 'help' } },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** A key was asked for in another's name. */
export const notForOthers = ({ words, locale }: View, benefit: string, person: string): Card => ({
  title: benefit,
  blocks: [{ type: 'text', text: words.offer.ownKey(benefit, person) }],
  place: 'here',
  locale,
});
