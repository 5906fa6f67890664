import type { Card } from '../card';
import type { Holding } from '../holding';
import type { Instant } from '../time';
import type { View } from './catalogue';

/** Do you still need it? */
export function stillNeeded({ locale }: View, holding: Holding, answerBy: Instant, reminder: boolean): Card {
  const title = `${holding.benefit.name} ${answerBy} ${reminder}`;
  return { title, blocks: [], place: 'here', locale };
}
