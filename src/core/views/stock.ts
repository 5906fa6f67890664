import type { Card } from '../card';
import type { Notice } from '../notice';
import type { View } from './catalogue';

/** Little is left. */
export function lowStock({ locale }: View, notice: Extract<Notice, { kind: 'low-stock' }>): Card {
  const title = notice.benefit.name;
  return { title, blocks: [], place: 'here', locale };
}
