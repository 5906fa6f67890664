import { type Asking, ask } from '../../src/core/ask';
import { type Approving, approve, cancel, deny } from '../../src/core/decide';
import { finish } from '../../src/core/finish-task';
import { granted, told } from './decisions';

import {
  ada,
  approving,
  asking,
  byDana,
  cancelled,
  colleague,
  credit,
  dana,
  denied,
  doneTask,
  eve,
  finishing,
  fulfilled,
  holding,
  id,
  inStock,
  later,
  mei,
  named,
  omar,
  packageEnded,
  pending,
  server,
  visio,
  withEmail,
} from './examples';

const denying = { ...approving, why: 'No' };

describe('asking', () => {
  test('leaves a request that waits, with everything that was wished', () => {
    expect(granted(ask(asking)).is).toEqual(pending);
  });

  test('tells every approver, with what would be left and what the person holds', () => {
    const { change } = granted(ask({ ...asking, holdings: [{ ...holding, benefit: visio }] }));
    expect(told(change.notices)).toEqual(['Dana Decider: tell to-decide', 'Omar Okay: tell to-decide']);
    expect(change.notices[0]?.notice).toMatchObject({
      background: { leftAfter: 7, holds: ['Visio Professional 2024'] },
    });
    expect(change.audit[0]).toMatchObject({ action: 'request.asked', by: eve.id, why: pending.reason });
  });

  test.each<[string, Partial<Asking>, string[]]>([
    ['an approver asks the other one', { requester: dana, assignee: withEmail(dana) }, ['Omar Okay']],
    [
      'an admin asks the approvers',
      { requester: ada, assignee: withEmail(ada) },
      ['Dana Decider', 'Omar Okay'],
    ],
    ['without approvers the admins are asked', { people: [colleague(ada)] }, ['Ada Admin']],
    [
      'the only approver asks the admins',
      { requester: dana, assignee: withEmail(dana), people: [colleague(dana), colleague(ada)] },
      ['Ada Admin'],
    ],
  ])('%s', (_, change, names) => {
    expect(granted(ask({ ...asking, ...change })).is.asked.map(({ name }) => name)).toEqual(names);
  });

  test.each<[string, Partial<Asking>, number]>([
    ['as many cores as the form says', { wish: { ...asking.wish, quantity: 12 } }, 12],
    ['one core where the form says nothing', { wish: { ...asking.wish, quantity: undefined } }, 1],
    ['one licence, whatever a form says', { benefit: visio, wish: { quantity: 7, reason: 'x' } }, 1],
    ['all of a credit', { benefit: credit, wish: { reason: 'x' } }, 100],
  ])('takes %s', (_, change, quantity) => {
    expect(granted(ask({ ...asking, ...change })).is.quantity).toBe(quantity);
  });

  test.each([
    ['the first day', '2026-01-15T00:00:00.000Z', server],
    ['the last day of activation', '2026-12-31T23:59:59.999Z', server],
    ['the last day of the package', '2027-01-14T23:59:59.999Z', { ...visio }],
  ])('is possible on %s', (_, now, benefit) => {
    const wish = benefit === server ? asking.wish : { reason: 'A drawing' };
    expect(ask({ ...asking, benefit, wish, now }).ok).toBe(true);
  });
});

describe('approving', () => {
  test('hands a unit of a key over, once, and tells everybody', () => {
    const { is, change } = granted(approve(approving));
    const reviews = byDana.reviews.map((review) => ({ ...review, quantity: fulfilled.quantity }));
    expect(is).toEqual({ ...fulfilled, course: { ...byDana, reviews } });
    expect(change.steps).toEqual([
      { do: 'move', request: is },
      {
        do: 'review',
        request: pending,
        review: reviews[0],
        verdict: 'approve',
      },
      { do: 'take', benefit: server.id, quantity: 2 },
      { do: 'unit', unit: '7', pool: id(501), from: 'free', to: 'held' },
      { do: 'hold', request: is, key: id(500), unit: '7' },
    ]);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell granted',
    ]);
    expect(change.audit[0]).toMatchObject({ action: 'request.fulfilled', by: dana.id, person: eve.id });
  });

  test('hands over a key that everybody shares without taking it from anybody', () => {
    const { change } = granted(approve({ ...approving, handover: { by: 'shared-key', key: id(500) } }));
    expect(change.steps.map((step) => step.do)).toEqual(['move', 'review', 'take', 'hold']);
  });

  test('what is not a key becomes a task of every admin', () => {
    const { is, change } = granted(approve({ ...approving, handover: { by: 'task' } }));
    expect(is).toMatchObject({ state: 'approved', version: 2, by: { name: 'Dana Decider' }, task: id(400) });
    expect(change.steps.map((step) => step.do)).toEqual(['move', 'review', 'take', 'open-task']);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell approved',
      'Ada Admin: tell to-do',
    ]);
  });

  test.each<[string, Partial<Approving>]>([
    [
      'when others took what was left',
      { benefit: { ...server, stock: inStock({ held: 15, freeUnits: 1 }) } },
    ],
    ['when nothing is left', { benefit: { ...server, stock: inStock({ held: 16, freeUnits: 0 }) } }],
    ['when the last key went to somebody else', { handover: { by: 'nothing' } }],
    [
      'when no key was brought in yet',
      { benefit: { ...server, stock: inStock() }, handover: { by: 'nothing' } },
    ],
    ['when somebody waits already', { benefit: { ...server, stock: inStock({ freeUnits: 9, waiting: 1 }) } }],
  ])('%s puts it on the waiting list', (_, change) => {
    const { is, change: saved } = granted(approve({ ...approving, ...change }));
    expect(is).toMatchObject({ state: 'waiting', version: 2, by: { name: 'Dana Decider' } });
    expect(saved.steps.map((step) => step.do)).toEqual(['move', 'review', 'take']);
    expect(saved.steps[2]).toMatchObject({ quantity: 0 });
    expect(told(saved.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell waiting',
    ]);
  });

  test('an admin may approve, though only approvers were asked', () => {
    expect(granted(approve({ ...approving, by: ada })).is).toMatchObject({ by: { name: 'Ada Admin' } });
  });

  test('says whether the package could still be returned', () => {
    const notice = (lastRefund: boolean) =>
      granted(approve({ ...approving, lastRefund })).change.notices.at(-1)?.notice;
    expect(notice(true)).toMatchObject({ lastRefund: true });
    expect(notice(false)).toMatchObject({ lastRefund: false });
  });
});

describe('denying', () => {
  test('keeps the reason and tells the person and everybody asked', () => {
    const { is, change } = granted(deny({ ...denying, why: 'Use the shared test server.' }));
    expect(is).toEqual(denied);
    const review = { stage: 1, by: named(dana), at: later };
    expect(change.steps).toEqual([
      { do: 'move', request: denied },
      { do: 'review', request: pending, review, verdict: 'deny', why: 'Use the shared test server.' },
    ]);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell denied',
    ]);
    expect(change.audit[0]?.why).toBe('Use the shared test server.');
  });

  test('leaves nothing to be pressed on the card of somebody for whom it was asked', () => {
    const forEve = { ...pending, requester: named(mei) };
    const all = [
      granted(deny({ ...denying, request: forEve })).change,
      granted(approve({ ...approving, request: forEve })).change,
    ];
    for (const { notices } of all)
      expect(told(notices).slice(0, 4)).toEqual([
        'Dana Decider: redraw decided',
        'Omar Okay: redraw decided',
        'Eve Employee: redraw decided',
        '林美: redraw decided',
      ]);
  });

  test('is possible after the package ended: nobody need wait for ever', () => {
    expect(deny({ ...denying, by: omar, now: packageEnded }).ok).toBe(true);
  });
});

describe('cancelling', () => {
  test('takes it from the screens of everybody asked, and tells nobody anew', () => {
    const { is, change } = granted(cancel(pending, eve, later));
    expect(is).toEqual(cancelled);
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
    ]);
    expect(change.audit[0]).toMatchObject({ action: 'request.cancelled', by: eve.id });
  });
});

describe('finishing a task', () => {
  test('gives the person what was approved, and tells them and every admin', () => {
    const { is, change } = granted(finish(finishing));
    expect(is).toEqual(doneTask);
    expect(change.steps.map((step) => step.do)).toEqual(['finish-task', 'move', 'hold']);
    expect(change.steps[1]).toMatchObject({
      request: { state: 'fulfilled', version: 3, by: { name: 'Dana Decider' }, since: doneTask.at },
    });
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      '林美: redraw decided',
      'Ada Admin: redraw task-done',
      '林美: tell set-up',
    ]);
    expect(change.notices.at(-1)?.notice).toMatchObject({ evidence: 'Subscription 4711' });
  });

  test('needs no evidence', () => {
    const { is, change } = granted(finish({ ...finishing, evidence: undefined }));
    expect(is).not.toHaveProperty('evidence');
    expect(change.audit[0]).not.toHaveProperty('why');
  });
});
