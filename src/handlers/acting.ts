import type { Stocked } from '../core/benefit';
import type { NamedBenefit } from '../core/find-benefit';
import type { Called } from '../core/names';
import type { Refusal } from '../core/refusal';
import type { BenefitInRequest } from '../core/request';
import type { Chosen } from '../core/views/assigning';
import type { KnownPerson } from '../store/people';
import { chosenBy } from './assign';
import type { Here } from './verb';
import type { Verbs } from './verbs';
import { everybodyCalled, mentionIn, personCalled } from './whom';

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

/** The benefits that have these ids, in the same order. */
export const meantIn = (catalogue: Stocked[], ids: string[]): Stocked[] =>
  ids.flatMap((id) => catalogue.find((benefit) => benefit.id === id) ?? []);

/** Somebody as words name them, without meeting anybody: a mention keeps the reference of its platform where nobody knows it yet. */
export async function chosenCalled(
  here: Here,
  called: Called<KnownPerson>,
): Promise<Chosen | { refusal: Refusal }> {
  const mention = mentionIn(called.said);
  if (mention) return chosenBy(here, mention);
  const { id, name } = here.speaker;
  if (/^(?:me|myself|我|我自己)$/i.test(called.said)) return { ref: `person:${id}`, name };
  const whom = await personCalled(here, called, 'look');
  return whom.is === 'somebody'
    ? { ref: `person:${whom.person.id}`, name: whom.person.name }
    : { refusal: whom.refusal };
}

/** The one person whom words name. */
export async function oneCalled(here: Here, said: string): Promise<Chosen | { refusal: Refusal }> {
  const [only, ...others] = await everybodyCalled(here, said);
  return chosenCalled(here, only && others.length === 0 ? only : { said, people: [] });
}
