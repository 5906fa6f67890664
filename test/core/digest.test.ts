import { type Digesting, type DigestWay, digestDue } from '../../src/core/digest';
import { ownPolicy } from '../../src/core/policy/policy';

/** Monday, by the clock of the policy (Monday to Friday, 9 to 17, UTC). */
const toldAt = '2026-11-02T10:00:00.000Z';
const digesting = (more: Partial<Digesting>): Digesting => ({
  person: { id: 'dana' },
  policy: { digestAbove: 2, hours: ownPolicy.hours },
  waits: ['one', 'two', 'three'],
  listed: ['one', 'two', 'three'],
  toldAt,
  zone: undefined,
  now: '2026-11-02T10:30:00.000Z',
  ...more,
});

test.each<[sentence: string, more: Partial<Digesting>, way: DigestWay | undefined]>([
  ['the first one, when more than so many wait', { listed: undefined, toldAt: undefined }, 'tell'],
  ['none, while few wait', { listed: undefined, toldAt: undefined, waits: ['one', 'two'] }, undefined],
  ['nothing new, nothing to do', {}, undefined],
  ['one that came soon after is written into it', { waits: ['one', 'two', 'three', 'four'] }, 'redraw'],
  [
    'one that came later is told',
    { waits: ['one', 'two', 'three', 'four'], now: '2026-11-02T11:00:00.000Z' },
    'tell',
  ],
  ['one that is decided goes from it', { waits: ['one', 'two'] }, 'redraw'],
  ['after a working day it is a reminder', { now: '2026-11-03T10:00:00.000Z' }, 'remind'],
  ['not a moment before', { now: '2026-11-03T09:59:59.000Z' }, undefined],
  [
    'nor of a few',
    { waits: ['one', 'two'], listed: ['one', 'two'], now: '2026-11-09T10:00:00.000Z' },
    undefined,
  ],
  [
    'with something new it is news, and no reminder',
    { waits: ['two', 'three', 'four'], now: '2026-11-03T10:00:00.000Z' },
    'tell',
  ],
])('a digest: %s', (_, more, way) => expect(digestDue(digesting(more))).toBe(way));
