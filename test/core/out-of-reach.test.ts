import { plainText } from '../../src/core/card';
import { needNotBeReached, type OutOfReach, outOfReach, withinReach } from '../../src/core/out-of-reach';
import { openTask } from '../../src/core/task';
import { cardFor } from '../../src/core/views/for-notice';
import { wordsIn } from '../../src/core/words';
import { ada, dana, id, later, now, omar } from './examples';

const second = { ...omar, role: 'admin' } as const;
const given: OutOfReach = {
  person: { id: dana.id, name: dana.name, email: 'dana@contoso.example' },
  active: true,
  lost: { notices: [7, 8], matters: true },
  known: false,
  admins: [ada, second],
  task: id(900),
  now,
};

test('somebody whom nothing reaches is a task for every admin, with the address to write to', () => {
  const { steps, notices, audit } = outOfReach(given);
  expect(steps).toMatchObject([
    { do: 'lost-noticed', notices: [7, 8], at: now },
    {
      do: 'open-task',
      task: {
        id: id(900),
        duty: { kind: 'reach' },
        person: { email: 'dana@contoso.example' },
        dueOn: '2026-11-23',
      },
    },
  ]);
  expect(notices.map(({ to, way, notice }) => [to, way, notice.kind])).toEqual([
    [ada.id, 'tell', 'to-do'],
    [second.id, 'tell', 'to-do'],
  ]);
  expect(audit).toEqual([{ action: 'person.unreachable', subject: dana.id, person: dana.id }]);
});

test('an admin out of reach is a task for the others', () => {
  const { notices } = outOfReach({ ...given, person: ada });
  expect(notices.map(({ to }) => to)).toEqual([second.id]);
});

test.each<[why: string, a: Partial<OutOfReach>]>([
  ['somebody who has left', { active: false }],
  ['whom nothing was lost that an admin can help with', { lost: { notices: [7, 8], matters: false } }],
  ['whom a task is about already', { known: true }],
  ['the one admin there is', { person: ada, admins: [ada] }],
  ['anybody where there is no admin', { admins: [] }],
])('no task about %s, and nobody looks at it again', (_, a) => {
  const { steps, notices, audit } = outOfReach({ ...given, ...a });
  expect(steps).toEqual([{ do: 'lost-noticed', notices: [7, 8], at: now }]);
  expect([...notices, ...audit]).toEqual([]);
});

test('whoever is within reach gets what was lost, and no more is said of it', () => {
  expect(withinReach(dana.id, later)).toEqual({
    steps: [{ do: 'deliver-again', person: dana.id, at: later }],
    notices: [],
    audit: [],
  });
});

const task = openTask(id(900), { kind: 'reach' }, { person: given.person, days: 3, now });
test.each<[what: string, active: boolean, action: string, says: RegExp]>([
  ['has been reached', true, 'task.done', /State: They can be reached again/],
  ['has left', false, 'task.failed', /State: .*the person has left/],
])(
  'the task is over when whoever was to be reached %s, and every card says so',
  (_, active, action, says) => {
    const { steps, notices, audit } = needNotBeReached({ task, active, admins: given.admins, now: later });
    expect(steps).toMatchObject([{ do: 'finish-task', task: { id: id(900), at: later } }]);
    expect(notices.map(({ to, way, notice }) => [to, way, notice.kind])).toEqual([
      [ada.id, 'redraw', 'task-done'],
      [second.id, 'redraw', 'task-done'],
    ]);
    expect(audit).toMatchObject([{ action, subject: id(900), person: dana.id }]);
    const [first] = notices.map(({ notice }) => cardFor({ words: wordsIn('en'), locale: 'en', now }, notice));
    expect(first && plainText(first)).toMatch(says);
  },
);
