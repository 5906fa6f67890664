import type { Card } from '../card';
import type { Ending, Holding } from '../holding';
import type { Leaver } from '../notice';
import type { View } from './catalogue';

/** It is not yours any more, and why. */
export function ended({ locale }: View, holding: Holding, ending: Ending): Card {
  const title = `${holding.benefit.name} ${ending.how}`;
  return { title, blocks: [], place: 'here', locale };
}

/** Somebody has left: what came back, for the admins. */
export function leaver({ locale }: View, left: Leaver): Card {
  const title = left.person.name;
  return { title, blocks: [], place: 'here', locale };
}
