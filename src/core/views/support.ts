import type { Card } from '../card';
import type { Approved } from '../request';
import type { View } from './catalogue';

/** Microsoft activates it now. */
export function withMicrosoft({ locale }: View, request: Approved, days: number, _late?: true): Card {
  const title = `${request.benefit.name} ${days}`;
  return { title, blocks: [], place: 'here', locale };
}
