import { understand } from '../core/understand';
import { ready } from '../core/views/assigning';
import { offer } from '../core/views/catalogue';
import { act, namedOf } from './acts';
import type { DrawnLists } from './list';
import { no, type Verb } from './verb';
import type { Verbs } from './verbs';

/** Typed words: understood as far as they can be, and then the same as the button that means it. */
export const sayWith =
  (lists: DrawnLists, carryOut: Verbs['carryOut']): Verb<'say'> =>
  async (here, { text, dialog }) => {
    const { words } = here.view;
    const plainWord = understand(text, []);
    if (plainWord.is === 'command') {
      // A form opens at once from a slash command; from a message the card comes first, and its button opens the form.
      if (plainWord.command.type === 'away-form' && !dialog)
        return ready(here.view, words.away.formTitle, '', words.buttons.away, plainWord.command);
      return carryOut(here, plainWord.command);
    }

    const catalogue = await lists.catalogue(here.ledger);
    const understood = understand(text, catalogue.map(namedOf));
    switch (understood.is) {
      case 'command':
        return carryOut(here, understood.command);
      case 'to-do':
        return act({ here, catalogue, dialog, carryOut }, understood);
      case 'unclear':
        return no(here, { why: 'not-understood' });
      case 'benefit': {
        const [only, ...others] = understood.benefits;
        // A form can open at once from a slash command; from a message the card comes first, and its button opens the form.
        const type = understood.wants === 'ask' && dialog ? 'ask' : 'show';
        const { quantity } = understood;
        if (only && others.length === 0 && understood.sure)
          return carryOut(here, { type, benefit: only, ...(quantity && { quantity }) });
        const offered = understood.benefits.flatMap(
          (id) => catalogue.find((benefit) => benefit.id === id) ?? [],
        );
        return offer(here.view, offered, understood.sure, type);
      }
    }
  };
