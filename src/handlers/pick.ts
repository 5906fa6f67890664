import { unavailable } from '../core/available';
import type { Card, Choice } from '../core/card';
import { benefitsLike, mostLookedUp } from '../core/look-up';
import { isOpen } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import { pickForm, pickPersonForm } from '../core/views/pick';
import { requestsToShare } from '../core/views/sharing';
import { namedOf } from './acting';
import { chosenBy } from './assign';
import type { DrawnLists } from './list';
import { type Here, no, type Verb } from './verb';
import { spelled } from './whom';

/** Opens the form in which a benefit is chosen, for oneself or for a colleague. */
export const pickWith =
  (lists: DrawnLists): Verb<'pick'> =>
  async (here, { person }) => {
    const choices = await benefitChoices(lists, here, '');
    if (!person) return pickForm(here.view, choices);
    const chosen = await chosenBy(here, person);
    return pickForm(here.view, choices, { ref: person, ...('name' in chosen && { name: chosen.name }) });
  };

/** Opens the form in which an admin looks for somebody. */
export const pickPerson: Verb<'pick-person'> = (here) => pickingPerson(here, '');

/** What fits what somebody is typing: of benefits what can be asked for, of people whom an admin may look at, of requests one's own. */
export const suggestWith =
  (lists: DrawnLists): Verb<'suggest'> =>
  async (here, { of, typed }) => {
    if (of === 'requests') return ownToShare(here, typed);
    if (of === 'benefits') return pickForm(here.view, await benefitChoices(lists, here, typed));
    return pickingPerson(here, typed);
  };

async function ownToShare({ ledger, speaker, view }: Here, typed: string): Promise<Card> {
  const open = (await ledger.requestsOf(speaker.id)).filter(isOpen);
  const found = benefitsLike(typed, open, ({ benefit }) => namedOf(benefit));
  return requestsToShare(view, found.slice(0, mostLookedUp));
}

/** What can be asked for that fits what somebody is typing, the first of it. */
export async function benefitChoices(
  lists: DrawnLists,
  { ledger, view }: Here,
  typed: string,
): Promise<Choice[]> {
  const given = (await lists.catalogue(ledger)).filter((benefit) => !unavailable(benefit, view.now));
  return benefitsLike(typed, given, namedOf)
    .slice(0, mostLookedUp)
    .map(({ id, name }) => ({ value: id, label: name }));
}

async function pickingPerson(here: Here, typed: string): Promise<Card> {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  const people = await here.ledger.peopleWith(typed, mostLookedUp);
  return pickPersonForm(
    here.view,
    people.map((person) => ({ value: `person:${person.id}`, label: spelled(person) })),
  );
}
