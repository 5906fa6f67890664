import type { Stocked } from '../core/benefit';
import type { Card } from '../core/card';
import type { Command } from '../core/command';
import { benefitsNamed, type NamedBenefit } from '../core/find-benefit';
import type { Holding } from '../core/holding';
import type { Called } from '../core/names';
import type { Refusal } from '../core/refusal';
import type { BenefitInRequest } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import type { ToDo } from '../core/understand';
import { type Chosen, mostAtOnce, ready, whichOne } from '../core/views/assigning';
import { offer } from '../core/views/catalogue';
import type { KnownPerson } from '../store/people';
import { chosenBy } from './assign';
import { type Here, no, type Shown } from './verb';
import type { Verbs } from './verbs';
import { everybodyCalled, mentionIn, personCalled, spelled } from './whom';

/** Where typed words about what people have are carried out. `dialog`: a form can be opened at once. */
export interface Acting {
  here: Here;
  catalogue: Stocked[];
  dialog: boolean;
  carryOut: Verbs['carryOut'];
}

/** A benefit as words can name it. */
export const namedOf = ({
  id,
  name,
  category,
  delivery,
}: Pick<BenefitInRequest, 'id' | 'name' | 'category' | 'delivery'>): NamedBenefit => ({
  id,
  name,
  category,
  keyed: delivery === 'key',
});

/** Carries out what typed words ask to be done with what people have: mostly it opens the form that asks for the rest. */
export async function act(a: Acting, toDo: ToDo): Promise<Shown> {
  const { here, catalogue, carryOut } = a;
  const mayNot = toDo.act === 'return' || toDo.act === 'holders' ? undefined : mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  switch (toDo.act) {
    case 'return':
      return toReturn(a, toDo);
    case 'assign':
      return toAssign(a, toDo);
    case 'remove':
    case 'reassign':
      return toTake(a, toDo);
    case 'holdings':
      return toLookAt(a, toDo);
    case 'holders': {
      const press = ({ id }: Stocked): Command => ({
        type: 'holders',
        benefit: id,
        ...(toDo.on && { on: toDo.on }),
      });
      const [only, ...others] = meantIn(catalogue, toDo.benefits);
      if (only && others.length === 0 && toDo.sure) return carryOut(here, press(only));
      return several(a, toDo, here.view.words.buttons.holders, press);
    }
  }
}

const meantIn = (catalogue: Stocked[], ids: string[]): Stocked[] =>
  ids.flatMap((id) => catalogue.find((benefit) => benefit.id === id) ?? []);

/** Several benefits fit, or none does. */
function several(
  { here, catalogue }: Acting,
  { benefits, sure }: ToDo,
  label: string,
  press: (benefit: Stocked) => Command,
): Card {
  const meant = meantIn(catalogue, benefits);
  if (meant.length === 0) return offer(here.view, [], false, 'show');
  const { words } = here.view;
  return whichOne(
    here.view,
    sure,
    meant.map((one) => ({
      title: one.name,
      text: words.categories[one.category],
      label,
      press: press(one),
    })),
  );
}

async function toAssign(a: Acting, toDo: Extract<ToDo, { act: 'assign' }>): Promise<Shown> {
  const { here, catalogue, dialog, carryOut } = a;
  const { words } = here.view;
  const chosen: Chosen[] = [];
  const named = await everybodyCalled(here, toDo.to);
  const given = new Set(named.map(({ said }) => said)).size;
  if (given > mostAtOnce) return no(here, { why: 'too-many-people', given, most: mostAtOnce });
  for (const called of named) {
    const one = await chosenCalled(here, called);
    if ('refusal' in one) return no(here, one.refusal);
    if (!chosen.some(({ ref }) => ref === one.ref)) chosen.push(one);
  }
  const people = chosen.map(({ ref }) => ref);
  const press = ({ id }: Stocked): Command => ({
    type: 'assign-form',
    benefit: id,
    ...(people.length > 0 && { people }),
  });
  const [only, ...others] = meantIn(catalogue, toDo.benefits);
  const sure = only && others.length === 0 && toDo.sure;
  if (sure && dialog) return carryOut(here, press(only));
  if (people.length > mostOnButton)
    return no(here, {
      why: 'too-many-for-a-button',
      given: people.length,
      most: mostOnButton,
      ...(only && { benefit: only.name }),
    });
  if (!sure) return several(a, toDo, words.buttons.assign, press);
  const names = words.list(chosen.map(({ name }) => name));
  const text = names === '' ? words.assigning.readyForm : words.assigning.ready(only.name, names);
  return ready(here.view, words.assigning.title(only.name), text, words.buttons.assign, press(only));
}

/** A button of Slack carries 2,000 characters ("Block Kit reference", button element, value): so many references of people. */
const mostOnButton = 40;

/** Somebody as words name them, without meeting anybody: a mention keeps the reference of its platform where nobody knows it yet. */
async function chosenCalled(here: Here, called: Called<KnownPerson>): Promise<Chosen | { refusal: Refusal }> {
  const mention = mentionIn(called.said);
  if (mention) return chosenBy(here, mention);
  const { id, name } = here.speaker;
  if (/^(?:me|myself|我|我自己)$/i.test(called.said)) return { ref: `person:${id}`, name };
  const whom = await personCalled(here, called, 'look');
  return whom.is === 'somebody'
    ? { ref: `person:${whom.person.id}`, name: whom.person.name }
    : { refusal: whom.refusal };
}

/** What somebody has or had. Whoever is asked about a day of the past may have left since. */
async function toLookAt(
  { here, carryOut }: Acting,
  { whose, on }: Extract<ToDo, { act: 'holdings' }>,
): Promise<Shown> {
  const known = on && !mentionIn(whose) ? await here.ledger.everybodyEverCalled(whose) : [];
  const [only, ...others] = known;
  if (only && others.length > 0)
    return no(here, { why: 'which-person', said: whose, names: known.map(spelled) });
  const one = only ? { ref: `person:${only.id}` } : await oneCalled(here, whose);
  if ('refusal' in one) return no(here, one.refusal);
  return carryOut(here, { type: 'person', person: one.ref, ...(on && { on }) });
}

/** The one person whom words name. */
async function oneCalled(here: Here, said: string): Promise<Chosen | { refusal: Refusal }> {
  const [only, ...others] = await everybodyCalled(here, said);
  return chosenCalled(here, only && others.length === 0 ? only : { said, people: [] });
}

async function toReturn(a: Acting, toDo: Extract<ToDo, { act: 'return' }>): Promise<Shown> {
  const { here } = a;
  const { words } = here.view;
  const held = await here.ledger.holdingsOf(here.speaker.id);
  if (toDo.of === '' && held.length === 0) return a.carryOut(here, { type: 'mine' });
  const fitting = toDo.of === '' ? { holdings: held, sure: true } : amongHeld(held, toDo);
  return chooseHolding(a, toDo, fitting, here.speaker.name, ({ id, benefit }) => ({
    label: words.buttons.return,
    press: { type: 'return-form', holding: id },
    text: words.assigning.returnReady(benefit.name),
  }));
}

async function toTake(a: Acting, toDo: Extract<ToDo, { act: 'remove' | 'reassign' }>): Promise<Shown> {
  const { here } = a;
  const { words } = here.view;
  const from = await oneCalled(here, toDo.from);
  if ('refusal' in from) return no(here, from.refusal);
  const to = toDo.act === 'reassign' ? await oneCalled(here, toDo.to) : undefined;
  if (to && 'refusal' in to) return no(here, to.refusal);

  // Somebody whom we have not met holds nothing.
  const held = from.ref.startsWith('person:')
    ? await here.ledger.holdingsOf(from.ref.slice('person:'.length))
    : [];
  return chooseHolding(a, toDo, amongHeld(held, toDo), from.name, ({ id, benefit }) =>
    to
      ? {
          label: words.buttons.reassign,
          press: { type: 'reassign-form', holding: id, person: to.ref },
          text: words.assigning.moveReady(benefit.name, from.name, to.name),
        }
      : {
          label: words.buttons.remove,
          press: { type: 'remove-form', holding: id },
          text: words.assigning.removeReady(benefit.name, from.name),
        },
  );
}

/** The holdings whose benefit was meant: of those that the words name surely, else of those that come near among what is held. */
function amongHeld(held: Holding[], { of, benefits, sure }: ToDo): { holdings: Holding[]; sure: boolean } {
  const exactly = held.filter(({ benefit }) => benefits.includes(benefit.id));
  if (exactly.length > 0) return { holdings: exactly, sure };
  const near = benefitsNamed(
    of,
    held.map(({ benefit }) => namedOf(benefit)),
  );
  return { holdings: held.filter(({ benefit }) => near.benefits.includes(benefit.id)), sure: false };
}

function chooseHolding(
  { here, catalogue, dialog, carryOut }: Acting,
  { benefits }: ToDo,
  { holdings, sure }: { holdings: Holding[]; sure: boolean },
  person: string,
  meaning: (holding: Holding) => { label: string; press: Command; text: string },
): Promise<Shown> | Shown {
  const { view } = here;
  const [only, ...others] = holdings;
  if (!only) {
    const [meant] = meantIn(catalogue, benefits);
    return meant
      ? no(here, { why: 'not-held', person, benefit: meant.name })
      : offer(view, [], false, 'show');
  }
  if (others.length > 0 || !sure) {
    const since = ({ since, approvedBy, way }: Holding) =>
      view.words.mine.since[way](view.words.moment(since), approvedBy.name);
    return whichOne(
      view,
      sure,
      holdings.map((one) => ({ ...meaning(one), title: one.benefit.name, text: since(one) })),
    );
  }
  const { label, press, text } = meaning(only);
  return dialog ? carryOut(here, press) : ready(view, only.benefit.name, text, label, press);
}
