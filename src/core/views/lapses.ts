import type { Card } from '../card';
import type { Notice } from '../notice';
import type { View } from './catalogue';

/** Something comes to its end soon. */
export function lapsing({ locale }: View, notice: Extract<Notice, { kind: 'lapsing' }>): Card {
  const title = notice.benefit.name;
  return { title, blocks: [], place: 'here', locale };
}
