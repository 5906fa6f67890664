import type { Block } from '../card';
import type { Unsettled } from '../scarce';
import type { View } from './catalogue';

/** What waits for an admin without being a task, a line each with the way to it; nothing where all is settled. */
export const unsettledRows = ({ words }: View, { differences, scarce }: Unsettled, most: number): Block[] => [
  ...(differences > 0
    ? [
        {
          type: 'row',
          title: words.unsettled.differences(differences),
          text: words.differences.states.open,
          button: { label: words.buttons.showDifferences, press: { type: 'differences' } },
        } as const,
      ]
    : []),
  ...scarce.slice(0, most).map(
    ({ id, name, waiting, needs }): Block => ({
      type: 'row',
      title: words.unsettled.waiting(name, waiting),
      text: words.unsettled.needs[needs],
      button: { label: words.buttons.holders, about: name, press: { type: 'holders', benefit: id } },
    }),
  ),
];
