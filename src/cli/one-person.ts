import { heldOnIn } from '../store/held-on';
import type { KnownPerson } from '../store/people';
import type { Database } from './database';
import { shown } from './table';
import { BadCommand } from './verb';

/** The one person of a name or an address, also one who has left. Throws `BadCommand` where there is none or there are several. */
export async function personCalled(database: Database, said: string): Promise<KnownPerson> {
  const called = await heldOnIn(database).everybodyEverCalled(said);
  const [one, ...others] = called;
  if (!one) throw new BadCommand(`Nobody is called “${shown(said)}”.`);
  if (others.length > 0)
    throw new BadCommand(
      `Several people are called “${shown(said)}”: ${called.map(({ name, email }) => shown(email ?? name)).join(', ')}. Use the address.`,
    );
  return one;
}
