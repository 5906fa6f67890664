import { gone, unavailable } from '../core/available';
import type { Benefit, Stocked } from '../core/benefit';
import type { Card, Choice, LookedUp } from '../core/card';
import { benefitsLike, mostLookedUp } from '../core/look-up';
import { normalName } from '../core/product-name';
import { isInPortal } from '../core/reconcile';
import { isOpen } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import { isForOthersToo } from '../core/views/asking';
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
    const choices = (of: Sought) => benefitChoices(lists, here, of, '');
    if (!person) return pickForm(here.view, await choices('benefits'));
    const chosen = await chosenBy(here, person);
    const whom = { ref: person, ...('name' in chosen && { name: chosen.name }) };
    return pickForm(here.view, await choices('for-others'), whom);
  };

/** Opens the form in which an admin looks for somebody. */
export const pickPerson: Verb<'pick-person'> = (here) => pickingPerson(here, '');

/** What fits what somebody is typing: of benefits what can be asked for or a file can go to, of people whom an admin may look at, of requests one's own. */
export const suggestWith =
  (lists: DrawnLists): Verb<'suggest'> =>
  async (here, { of, typed }) => {
    if (of === 'requests') return ownToShare(here, typed);
    if (of === 'people') return pickingPerson(here, typed);
    return pickForm(here.view, await benefitChoices(lists, here, of, typed));
  };

async function ownToShare({ ledger, speaker, view }: Here, typed: string): Promise<Card> {
  const open = (await ledger.requestsOf(speaker.id)).filter(isOpen);
  const found = benefitsLike(typed, open, ({ benefit }) => namedOf(benefit));
  return requestsToShare(view, found.slice(0, mostLookedUp));
}

/** The benefits of this sort that fit what somebody is typing, the first of them. */
export async function benefitChoices(
  lists: DrawnLists,
  here: Here,
  of: Sought,
  typed: string,
): Promise<Choice[]> {
  const given = await offered(lists, here, of);
  return benefitsLike(typed, given, namedOf)
    .slice(0, mostLookedUp)
    .map((benefit) => inWords(here, benefit, given));
}

/** One of the benefits of this sort, as it was offered; undefined where it is none. */
export async function choiceOf(
  lists: DrawnLists,
  here: Here,
  of: Sought,
  id: string,
): Promise<Choice | undefined> {
  const given = await offered(lists, here, of);
  const benefit = given.find((one) => one.id === id);
  return benefit && inWords(here, benefit, given);
}

type Sought = Exclude<LookedUp, 'people'>;

/** What can be asked for today; or where keys or subscriptions can go: to what begins later too. */
async function offered(lists: DrawnLists, { ledger, view }: Here, of: Sought): Promise<Stocked[]> {
  const all = await lists.catalogue(ledger);
  switch (of) {
    case 'benefits':
      return all.filter((benefit) => !unavailable(benefit, view.now));
    case 'for-others':
      return all.filter((benefit) => !unavailable(benefit, view.now) && isForOthersToo(benefit));
    case 'keyed':
      return all.filter((benefit) => benefit.delivery === 'key' && !gone(benefit, view.now));
    case 'in-portal':
      return all.filter((benefit) => isInPortal(benefit) && !gone(benefit, view.now));
  }
}

/** Where several bear a name, with the package that it is of. */
function inWords({ view: { words } }: Here, { id, name, package: pack }: Benefit, all: Benefit[]): Choice {
  const isOneOfMany = all.filter((one) => normalName(one.name) === normalName(name)).length > 1;
  return {
    value: id,
    label: isOneOfMany
      ? words.aside(name, words.list([pack.name, `${words.day(pack.starts)} – ${words.day(pack.ends)}`]))
      : name,
  };
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
