import { plainText } from '../../src/core/card';
import type { Addressed, Change, Step } from '../../src/core/change';
import type { CheckedKey, CheckOutcome } from '../../src/core/check-key';
import { claim } from '../../src/core/claim-task';
import { type Failing, fail } from '../../src/core/fail-task';
import { type Finishing, finish } from '../../src/core/finish-task';
import type { Old } from '../../src/core/finish-upkeep';
import type { Holding } from '../../src/core/holding';
import type { Speaker } from '../../src/core/person';
import { remind } from '../../src/core/remind-task';
import type { Decision } from '../../src/core/request';
import type { Duty, OpenTask } from '../../src/core/task';
import { finishForm, giveUpForm } from '../../src/core/views/task-forms';
import { oneTask, overdue, tasks } from '../../src/core/views/tasks';
import { wordsIn } from '../../src/core/words';
import {
  ada,
  approved,
  credit,
  dana,
  doneTask,
  eve,
  finishing,
  holding,
  id,
  incidents,
  mei,
  named,
  omar,
  openTask,
  server,
  studio,
  withEmail,
} from './examples';

const amir: Speaker = { id: id(6), name: 'Amir Admin', role: 'admin', mayDecide: true };
const admins = [ada, amir];
const people = [eve, mei, dana, omar, ada, amir];
const nameOf = (one: string) => people.find((person) => person.id === one)?.name;

const granted = <Is>(decision: Decision<Is>) => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.why}`);
  return decision;
};
const refusalOf = (decision: Decision<unknown>) => (decision.ok ? 'not refused' : decision.refusal.why);
/** Who is told what, and how: `Dana Decider: tell to-decide`. */
const told = (notices: Addressed[]): string[] =>
  notices.map(({ to, way, notice }) => `${nameOf(to)}: ${way} ${notice.kind}`);
const verbs = ({ steps }: Change): string[] => steps.map((step) => step.do);
const said = ({ audit }: Change): string[] =>
  audit.map(
    ({ action, by, why }) => `${(by && nameOf(by)) ?? 'the clock'}: ${action}${why ? `, ${why}` : ''}`,
  );
const step = <Do extends Step['do']>({ steps }: Change, verb: Do) =>
  steps.find((one): one is Extract<Step, { do: Do }> => one.do === verb);

const inRequest = ({ id, name, category, unit, delivery }: typeof studio) => ({
  id,
  name,
  category,
  unit,
  delivery,
});
const forOther = { ...approved, requester: named(eve) };
const support = { ...approved, benefit: inRequest(incidents), quantity: 10, email: 'mei@fabrikam.example' };
const withMicrosoft = { ...support, withMicrosoft: approved.at };
const move = { ...approved, way: { is: 'reassigned', holding: id(310) } as const, reason: 'Eve has another' };

const taskFor = (duty: Duty, more: Partial<OpenTask> = {}): OpenTask => ({ ...openTask, duty, ...more });
const removal: Duty = { kind: 'remove', holding: id(310), benefit: inRequest(studio), quantity: 1 };
const check: Duty = {
  kind: 'check-key',
  holding: id(300),
  benefit: inRequest(server),
  unit: { unit: '7', pool: id(501) },
  report: 'It says that the key is blocked.',
};

/** What Eve had of a subscription. */
const had: Holding = {
  ...holding,
  id: id(310),
  request: id(210),
  benefit: inRequest(studio),
  quantity: 1,
  key: false,
};
const gone: Holding = { ...had, state: { is: 'ended', at: openTask.openedAt, how: 'left' } };
const live: Old = { holding: had, released: false, room: 0 };
const doing = (duty: Duty, more: Partial<Finishing> = {}) =>
  finish({ ...finishing, admins, task: taskFor(duty), ...more });

describe('“I’m on it”', () => {
  test('is seen by every admin', () => {
    const { is, change } = granted(claim(openTask, ada, admins, doneTask.at));
    expect(is.claimed).toEqual({ by: named(ada), at: doneTask.at });
    expect(told(change.notices)).toEqual([
      'Ada Admin: redraw task-claimed',
      'Amir Admin: redraw task-claimed',
      '林美: redraw approved',
    ]);
    expect(change.notices.at(-1)?.notice).toMatchObject({ claimedBy: named(ada) });
    expect(said(change)).toEqual(['Ada Admin: task.claimed']);
  });

  test.each<[string, Duty, string[]]>([
    ['whoever asked and whom it is for', { kind: 'set-up', request: forOther }, ['林美', 'Eve Employee']],
    ['nobody where Microsoft has it', { kind: 'record-ids', request: withMicrosoft }, []],
    ['nobody where nothing is to come', removal, []],
  ])('is seen by %s', (_, duty, names) => {
    const { change } = granted(claim(taskFor(duty), ada, admins, doneTask.at));
    expect(told(change.notices).slice(2)).toEqual(names.map((name) => `${name}: redraw approved`));
  });

  test('said again by the same changes nothing', () => {
    const once = granted(claim(openTask, ada, admins, doneTask.at)).is;
    expect(granted(claim(once, ada, admins, '2026-11-25T08:00:00.000Z'))).toEqual({
      ok: true,
      is: once,
      change: { steps: [], notices: [], audit: [] },
    });
  });

  test('said by another admin takes it over', () => {
    const once = granted(claim(openTask, ada, admins, doneTask.at)).is;
    expect(granted(claim(once, amir, admins, doneTask.at)).is.claimed?.by.name).toBe('Amir Admin');
  });
});

describe('only admins, in the account they are known by, and once', () => {
  const acts: Record<string, (by: Speaker, task: typeof openTask | typeof doneTask) => Decision<unknown>> = {
    claim: (by, task) => claim(task, by, admins, doneTask.at),
    finish: (by, task) => finish({ ...finishing, by, task }),
    fail: (by, task) => fail({ ...failing, by, task }),
  };
  test.each(
    Object.keys(acts).flatMap(
      (act): Array<[string, Speaker, typeof openTask | typeof doneTask, string]> => [
        [act, eve, openTask, 'not-an-admin'],
        [act, dana, openTask, 'not-an-admin'],
        [act, { ...ada, mayDecide: false }, openTask, 'unlinked-account'],
        [act, ada, doneTask, 'already-decided'],
      ],
    ),
  )('%s', (act, by, task, why) =>
    expect(refusalOf((acts[act] as never as (typeof acts)[string])(by, task))).toBe(why),
  );
});

describe('done', () => {
  test('a set-up gives it to the assignee, and whoever asked for them is told too', () => {
    const { change } = granted(doing({ kind: 'set-up', request: forOther }));
    expect(verbs(change)).toEqual(['finish-task', 'move', 'hold']);
    expect(step(change, 'hold')).toMatchObject({ evidence: 'Subscription 4711' });
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      '林美: redraw decided',
      'Eve Employee: redraw decided',
      'Ada Admin: redraw task-done',
      'Amir Admin: redraw task-done',
      '林美: tell set-up',
      'Eve Employee: tell handed-over',
    ]);
    expect(said(change)).toEqual([
      'Ada Admin: task.done, Subscription 4711',
      `Ada Admin: request.fulfilled, ${forOther.reason}`,
    ]);
  });

  test('what an admin gave without being asked tells only who has it now', () => {
    const given = { ...forOther, requester: named(ada), way: { is: 'assigned' } as const, asked: [] };
    expect(told(granted(doing({ kind: 'set-up', request: given })).change.notices)).toEqual([
      '林美: redraw decided',
      'Ada Admin: redraw task-done',
      'Amir Admin: redraw task-done',
      '林美: tell set-up',
    ]);
  });

  test('an activation is with Microsoft, and a task for the IDs comes due when Microsoft usually answers', () => {
    const { change } = granted(
      doing({ kind: 'activate', request: support }, { next: { task: id(401), leadDays: 5 } }),
    );
    expect(step(change, 'move')?.request).toMatchObject({
      state: 'approved',
      version: 3,
      task: id(401),
      withMicrosoft: doneTask.at,
    });
    expect(step(change, 'open-task')?.task).toMatchObject({
      id: id(401),
      duty: { kind: 'record-ids' },
      dueOn: '2026-11-29',
      reminders: 0,
    });
    expect(verbs(change)).not.toContain('hold');
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      '林美: redraw decided',
      'Ada Admin: redraw task-done',
      'Amir Admin: redraw task-done',
      '林美: tell with-microsoft',
      'Ada Admin: tell to-do',
      'Amir Admin: tell to-do',
    ]);
    expect(said(change)).toEqual([
      'Ada Admin: task.done, Subscription 4711',
      'Ada Admin: request.with-microsoft',
    ]);
  });

  test.each([
    ['both IDs', { accessId: 'A-1', contractId: 'C-1' }, 'not refused'],
    ['no Contract ID', { accessId: 'A-1' }, 'form-incomplete'],
    ['no Access ID', { contractId: 'C-1' }, 'form-incomplete'],
  ])('noting IDs down with %s', (_, ids, refusal) => {
    expect(refusalOf(doing({ kind: 'record-ids', request: withMicrosoft }, ids))).toBe(refusal);
  });

  test('noted IDs make the contract active, and the holder alone is shown them', () => {
    const ids = { accessId: 'A-1', contractId: 'C-1' };
    const request = { ...withMicrosoft, requester: named(eve) };
    const { change } = granted(doing({ kind: 'record-ids', request }, { ...ids, evidence: undefined }));
    expect(step(change, 'hold')).toMatchObject({ contract: ids });
    expect(step(change, 'move')?.request).not.toHaveProperty('withMicrosoft');
    const knowing = change.notices.filter(({ notice }) => JSON.stringify(notice).includes('C-1'));
    expect(told(knowing)).toEqual(['林美: tell set-up']);
    expect(JSON.stringify(change.audit)).not.toContain('C-1');
  });

  const moving: Duty = { kind: 'reassign', request: move, from: withEmail(eve) };
  const toRemove = taskFor(removal, { id: id(410) });
  test.each<[string, Old, string[]]>([
    ['somebody has it still: it passes on', live, ['finish-task', 'end', 'move', 'hold']],
    [
      'it was given back meanwhile, and not removed yet: it passes on',
      { ...live, holding: gone },
      ['finish-task', 'release', 'move', 'hold'],
    ],
    [
      'it was to be removed: that is done with it',
      { ...live, holding: gone, removal: toRemove },
      ['finish-task', 'release', 'finish-task', 'move', 'hold'],
    ],
    [
      'its allocation was given free meanwhile: it is taken anew',
      { holding: gone, released: true, room: 1 },
      ['finish-task', 'take', 'move', 'hold'],
    ],
  ])('a reassignment, when %s', (_, old, does) => {
    expect(verbs(granted(doing(moving, { old })).change)).toEqual(does);
  });

  test('a reassignment ends the holding before for the reason of the move, and tells both', () => {
    const { change } = granted(doing(moving, { old: live }));
    expect(step(change, 'end')).toMatchObject({
      holding: had.id,
      released: true,
      ending: { how: 'reassigned', by: named(dana), why: 'Eve has another' },
    });
    expect(told(change.notices).slice(-4)).toEqual([
      'Eve Employee: redraw ended',
      'Eve Employee: tell ended',
      'Ada Admin: redraw came-back',
      '林美: tell set-up',
    ]);
    expect(said(change)).toEqual([
      'Ada Admin: task.done, Subscription 4711',
      'Ada Admin: holding.ended, reassigned: Eve has another',
      'Ada Admin: request.fulfilled, Eve has another',
    ]);
  });

  test('a reassignment answers the question whether it is still needed too', () => {
    const inquired: Old = {
      ...live,
      holding: { ...live.holding, state: { is: 'inquired', answerBy: '2026-12-07T14:00:00.000Z' } },
    };
    const { change } = granted(doing(moving, { old: inquired }));
    const redrawn = change.notices.filter(({ way, notice }) => way === 'redraw' && notice.kind === 'ended');
    expect(redrawn.map(({ subject }) => subject)).toEqual([had.request, had.id]);
  });

  test('a reassignment of what went to somebody else meanwhile is refused', () => {
    expect(refusalOf(doing(moving, { old: { holding: gone, released: true, room: 0 } }))).toBe('none-left');
  });

  const old: Old = { holding: gone, released: false, room: 2 };
  test.each<[string, Duty, Old, string[]]>([
    ['gives the allocation free', removal, old, ['finish-task', 'release', 'take']],
    [
      'gives it free on the very day from which it may go on',
      { ...removal, frees: '2026-11-24' },
      old,
      ['finish-task', 'release', 'take'],
    ],
    ['leaves it to the day on which it may go on', { ...removal, frees: '2026-11-25' }, old, ['finish-task']],
    ['gives nothing free twice', removal, { ...old, released: true }, ['finish-task']],
  ])('a removal %s', (_, duty, old, does) => {
    const { change } = granted(doing(duty, { old }));
    expect(verbs(change)).toEqual(does);
    expect(step(change, 'take')?.quantity ?? -1).toBe(-1);
  });

  const theirs: Old = { holding: { ...holding, key: false }, released: false, room: 0 };
  const key: CheckedKey = { key: id(500), type: 'retail', shown: true };
  const looked = (outcome: CheckOutcome, found: Partial<CheckedKey> = {}, had: Partial<Holding> = {}) =>
    granted(
      doing(check, {
        outcome,
        evidence: undefined,
        key: { ...key, ...found },
        old: { ...theirs, holding: { ...theirs.holding, ...had } },
      }),
    ).change;
  const over: Partial<Holding> = { state: { is: 'ended', how: 'left', at: doneTask.at } };

  test.each<[string, CheckOutcome, Partial<CheckedKey>, Partial<Holding>, string, string[]]>([
    ['broken', 'broken', {}, {}, 'retired', ['unit', 'break-key', 'take']],
    ['spent', 'spent', {}, {}, 'retired', ['unit', 'take']],
    ['good', 'works', {}, {}, 'free', ['unit', 'take']],
    ['good, and was broken before', 'works', { broken: true }, {}, 'retired', ['unit', 'take']],
    ['good, a MAK nobody looked at', 'works', { type: 'mak', shown: false }, {}, 'free', ['unit', 'take']],
    ['good, a MAK: it stays theirs', 'works', { type: 'mak' }, {}, 'held', ['unit', 'rekey', 'take']],
    ['good, a token: it stays theirs', 'works', { type: 'token' }, {}, 'held', ['unit', 'rekey', 'take']],
    [
      'good, a MAK of whoever has another',
      'works',
      { type: 'mak' },
      { key: true },
      'retired',
      ['unit', 'take'],
    ],
    ['good, a MAK of whoever has it no more', 'works', { type: 'mak' }, over, 'retired', ['unit', 'take']],
  ])('a key that is found %s', (_, outcome, found, had, to, does) => {
    const change = looked(outcome, found, had);
    expect(step(change, 'unit')).toEqual({ do: 'unit', unit: '7', pool: id(501), from: 'set-aside', to });
    expect(verbs(change)).toEqual(['finish-task', ...does]);
    expect(said(change)).toEqual(['Ada Admin: task.done', `Ada Admin: key.checked, ${outcome}`]);
    const isTold = told(change.notices).includes('Eve Employee: tell key-checked');
    expect(isTold).toBe(had !== over);
  });

  test.each([
    ['broken', ['finish-task', 'rekey', 'break-key', 'take'], false],
    ['works', ['finish-task', 'take'], true],
  ] as const)('a key without units that is found %s', (outcome, does, stays) => {
    const { unit: _, ...shared } = check;
    const has = { ...theirs, holding: { ...holding, key: true } };
    const { change } = granted(doing(shared, { outcome, key: { ...key, type: 'static' }, old: has }));
    expect(verbs(change)).toEqual(does);
    const tidings = change.notices.find(({ notice }) => notice.kind === 'key-checked')?.notice;
    expect(tidings).toMatchObject({ outcome, holding: { key: stays } });
  });

  test('a key is not looked at without saying what was found', () => {
    expect(refusalOf(doing(check))).toBe('form-incomplete');
  });
});

const failing: Failing = {
  task: openTask,
  by: ada,
  why: 'Partner Center does not know this address.',
  again: { task: id(401), days: 3 },
  admins,
  now: doneTask.at,
};

describe('could not', () => {
  test.each<[string, Duty, number | undefined]>([
    ['what was to be set up is given free', { kind: 'set-up', request: forOther }, -1],
    ['what was to be activated is given free', { kind: 'activate', request: support }, -10],
    ['what is with Microsoft is given free', { kind: 'record-ids', request: withMicrosoft }, -10],
    [
      'what was to be reassigned stays with whom it was',
      { kind: 'reassign', request: { ...move, requester: named(amir) }, from: withEmail(eve) },
      undefined,
    ],
  ])('%s, and the request has failed through the admin', (_, duty, quantity) => {
    const { is, change } = granted(fail({ ...failing, task: taskFor(duty) }));
    expect(is).toMatchObject({ state: 'failed', by: named(ada), why: failing.why });
    expect(step(change, 'move')?.request).toMatchObject({
      state: 'failed',
      by: named(dana),
      through: named(ada),
      why: failing.why,
    });
    expect(step(change, 'take')?.quantity).toBe(quantity);
    expect(verbs(change)).not.toContain('end');
    expect(said(change)).toEqual([
      `Ada Admin: task.failed, ${failing.why}`,
      `Ada Admin: request.failed, ${failing.why}`,
    ]);
  });

  test('is read by the assignee, by whoever asked, by whoever approved and by every admin', () => {
    const { change } = granted(fail({ ...failing, task: taskFor({ kind: 'set-up', request: forOther }) }));
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      '林美: redraw decided',
      'Eve Employee: redraw decided',
      '林美: tell failed',
      'Eve Employee: tell failed',
      'Ada Admin: redraw task-done',
      'Amir Admin: redraw task-done',
    ]);
  });

  test('is not told to the admin who asked for it and says so', () => {
    const mine = { ...forOther, requester: named(ada) };
    const { change } = granted(fail({ ...failing, task: taskFor({ kind: 'set-up', request: mine }) }));
    expect(told(change.notices)).not.toContain('Ada Admin: tell failed');
  });

  test.each<[string, Duty]>([
    ['a removal', removal],
    ['the checking of a key', check],
  ])('%s stays to be done: the next attempt is open to every admin, and knows of this one', (_, duty) => {
    const { change } = granted(
      fail({
        ...failing,
        task: taskFor(duty, { claimed: { by: named(ada), at: doneTask.at }, reminders: 2 }),
      }),
    );
    expect(verbs(change)).toEqual(['finish-task', 'open-task']);
    expect(step(change, 'open-task')?.task).toEqual({
      id: id(401),
      duty,
      person: openTask.person,
      state: 'open',
      openedAt: doneTask.at,
      dueOn: '2026-11-27',
      reminders: 0,
      tried: { by: named(ada), at: doneTask.at, why: failing.why },
    });
    expect(told(change.notices)).toEqual([
      'Ada Admin: tell to-do',
      'Amir Admin: tell to-do',
      'Ada Admin: redraw task-done',
      'Amir Admin: redraw task-done',
    ]);
  });
});

describe('overdue', () => {
  const claimedByAmir = { ...openTask, claimed: { by: named(amir), at: doneTask.at } };
  const at = (day: string) => `${day}T10:00:00.000Z`;

  test.each<[string, OpenTask, string, string[]]>([
    ['nothing on the day itself', openTask, '2026-11-26', []],
    ['all admins, where nobody is on it', openTask, '2026-11-27', ['Ada Admin', 'Amir Admin']],
    ['whoever is on it', claimedByAmir, '2026-11-27', ['Amir Admin']],
    [
      'all admins, where who is on it is no admin any more',
      { ...openTask, claimed: { by: named(eve), at: doneTask.at } },
      '2026-11-27',
      ['Ada Admin', 'Amir Admin'],
    ],
    [
      'nobody again before two days are over',
      { ...claimedByAmir, reminders: 1, remindAt: at('2026-11-29') },
      '2026-11-28',
      [],
    ],
    [
      'all admins after two days',
      { ...claimedByAmir, reminders: 1, remindAt: at('2026-11-29') },
      '2026-11-29',
      ['Ada Admin', 'Amir Admin'],
    ],
    [
      'nobody within the week after',
      { ...openTask, reminders: 2, remindAt: at('2026-12-06') },
      '2026-12-05',
      [],
    ],
    [
      'all admins again after a week',
      { ...openTask, reminders: 2, remindAt: at('2026-12-06') },
      '2026-12-06',
      ['Ada Admin', 'Amir Admin'],
    ],
  ])('reminds %s', (_, task, day, names) => {
    const notices = remind(task, admins, at(day))?.notices ?? [];
    expect(told(notices)).toEqual(names.map((name) => `${name}: tell overdue`));
  });

  test('reminds once, then after two days, then every week', () => {
    const days: string[] = [];
    let task: OpenTask = openTask;
    for (let day = 20; day < 50; day++) {
      const moment = new Date(Date.UTC(2026, 10, day, 10)).toISOString();
      for (let again = 0; again < 3; again++) {
        const change = remind(task, admins, moment);
        const touched = change && step(change, 'touch-task');
        if (touched) {
          task = touched.task;
          const escalated = change.notices.some(
            ({ notice }) => notice.kind === 'overdue' && notice.escalated,
          );
          days.push(`${moment.slice(5, 10)} ${escalated ? 'escalated' : 'reminded'}`);
        }
      }
    }
    expect(days).toEqual(['11-27 reminded', '11-29 escalated', '12-06 escalated', '12-13 escalated']);
  });

  test('says of the clock what it did', () => {
    const change = remind(openTask, admins, at('2026-11-27')) as Change;
    expect(said(change)).toEqual(['the clock: task.overdue, reminded']);
  });

  test('tells whoever waits for Microsoft once that it takes longer', () => {
    const task = taskFor({ kind: 'record-ids', request: { ...withMicrosoft, requester: named(eve) } });
    const first = remind(task, admins, at('2026-11-27')) as Change;
    expect(told(first.notices).slice(2)).toEqual([
      '林美: tell with-microsoft',
      'Eve Employee: tell with-microsoft',
    ]);
    expect(first.notices[2]?.notice).toMatchObject({ late: true });
    const second = remind(step(first, 'touch-task')?.task as OpenTask, admins, at('2026-11-30')) as Change;
    expect(told(second.notices)).toEqual(['Ada Admin: tell overdue', 'Amir Admin: tell overdue']);
  });

  test('no task that is done', () => expect(remind(doneTask, admins, at('2026-12-24'))).toBeUndefined());
});

describe('the card of a task', () => {
  const view = { words: wordsIn('en'), locale: 'en', now: openTask.openedAt } as const;
  const copied = (duty: Duty): string[] =>
    oneTask(view, taskFor(duty)).blocks.flatMap((block) =>
      block.type === 'copy' ? [`${block.label}: ${block.text}`] : [],
    );

  test.each<[string, Duty, string[]]>([
    [
      'a Visual Studio subscription',
      { kind: 'set-up', request: approved },
      [`Benefit: ${studio.name}`, 'Name: 林美', 'E-mail: mei@contoso.example'],
    ],
    [
      'an Azure credit',
      { kind: 'set-up', request: { ...approved, benefit: inRequest(credit), quantity: 100 } },
      [`Benefit: ${credit.name}`, 'Name: 林美', 'E-mail: mei@contoso.example', 'Quantity: USD 100 per month'],
    ],
    [
      'support',
      { kind: 'activate', request: support },
      [
        `Benefit: ${incidents.name}`,
        'Name: 林美',
        'E-mail: mei@contoso.example',
        'Alternative e-mail: mei@fabrikam.example',
        'Quantity: 10',
      ],
    ],
    [
      'a reassignment',
      { kind: 'reassign', request: move, from: withEmail(eve) },
      [
        `Benefit: ${studio.name}`,
        'Name (now): Eve Employee',
        'E-mail (now): eve@contoso.example',
        'Name (new): 林美',
        'E-mail (new): mei@contoso.example',
      ],
    ],
    [
      'a removal, with what proved the assignment',
      { ...removal, evidence: 'Subscription 4711' },
      [`Benefit: ${studio.name}`, 'Name: 林美', 'E-mail: mei@contoso.example', 'Evidence: Subscription 4711'],
    ],
    [
      'a removal whose evidence has hundreds of lines, which push no button off the card',
      { ...removal, evidence: `Subscription${'\n'.repeat(400)}4711` },
      [`Benefit: ${studio.name}`, 'Name: 林美', 'E-mail: mei@contoso.example', 'Evidence: Subscription 4711'],
    ],
  ])('has the values to copy one by one: %s', (_, duty, values) => expect(copied(duty)).toEqual(values));

  test.each<[string, Duty, RegExp]>([
    [
      'Visual Studio',
      { kind: 'set-up', request: approved },
      /1\. .*Benefits, Visual Studio[\s\S]*add them first in Account settings/,
    ],
    [
      'Azure',
      { kind: 'set-up', request: { ...approved, benefit: inRequest(credit) } },
      /1\. .*Azure credit[\s\S]*one active credit/,
    ],
    [
      'a cloud order',
      { kind: 'set-up', request: { ...approved, benefit: { ...inRequest(credit), unit: 'seat' } } },
      /1\. .*Cloud services[\s\S]*order at no cost/,
    ],
    [
      'CALs',
      {
        kind: 'set-up',
        request: { ...approved, benefit: { ...inRequest(server), unit: 'CAL', delivery: 'none' } },
      },
      /It has no key/,
    ],
    ['support', { kind: 'activate', request: support }, /Activate, and the person[\s\S]*must differ/],
    ['what Microsoft sends', { kind: 'record-ids', request: withMicrosoft }, /Access ID and the Contract ID/],
    ['a reassignment', { kind: 'reassign', request: move, from: withEmail(eve) }, /Choose Reassign user/],
    ['a removal', removal, /remove them/],
    ['a key', check, /It says that the key is blocked\.[\s\S]*Get keys/],
  ])('says step by step what to open: %s', (_, duty, steps) => {
    expect(plainText(oneTask(view, taskFor(duty)))).toMatch(steps);
  });

  test('of what an admin gave names who gave it, and nobody who asked or approved', () => {
    const given = { ...forOther, requester: named(ada), by: named(ada), way: { is: 'assigned' } as const };
    const text = plainText(oneTask(view, taskFor({ kind: 'set-up', request: given })));
    expect(text).toContain('Assigned by: Ada Admin · ');
    expect(text).not.toMatch(/Requested by|Approved by/);
  });

  const screen = (task: OpenTask, now: string = view.now) => plainText(oneTask({ ...view, now }, task));
  test.each([
    ['when it is due', screen(openTask), 'Due: 26 November 2026'],
    [
      'that it is overdue',
      screen(openTask, '2026-11-27T00:00:00.000Z'),
      'Due: overdue since 26 November 2026',
    ],
    ['that nobody is on it', screen(openTask), 'On it: nobody yet'],
    [
      'who is on it',
      screen({ ...openTask, claimed: { by: named(ada), at: openTask.openedAt } }),
      'On it: Ada Admin',
    ],
    [
      'what came of the attempt before',
      screen(
        taskFor(removal, { tried: { by: named(ada), at: openTask.openedAt, why: 'It was greyed out' } }),
      ),
      'Tried before: Ada Admin · 23 Nov 2026: It was greyed out',
    ],
  ])('says %s', (_, text, words) => expect(text).toContain(words));

  test('a reminder of what Microsoft owes says so', () => {
    const task = taskFor({ kind: 'record-ids', request: withMicrosoft });
    expect(plainText(overdue(view, task, false))).toContain('Microsoft takes longer than usual');
    expect(plainText(overdue(view, openTask, true))).toContain('all admins are told');
  });

  test('the list says what is urgent, and each line opens its task', () => {
    const now = '2026-11-27T00:00:00.000Z';
    const card = tasks({ ...view, now }, [openTask, { ...openTask, id: id(402), dueOn: '2026-11-27' }], 1);
    expect(plainText(card)).toMatch(
      /overdue since 26 November 2026 · nobody is on it yet[\s\S]*: due 27 November 2026/,
    );
    expect(card.blocks[0]).toMatchObject({
      button: { label: 'Open', press: { type: 'task', task: id(400) } },
    });
  });

  test.each<[string, Duty, string[]]>([
    ['evidence', { kind: 'set-up', request: approved }, ['evidence?']],
    ['both IDs', { kind: 'record-ids', request: withMicrosoft }, ['accessId', 'contractId', 'evidence?']],
    ['what was found', check, ['outcome', 'evidence?']],
  ])('Done asks for %s', (_, duty, fields) => {
    const form = finishForm(view, taskFor(duty)).blocks.find((block) => block.type === 'form');
    expect(
      form?.type === 'form' && form.fields.map(({ name, optional }) => name + (optional ? '?' : '')),
    ).toEqual(fields);
  });

  test.each<[string, Duty, RegExp]>([
    ['the person reads it', { kind: 'set-up', request: approved }, /林美 will read this/],
    ['the task stays', removal, /The task stays/],
  ])('Could not asks for a reason and says that %s', (_, duty, hint) => {
    const form = giveUpForm(view, taskFor(duty)).blocks.find((block) => block.type === 'form');
    const [field] = form?.type === 'form' ? form.fields : [];
    expect(field).toMatchObject({ name: 'reason', hint: expect.stringMatching(hint) });
    expect(field).not.toHaveProperty('optional');
  });
});
