import type { Stocked } from '../core/benefit';
import type { CommandType } from '../core/command';
import type { Day } from '../core/time';
import type { Meaning, ToDo, Wish } from '../core/understand';
import { isForOthersToo } from '../core/views/asking';
import type { Chosen } from '../core/views/assigning';
import type { Offered } from '../core/views/understood';
import { type Acting, meantIn, oneCalled } from './acting';
import { amongHeld } from './holdings-meant';
import { type Here, keepsStock } from './verb';

/** What is refused to anybody but an admin, of what words that are not our own can lead to. */
export const forAdmins: ReadonlySet<CommandType> = new Set([
  'tasks',
  'stock',
  'people',
  'calendar',
  'report',
  'differences',
  'ledger',
  'holders',
  'assign-form',
  'remove-form',
  'reassign-form',
  'person',
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
    case 'benefit':
      return wishButtons(here, catalogue, meaning);
    case 'to-do':
      return toDoButtons(here, catalogue, meaning);
  }
}

/** A key comes to whoever asks for it: for somebody else an admin assigns it. */
async function wishButtons(here: Here, catalogue: Stocked[], wish: Wish): Promise<Offered[]> {
  const { acts, withPerson } = here.view.words.offer;
  const { wants, benefits, quantity, to } = wish;
  const whom = wants === 'ask' ? await somebody(here, to) : undefined;
  return meantIn(catalogue, benefits).map((one): Offered => {
    const { id, name } = one;
    if (!whom)
      return { label: acts[wants](name), press: { type: wants, benefit: id, ...(quantity && { quantity }) } };
    return isForOthersToo(one)
      ? { label: withPerson.ask(name, whom.name), press: { type: 'ask', benefit: id, person: whom.ref } }
      : {
          label: withPerson.assign(name, whom.name),
          press: { type: 'assign-form', benefit: id, people: [whom.ref] },
        };
  });
}

async function toDoButtons(here: Here, catalogue: Stocked[], meaning: ToDo): Promise<Offered[]> {
  const { offer } = here.view.words;
  const everybody: Offered = { label: offer.commands.people, press: { type: 'people' } };
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
        press: { type: 'holders', benefit: id, ...dayOf(meaning) },
      }));
    case 'cancel':
      return [{ label: offer.commands.requests, press: { type: 'requests' } }];
    case 'assign': {
      const whom = await somebody(here, meaning.to);
      return meantIn(catalogue, meaning.benefits).map(({ id, name }) => ({
        label: whom ? offer.withPerson.assign(name, whom.name) : offer.acts.assign(name),
        press: { type: 'assign-form', benefit: id, ...(whom && { people: [whom.ref] }) },
      }));
    }
    case 'reassign':
    case 'remove': {
      const buttons = await takingButtons(here, meaning);
      return buttons.length > 0 ? buttons : [everybody];
    }
    case 'holdings': {
      const whom = await somebody(here, meaning.whose);
      if (!whom) return [everybody];
      const press = { type: 'person', person: whom.ref, ...dayOf(meaning) } as const;
      return [{ label: offer.withPerson.holdings(whom.name), press }];
    }
  }
}

/** The day that was asked about. Words that are none lead to what is so now, which its button says. */
const dayOf = ({ on }: Extract<ToDo, { act: 'holders' | 'holdings' }>): { on?: Day } =>
  typeof on === 'string' ? { on } : {};

/** What is taken from somebody, of what they have; nothing where it is not known from whom, or to whom it goes. */
async function takingButtons(
  here: Here,
  meaning: Extract<ToDo, { act: 'reassign' | 'remove' }>,
): Promise<Offered[]> {
  const { withPerson } = here.view.words.offer;
  const from = keepsStock(here) ? await somebody(here, meaning.from) : undefined;
  const to = meaning.act === 'reassign' ? await somebody(here, meaning.to) : undefined;
  if (!from?.ref.startsWith('person:') || (meaning.act === 'reassign' && !to)) return [];
  const held = await here.ledger.holdingsOf(from.ref.slice('person:'.length));
  return amongHeld(held, meaning).holdings.map(({ id, benefit }) =>
    to
      ? {
          label: withPerson.reassign(benefit.name, to.name),
          press: { type: 'reassign-form', holding: id, person: to.ref },
        }
      : { label: withPerson.remove(benefit.name, from.name), press: { type: 'remove-form', holding: id } },
  );
}

/** Who is called so, where exactly one of ours is. */
async function somebody(here: Here, said: string | undefined): Promise<Chosen | undefined> {
  if (!said) return undefined;
  const one = await oneCalled(here, said);
  return 'refusal' in one ? undefined : one;
}
