import type { Stocked } from '../core/benefit';
import type { Card } from '../core/card';
import type { Command } from '../core/command';
import { mayNotDoTasks } from '../core/task';
import type { ToDo } from '../core/understand';
import { type Chosen, mostAtOnce, ready } from '../core/views/assigning';
import { offer } from '../core/views/understood';
import { type Acting, chosenCalled, meantIn, oneCalled } from './acting';
import { toReturn, toTake } from './holdings-meant';
import { no, type Shown } from './verb';
import { everybodyCalled, mentionIn, spelled } from './whom';

/** What anybody may ask to be done; the rest is for admins. */
const forEverybody: Array<ToDo['act']> = ['return', 'cancel'];

/** Carries out what typed words ask to be done with what people have: mostly it opens the form that asks for the rest. */
export async function act(a: Acting, toDo: ToDo): Promise<Shown> {
  const { here } = a;
  const mayNot = forEverybody.includes(toDo.act) ? undefined : mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  switch (toDo.act) {
    case 'return':
      return toReturn(a, toDo);
    case 'cancel':
      return toCancel(a, toDo);
    case 'assign':
      return toAssign(a, toDo);
    case 'remove':
      return toTake(a, toDo);
    case 'reassign':
      // Whoever is to lose it may not have been named: they are among those who hold it.
      return toDo.from === '' ? toLookWhoHolds(a, toDo) : toTake(a, toDo);
    case 'holdings':
      return toLookAt(a, toDo);
    case 'holders':
      return toLookWhoHolds(a, toDo);
  }
}

/** Who holds a benefit, or held it on a day. */
function toLookWhoHolds(
  a: Acting,
  toDo: Extract<ToDo, { act: 'holders' | 'reassign' }>,
): Promise<Shown> | Shown {
  const { here, catalogue, carryOut } = a;
  const on = toDo.act === 'holders' ? toDo.on : undefined;
  if (typeof on === 'object') return no(here, { why: 'unread-day', said: on.unread });
  const press = ({ id }: Stocked): Command => ({ type: 'holders', benefit: id, ...(on && { on }) });
  const [only, ...others] = meantIn(catalogue, toDo.benefits);
  if (only && others.length === 0 && toDo.sure) return carryOut(here, press(only));
  return several(a, toDo, 'holders', press);
}

/** Several benefits fit, or none does. */
function several(
  { here, catalogue }: Acting,
  { benefits, sure }: ToDo,
  act: 'holders' | 'assign',
  press: (benefit: Stocked) => Command,
): Card {
  const label = here.view.words.offer.acts[act];
  return offer(
    here.view,
    meantIn(catalogue, benefits).map((one) => ({ label: label(one.name), press: press(one) })),
    sure,
  );
}

/** The one request that is meant, in full; else all of them, each with the button that takes it back. */
async function toCancel(
  { here, carryOut }: Acting,
  { benefits, sure }: Extract<ToDo, { act: 'cancel' }>,
): Promise<Shown> {
  const [only, ...others] = (await here.ledger.requestsOf(here.speaker.id)).filter(
    ({ state, benefit }) => state === 'pending' && benefits.includes(benefit.id),
  );
  return only && others.length === 0 && sure
    ? carryOut(here, { type: 'review', request: only.id })
    : carryOut(here, { type: 'requests' });
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
  if (!sure) return several(a, toDo, 'assign', press);
  const names = words.list(chosen.map(({ name }) => name));
  const text = names === '' ? words.assigning.readyForm : words.assigning.ready(only.name, names);
  return ready(here.view, words.assigning.title(only.name), text, words.buttons.assign, press(only));
}

/** A button of Slack carries 2,000 characters ("Block Kit reference", button element, value): so many references of people. */
const mostOnButton = 40;

/** What somebody has or had. Whoever is asked about a day of the past may have left since. */
async function toLookAt(
  { here, carryOut }: Acting,
  { whose, on }: Extract<ToDo, { act: 'holdings' }>,
): Promise<Shown> {
  if (typeof on === 'object') return no(here, { why: 'unread-day', said: on.unread });
  const ever = () => (mentionIn(whose) ? [] : here.ledger.everybodyEverCalled(whose));
  const known = on ? await ever() : [];
  const [only, ...others] = known;
  if (only && others.length > 0)
    return no(here, { why: 'which-person', said: whose, names: known.map(spelled) });
  const one = only ? { ref: `person:${only.id}` } : await oneCalled(here, whose);
  if ('refusal' in one) {
    if (one.refusal.why !== 'unknown-person') return no(here, one.refusal);
    const [left, ...more] = await ever();
    const isGone = left && !left.active && more.length === 0;
    return no(here, isGone ? { why: 'has-left', person: left.name } : one.refusal);
  }
  return carryOut(here, { type: 'person', person: one.ref, ...(on && { on }) });
}
