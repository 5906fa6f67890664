import type { Card } from '../card';
import type { Holding } from '../holding';
import type { View } from './catalogue';

/** Another key in place of one that does not work. */
export function replaced({ locale }: View, holding: Holding, by: 'another-key' | 'none-yet'): Card {
  const title = `${holding.benefit.name} ${by}`;
  return { title, blocks: [], place: 'here', locale };
}
