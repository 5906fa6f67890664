import { isTelling } from '../core/names';
import { heldOnIn } from '../store/held-on';
import type { KnownPerson } from '../store/people';
import { peopleByWordsIn } from '../store/people-by-words';
import type { Database } from './database';
import { shown } from './table';
import { BadCommand } from './verb';

/**
 * The one person of a whole name or an address, also one who has left. Whoever only `look`s, and sees who it is before anything is done, may
 * write a beginning of a name, as in the chats. Throws `BadCommand` where there is none or there are several.
 */
export async function personCalled(
  database: Database,
  said: string,
  how: 'look' | 'act' = 'act',
): Promise<KnownPerson> {
  const whole = await heldOnIn(database).everybodyEverCalled(said);
  const beginning = whole.length === 0 && isTelling(said);
  const called = beginning ? await peopleByWordsIn(database).peopleCalled(said, true) : whole;
  const [one, ...others] = called;
  if (!one) throw new BadCommand(`Nobody is called “${shown(said)}”.`);
  const all = called.map(({ name, email }) => shown(email ?? name)).join(', ');
  if (others.length > 0)
    throw new BadCommand(`Several people are called “${shown(said)}”: ${all}. Use the address.`);
  if (beginning && how === 'act')
    throw new BadCommand(`“${shown(said)}” is not a whole name. Whoever is meant is named in full: ${all}.`);
  return one;
}

/** Somebody by name and address, so that nobody is taken for another. */
export const spelled = ({ name, email }: KnownPerson): string =>
  email ? `${shown(name)} <${shown(email)}>` : shown(name);
