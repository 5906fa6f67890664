import { addPerson as decide } from '../core/add-person';
import type { Named } from '../core/person';
import { isOpen } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import {
  people as draw,
  addPersonForm as drawForm,
  person as drawPerson,
  personAdded,
} from '../core/views/people';
import { asTheyStand } from './deciders';
import { lookBack } from './look-back';
import { no, type Verb } from './verb';
import { personNamed } from './whom';

/** Everybody. */
export const people: Verb<'people'> = async (here, { page = 1 }) => {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  return draw(here.view, await here.ledger.everybody(), page);
};

/** What one person holds, with what an admin can do about it; or what they held on a day, also when they have left since. */
export const person: Verb<'person'> = async (here, { person: ref, on, page = 1 }) => {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  const left =
    on && ref.startsWith('person:') ? await here.ledger.person(ref.slice('person:'.length)) : undefined;
  if (on && left) return lookBack(here, { is: 'person', ...named(left) }, on, page);
  const whom = await personNamed(here, ref, 'look');
  if (whom.is === 'not-clear') return no(here, whom.refusal);
  const { id } = whom.person;
  if (on) return lookBack(here, { is: 'person', ...named(whom.person) }, on, page);
  const holdings = await here.ledger.holdingsOf(id);
  const open = (await here.ledger.requestsOf(id)).filter(
    (request) => isOpen(request) && request.assignee.id === id,
  );
  return drawPerson(here.view, whom.person, holdings, await asTheyStand(here.ledger, open, here.now));
};

const named = ({ id, name }: Named): Named => ({ id, name });

/** Opens the form with which somebody is added. */
export const addPersonForm: Verb<'add-person-form'> = async (here) => {
  const mayNot = mayNotDoTasks(here.speaker);
  return mayNot ? no(here, mayNot) : drawForm(here.view, here.newId());
};

/** Somebody who has not spoken yet is added by an admin. */
export const addPerson: Verb<'add-person'> = async (here, { id, name, email }) => {
  const { ledger, speaker, view } = here;
  const taken = await ledger.whoHas(email);
  // The same form sent again: the person is there already, as it wanted.
  if (taken?.id === id && !mayNotDoTasks(speaker)) return personAdded(view, { id, name: taken.name, email });
  if (await ledger.person(id)) return no(here, { why: 'gone' });
  const decision = decide({ id, by: speaker, name, email, taken, now: view.now });
  return decision.ok
    ? here.record(decision.change, personAdded(view, decision.is))
    : no(here, decision.refusal);
};
