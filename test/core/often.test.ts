import type { Notice } from '../../src/core/notice';
import { mostOften, type Often } from '../../src/core/often';
import { approving, course, dana, denied, later, named, now, omar, pending } from './examples';

/** A day before `later`, which is an hour of 23 November. */
const dayBefore = '2026-11-22T09:00:00.000Z';
const at = '2026-11-23T09:00:00.000Z';

const toDecide = (since: string, again?: 'handed' | 'nudged'): Notice => ({
  kind: 'to-decide',
  request: { ...pending, course: { ...course, since } },
  background: approving.background,
  reader: dana.id,
  ...(again && { again }),
});

test.each<[sentence: string, notice: Notice, often: Often | undefined]>([
  ['asked in a stage that lasts for long', toDecide(now), { most: 2, from: dayBefore }],
  ['asked in a stage that has just begun', toDecide(at), { most: 2, from: at }],
  ['handed to and fro', toDecide(at, 'handed'), { most: 8, from: dayBefore }],
  ['reminded', toDecide(now, 'nudged'), { most: 8, from: dayBefore }],
  [
    'told that they stand in',
    { kind: 'stands-in', person: named(omar), from: '2026-11-23', until: '2026-11-24' },
    { most: 3, from: dayBefore },
  ],
  ['told how it ended, which happens once', { kind: 'denied', request: denied }, undefined],
])('how often somebody is %s', (_, notice, often) => {
  expect(mostOften(notice, at)).toEqual(often);
});

test('the day counts back from the moment', () => {
  expect(mostOften(toDecide(now), later)?.from).toBe(new Date(Date.parse(later) - 86_400_000).toISOString());
});
