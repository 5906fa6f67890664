import type { Stocked } from '../core/benefit';
import { mayNotDoTasks } from '../core/task';
import { commandTyped, understand, type Wish } from '../core/understand';
import { isForOthersToo } from '../core/views/asking';
import { type Chosen, ready } from '../core/views/assigning';
import { notForOthers, offer, unclear } from '../core/views/understood';
import { type Acting, meantIn, namedOf } from './acting';
import { act } from './acts';
import type { DrawnLists } from './list';
import { offeredTo } from './perhaps';
import { type Here, keepsStock, no, type Of, type Shown, type Verb } from './verb';
import type { Verbs } from './verbs';
import { everybodyCalled, mentionIn, personCalled } from './whom';

/**
 * Typed words: understood as far as they can be, and then the same as the button that means it. Whatever was not said in our own words
 * does nothing by itself: at most it shows something, or a card with a button.
 */
export const sayWith =
  (lists: DrawnLists, carryOut: Verbs['carryOut']): Verb<'say'> =>
  async (here, { text, dialog }) => {
    const { words } = here.view;
    const typed = commandTyped(text);
    // A form opens at once from a slash command; from a message the card comes first, and its button opens the form.
    if (typed) return typed.type === 'away-form' && !dialog ? readyToLeave(here) : carryOut(here, typed);

    const catalogue = await lists.catalogue(here.ledger);
    const acting: Acting = { here, catalogue, dialog, carryOut };
    const understood = understand(text, catalogue.map(namedOf));
    switch (understood.is) {
      case 'command':
        return understood.command.type === 'away-form'
          ? readyToLeave(here)
          : carryOut(here, understood.command);
      case 'to-press': {
        const { back, backTitle, link, linkTitle } = words.offer;
        return understood.command.type === 'back'
          ? ready(here.view, backTitle, back, words.buttons.back, understood.command)
          : ready(here.view, linkTitle, link, words.buttons.link, understood.command);
      }
      case 'to-do':
        return act(acting, understood);
      case 'benefit':
        return wish(acting, understood);
      case 'perhaps': {
        const offered = await offeredTo(acting, understood.meanings);
        return offered.length > 0 ? offer(here.view, offered, false) : unclear(here.view, keepsStock(here));
      }
      case 'unclear':
        return unclear(here.view, keepsStock(here));
    }
  };

const readyToLeave = ({ view }: Here): Shown =>
  ready(view, view.words.away.formTitle, view.words.away.ready, view.words.buttons.away, {
    type: 'away-form',
  });

/** A benefit is asked for, or looked at. */
async function wish(a: Acting, { wants, benefits, sure, quantity, to }: Wish): Promise<Shown> {
  const { here, catalogue, dialog, carryOut } = a;
  const { words } = here.view;
  const whom = to === undefined ? undefined : await beneficiary(here, to);
  if (whom && 'refusal' in whom) return no(here, whom.refusal);
  // A form can open at once from a slash command; from a message the card comes first, and its button opens the form.
  const type = wants === 'ask' && dialog ? 'ask' : 'show';
  const press = ({ id }: Stocked): Of<'show'> | Of<'ask'> => ({
    type,
    benefit: id,
    ...(quantity && { quantity }),
    ...(whom && { person: whom.ref }),
  });
  const offered = meantIn(catalogue, benefits);
  const [only, ...others] = offered;
  if (only && others.length === 0 && sure) {
    if (!whom || isForOthersToo(only)) return carryOut(here, press(only));
    // A key comes to whoever asks for it; an admin gives it without being asked.
    if (mayNotDoTasks(here.speaker)) return notForOthers(here.view, only.name, whom.name);
    return act(a, { is: 'to-do', act: 'assign', to: to as string, of: only.name, benefits, sure });
  }
  const label = ({ name }: Stocked) => (wants === 'ask' && !sure ? words.offer.acts.ask(name) : name);
  return offer(
    here.view,
    offered.map((one) => ({ label: label(one), press: press(one) })),
    sure,
  );
}

/** For whom something is asked; nobody where the words name nobody we know: "for drawings" says what for. */
async function beneficiary(
  here: Here,
  said: string,
): Promise<Chosen | Extract<Awaited<ReturnType<typeof personCalled>>, { is: 'not-clear' }> | undefined> {
  const [called, ...others] = await everybodyCalled(here, said);
  const whom = await personCalled(
    here,
    called && others.length === 0 ? called : { said, people: [] },
    'look',
  );
  if (whom.is === 'somebody')
    return whom.person.id === here.speaker.id
      ? undefined
      : { ref: `person:${whom.person.id}`, name: whom.person.name };
  return whom.refusal.why === 'unknown-person' && !mentionIn(said) ? undefined : whom;
}
