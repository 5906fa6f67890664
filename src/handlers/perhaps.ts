import type { Stocked } from '../core/benefit';
import type { CommandType } from '../core/command';
import type { Meaning, ToDo } from '../core/understand';
import type { Offered } from '../core/views/understood';
import { type Acting, meantIn } from './acting';
import { amongHeld } from './holdings-meant';
import { type Here, keepsStock } from './verb';

/** What is refused to anybody but an admin, of what words that are not our own can lead to. */
export const forAdmins: ReadonlySet<CommandType> = new Set([
  'tasks',
  'stock',
  'people',
  'calendar',
  'holders',
  'assign-form',
]);

/**
 * What the button of each meaning does that this person can do now: nobody gives back what they do not hold, and what is for admins is
 * offered to admins only.
 */
export async function offeredTo({ here, catalogue }: Acting, meanings: Meaning[]): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const meaning of meanings) offered.push(...(await buttonsFor(here, catalogue, meaning)));
  const allowed = keepsStock(here) ? offered : offered.filter(({ press }) => !forAdmins.has(press.type));
  return allowed.filter(({ label }, at) => allowed.findIndex((other) => other.label === label) === at);
}

async function buttonsFor(here: Here, catalogue: Stocked[], meaning: Meaning): Promise<Offered[]> {
  const { offer } = here.view.words;
  switch (meaning.is) {
    case 'command':
    case 'to-press': {
      const { command } = meaning;
      const label = offer.commands[command.type as keyof typeof offer.commands];
      return label === undefined ? [] : [{ label, press: command }];
    }
    case 'benefit': {
      const { wants, benefits, quantity } = meaning;
      return meantIn(catalogue, benefits).map(({ id, name }) => ({
        label: offer.acts[wants](name),
        press: { type: wants, benefit: id, ...(quantity && { quantity }) },
      }));
    }
    case 'to-do':
      return toDoButtons(here, catalogue, meaning);
  }
}

async function toDoButtons(here: Here, catalogue: Stocked[], meaning: ToDo): Promise<Offered[]> {
  const { offer } = here.view.words;
  switch (meaning.act) {
    case 'return': {
      const held = await here.ledger.holdingsOf(here.speaker.id);
      return amongHeld(held, meaning).holdings.map(({ id, benefit }) => ({
        label: offer.acts.return(benefit.name),
        press: { type: 'return-form', holding: id },
      }));
    }
    case 'holders':
      return meantIn(catalogue, meaning.benefits).map(({ id, name }) => ({
        label: offer.acts.holders(name),
        press: { type: 'holders', benefit: id },
      }));
    case 'cancel':
      return [{ label: offer.commands.requests, press: { type: 'requests' } }];
    case 'assign':
      return meantIn(catalogue, meaning.benefits).map(({ id, name }) => ({
        label: offer.acts.assign(name),
        press: { type: 'assign-form', benefit: id },
      }));
    case 'reassign':
    case 'remove':
    case 'holdings':
      return [{ label: offer.commands.people, press: { type: 'people' } }];
  }
}
