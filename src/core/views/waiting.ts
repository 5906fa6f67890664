import type { Card } from '../card';
import type { Offered, Waiting } from '../request';
import type { View } from './catalogue';

/** Approved, and nothing is left: the place on the waiting list. */
export function waiting({ locale }: View, request: Waiting, place: number): Card {
  const title = `${request.benefit.name} ${place}`;
  return { title, blocks: [], place: 'here', locale };
}

/** It is your turn: take it or leave it. */
export function offered({ locale }: View, request: Offered): Card {
  const title = request.benefit.name;
  return { title, blocks: [], place: 'here', locale };
}
