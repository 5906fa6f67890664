import type { Ended } from '../../src/core/give-back';
import { leave } from '../../src/core/leave';
import type { Approved, Open } from '../../src/core/request';
import { leaver } from '../../src/core/views/given-back';
import { wordsIn } from '../../src/core/words';
import {
  ada,
  approved,
  eve,
  holding,
  id,
  later,
  mei,
  named,
  notices,
  offeredRequest,
  openTask,
  pending,
  server,
  studio,
  waitingRequest,
  withEmail,
} from './examples';

const key: Ended = {
  holding,
  benefit: server,
  unit: { unit: '7', pool: id(501), type: 'retail' },
  person: withEmail(eve),
  admins: [ada],
  task: id(410),
  now: later,
};
const subscription: Ended = {
  ...key,
  holding: { ...holding, id: id(302), request: id(203), benefit: studio, quantity: 1, key: false },
  benefit: studio,
  unit: undefined,
  task: id(411),
};
const nothing = { person: named(eve), holdings: [], requests: [], admins: [ada], now: later };
const stepsOf = (changes: ReturnType<typeof leave>) =>
  changes.map(({ steps }) => steps.map((step) => step.do));

test('whoever had nothing leaves nothing to be done or said', () => {
  expect(leave(nothing)).toEqual([]);
});

test('everything that is held ends, each by the rules of its kind, and one summary names all', () => {
  const changes = leave({ ...nothing, holdings: [key, subscription] });
  expect(stepsOf(changes)).toEqual([['end', 'take', 'unit'], ['end', 'open-task', 'take'], []]);
  for (const { steps } of changes.slice(0, 2)) expect(steps[0]).toMatchObject({ ending: { how: 'left' } });
  expect(changes.at(-1)?.notices).toEqual([
    {
      to: ada.id,
      subject: eve.id,
      way: 'tell',
      notice: {
        kind: 'left',
        leaver: {
          person: named(eve),
          gaveBack: [
            { benefit: server.name, quantity: 2, task: false },
            { benefit: studio.name, quantity: 1, task: true },
          ],
          cancelled: [],
        },
      },
    },
  ]);
});

test.each([
  ['mak', true, 'spent'],
  ['token', true, 'spent'],
  ['retail', true, 'seen'],
  ['mak', false, undefined],
] as const)('of a %s key, looked at: %s, the admins read %s', (type, shown, said) => {
  const unit = { unit: '7', pool: 'p', type };
  const left = { ...key, unit, holding: { ...key.holding, shown } };
  const [notice] = leave({ ...nothing, holdings: [left] }).at(-1)?.notices ?? [];
  expect(notice?.notice).toMatchObject({
    leaver: { gaveBack: [{ benefit: server.name, quantity: 2, task: false, ...(said && { key: said }) }] },
  });
  expect(JSON.stringify(notice).includes('"key"')).toBe(said !== undefined);
});

test('whoever has left is told nothing, but no copy of theirs has a key to show', () => {
  const toEve = leave({ ...nothing, holdings: [key] })
    .flatMap(({ notices }) => notices)
    .filter(({ to }) => to === eve.id);
  expect(toEve.map(({ way, subject, notice }) => [way, subject, notice.kind])).toEqual([
    ['redraw', key.holding.request, 'ended'],
    ['redraw', key.holding.id, 'ended'],
  ]);
});

test('an admin who leaves gets no summary of their own leaving', () => {
  const changes = leave({ ...nothing, person: named(ada), holdings: [key], admins: [ada, mei] });
  expect(changes.at(-1)?.notices.map(({ to }) => to)).toEqual([mei.id]);
});

const move: Approved = { ...approved, way: { is: 'reassigned', holding: id(309) } };
const taskOf = (request: Approved) => ({ ...openTask, duty: { kind: 'set-up', request } as const });

describe('what was to come', () => {
  test.each<[string, Open, string[], quantity: number]>([
    ['and waits for approval', pending, ['move'], 0],
    ['and waits for stock', waitingRequest, ['move', 'take'], 0],
    ['and is kept as an offer', offeredRequest, ['move', 'take', 'unit'], -2],
    ['and is being set up', approved, ['move', 'take', 'finish-task'], -1],
    ['from somebody else’s holding', move, ['move', 'finish-task'], 0],
  ])('%s comes to nothing', (_, request, does, quantity) => {
    const task = request.state === 'approved' ? taskOf(request) : undefined;
    const person = request.assignee;
    const [change] = leave({ ...nothing, person, requests: [{ request, ...(task && { task }) }] });
    expect(change?.steps.map((step) => step.do)).toEqual(does);
    expect(change?.steps[0]).toMatchObject({ request: { state: 'cancelled', because: 'left' } });
    expect(change?.steps.reduce((sum, step) => sum + (step.do === 'take' ? step.quantity : 0), 0)).toBe(
      quantity,
    );
    expect(change?.audit[0]).toEqual({
      action: 'request.cancelled',
      subject: request.id,
      person: person.id,
      benefit: request.benefit.id,
      why: 'left',
    });
  });

  test('its task is closed on every admin’s card', () => {
    const [change] = leave({
      ...nothing,
      person: approved.assignee,
      requests: [{ request: approved, task: taskOf(approved) }],
    });
    expect(change?.notices).toContainEqual(
      expect.objectContaining({ to: ada.id, subject: openTask.id, way: 'redraw' }),
    );
    expect(change?.audit.map(({ action }) => action)).toEqual(['request.cancelled', 'task.failed']);
  });

  test('whoever asked for them is told, and every approver’s card is redrawn', () => {
    const asked = { ...pending, requester: named(mei) };
    const [change] = leave({ ...nothing, requests: [{ request: asked }] });
    const told = change?.notices.map(({ to, way, notice }) => [to, way, notice.kind]) ?? [];
    expect(told).toContainEqual([mei.id, 'tell', 'cancelled']);
    expect(told.filter(([, way]) => way === 'redraw').map(([to]) => to)).toEqual([
      ...pending.asked.map((one) => one.id),
      eve.id,
      mei.id,
    ]);
  });
});

test.each(['en', 'zh-TW'] as const)('the summary stays readable however much came back (%s)', (locale) => {
  const view = { words: wordsIn(locale), locale, now: later };
  const gaveBack = Array.from({ length: 400 }, (_, at) => ({ benefit: `B ${at}`, quantity: 1, task: true }));
  const text = JSON.stringify(leaver(view, { ...notices.left.leaver, gaveBack }).blocks);
  expect(text).toContain('385');
  expect(text).toContain('Visio Professional 2024');
  expect(text).not.toContain('B 15 ');
});
