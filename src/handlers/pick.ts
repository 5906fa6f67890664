import { unavailable } from '../core/available';
import type { Card, Choice } from '../core/card';
import { benefitsLike, mostLookedUp, peopleLike } from '../core/look-up';
import { isOpen } from '../core/request';
import { mayNotDoTasks } from '../core/task';
import { pickForm, pickPersonForm } from '../core/views/pick';
import { requestsToShare } from '../core/views/sharing';
import type { KnownPerson } from '../store/people';
import { namedOf } from './acting';
import type { DrawnLists } from './list';
import { type Here, no, type Verb } from './verb';
import { spelled } from './whom';

/** Opens the form in which a benefit is chosen, for oneself or for a colleague. */
export const pickWith =
  (lists: DrawnLists): Verb<'pick'> =>
  async (here, { person }) =>
    pickForm(here.view, await benefitChoices(lists, here, ''), person);

/** Opens the form in which an admin looks for somebody. */
export const pickPerson: Verb<'pick-person'> = async (here) => {
  const mayNot = mayNotDoTasks(here.speaker);
  return mayNot
    ? no(here, mayNot)
    : pickPersonForm(here.view, personChoices(await here.ledger.everybody(), ''));
};

/** What fits what somebody is typing: of benefits what can be asked for, of people whom an admin may look at, of requests one's own. */
export const suggestWith =
  (lists: DrawnLists): Verb<'suggest'> =>
  async (here, { of, typed }) => {
    if (of === 'requests') return ownToShare(here, typed);
    if (of === 'benefits') return pickForm(here.view, await benefitChoices(lists, here, typed));
    const mayNot = mayNotDoTasks(here.speaker);
    return mayNot
      ? no(here, mayNot)
      : pickPersonForm(here.view, personChoices(await here.ledger.everybody(), typed));
  };

async function ownToShare({ ledger, speaker, view }: Here, typed: string): Promise<Card> {
  const open = (await ledger.requestsOf(speaker.id)).filter(isOpen);
  const found = benefitsLike(typed, open, ({ benefit }) => namedOf(benefit));
  return requestsToShare(view, found.slice(0, mostLookedUp));
}

async function benefitChoices(lists: DrawnLists, { ledger, view }: Here, typed: string): Promise<Choice[]> {
  const given = (await lists.catalogue(ledger)).filter((benefit) => !unavailable(benefit, view.now));
  return benefitsLike(typed, given, namedOf)
    .slice(0, mostLookedUp)
    .map(({ id, name }) => ({ value: id, label: name }));
}

const personChoices = (people: KnownPerson[], typed: string): Choice[] =>
  peopleLike(typed, people)
    .slice(0, mostLookedUp)
    .map((person) => ({ value: `person:${person.id}`, label: spelled(person) }));
