import type { HeldUnit } from '../../src/core/give-back';
import { type Reassigning, reassign } from '../../src/core/reassign';
import type { Refusal } from '../../src/core/refusal';
import {
  ada,
  approved,
  credit,
  dana,
  eve,
  holding,
  id,
  incidents,
  inStock,
  mei,
  named,
  now,
  pending,
  studio,
  visio,
  withEmail,
} from './examples';

const unit = (type: HeldUnit['type']) => ({ unit: '3', pool: id(501), key: id(503), type });
const spare = { by: 'unit', unit: '7', key: id(507), pool: id(501) } as const;
const nothing = { by: 'nothing' } as const;
const held = (benefit: typeof visio, change: object = {}) => ({
  ...holding,
  benefit: {
    id: benefit.id,
    name: benefit.name,
    category: benefit.category,
    unit: benefit.unit,
    delivery: benefit.delivery,
  },
  quantity: 1,
  key: benefit.delivery === 'key',
  since: '2026-06-01T08:00:00.000Z',
  ...change,
});

/** Ada moves Eve's key of a drawing program to Mei. */
const moving: Reassigning = {
  id: id(800),
  by: ada,
  old: held(visio),
  unit: unit('retail'),
  from: withEmail(eve),
  assignee: withEmail(mei),
  benefit: { ...visio, stock: inStock({ held: 2, freeUnits: 0 }) },
  handover: nothing,
  email: undefined,
  reason: 'Mei draws now',
  underWay: undefined,
  open: undefined,
  holdings: [],
  coming: [],
  accountEmail: 'partner@contoso.example',
  timesGiven: 1,
  holding: id(801),
  task: id(802),
  lastRefund: false,
  admins: [ada],
  now,
};
const byTask = { handover: { by: 'task' }, unit: undefined } as const;
const ofStudio = { ...byTask, benefit: studio, old: held(studio) };
const ofCredit = { ...byTask, benefit: credit, old: held(credit, { quantity: 100 }) };
const ofSupport = {
  ...byTask,
  benefit: { ...incidents, stock: inStock({ held: 5 }) },
  old: held(incidents, { quantity: 5, used: 2, contract: { accessId: 'A1', contractId: 'C1' } }),
  email: 'mei@fabrikam.example',
};
const cals = { ...visio, name: 'Windows Server CAL', delivery: 'none', unit: 'CAL' } as const;

const who = (to: string) => (to === mei.id ? 'Mei' : to === eve.id ? 'Eve' : 'Ada');

/** What became of it in few words: the state, the steps of each change, and who was told what. */
function outcome(change: Partial<Reassigning>): string[] {
  const decision = reassign({ ...moving, ...change });
  if (!decision.ok) return [`refused: ${decision.refusal.why}`];
  return [
    `${decision.is.state} ${decision.is.quantity}`,
    ...decision.changes.map(({ steps, notices }) =>
      [
        steps
          .map((step) => {
            if (step.do === 'take') return `take ${step.quantity}`;
            if (step.do === 'unit') return `unit ${step.unit} ${step.from} to ${step.to}`;
            return step.do;
          })
          .join(', '),
        notices
          .filter(({ way }) => way === 'tell')
          .map(({ to, notice }) => `${who(to)}: ${notice.kind}`)
          .join(', '),
      ].join(' | '),
    ),
  ];
}

test.each<[sentence: string, change: Partial<Reassigning>, meant: string[]]>([
  [
    'a retail key goes on, the very unit',
    { old: held(visio, { shown: true }) },
    [
      'fulfilled 1',
      'end, take -1, unit 3 held to free | Eve: ended',
      'ask, take 1, unit 3 free to held, hold | Mei: granted',
    ],
  ],
  [
    'a MAK that nobody has seen goes on too',
    { unit: unit('mak') },
    [
      'fulfilled 1',
      'end, take -1, unit 3 held to free | Eve: ended',
      'ask, take 1, unit 3 free to held, hold | Mei: granted',
    ],
  ],
  [
    'a MAK that was seen is spent, and another unit is given',
    { unit: unit('mak'), old: held(visio, { shown: true }), handover: spare },
    [
      'fulfilled 1',
      'end, take -1, unit 3 held to retired | Eve: ended',
      'ask, take 1, unit 7 free to held, hold | Mei: granted',
    ],
  ],
  [
    'a key that everybody shares needs no unit',
    { unit: undefined, handover: { by: 'shared-key', key: id(500) } },
    ['fulfilled 1', 'end, take -1 | Eve: ended', 'ask, take 1, hold | Mei: granted'],
  ],
  [
    'what has no key goes at once',
    { ...byTask, benefit: cals, old: held(cals, { quantity: 3 }) },
    ['fulfilled 3', 'end, take -3 | Eve: ended', 'ask, take 3, hold | Mei: set-up'],
  ],
  [
    'of support only what is not used up goes on, with its ids',
    ofSupport,
    ['fulfilled 3', 'end, take -3 | Eve: ended', 'ask, take 3, hold | Mei: set-up'],
  ],
  [
    'a subscription stays until an admin has moved it',
    ofStudio,
    ['approved 1', 'ask, open-task | Mei: approved, Ada: to-do'],
  ],
  ['and so does a credit', ofCredit, ['approved 100', 'ask, open-task | Mei: approved, Ada: to-do']],
])('%s', (_, change, meant) => {
  expect(outcome(change)).toEqual(meant);
});

test('the request of a move says what it replaces, the task from whom', () => {
  const decision = reassign({ ...moving, ...ofStudio });
  if (!decision.ok) throw new Error(decision.refusal.why);
  expect(decision.is).toMatchObject({
    way: { is: 'reassigned', holding: holding.id },
    requester: named(ada),
    assignee: named(mei),
    version: 1,
  });
  expect(decision.changes[0]?.steps[1]).toMatchObject({
    do: 'open-task',
    task: { duty: { kind: 'reassign', from: withEmail(eve) }, person: withEmail(mei), dueOn: '2026-11-23' },
  });
});

test('the new holder of support has the ids that everybody of the company uses', () => {
  const decision = reassign({ ...moving, ...ofSupport });
  if (!decision.ok) throw new Error(decision.refusal.why);
  expect(decision.changes[1]?.steps).toContainEqual(
    expect.objectContaining({ do: 'hold', contract: { accessId: 'A1', contractId: 'C1' } }),
  );
});

const inVain: Array<[sentence: string, change: Partial<Reassigning>, refusal: Refusal]> = [
  ['by an employee', { by: eve }, { why: 'not-an-admin' }],
  ['by an approver', { by: dana }, { why: 'not-an-admin' }],
  ['that is over', { old: held(visio, { state: { is: 'ended', at: now, how: 'left' } }) }, { why: 'gone' }],
  ['to whoever has it', { assignee: withEmail(eve) }, { why: 'same-person', person: eve.name }],
  ['to oneself', { assignee: withEmail(ada) }, { why: 'own-request', giving: true }],
  [
    'that is on its way already',
    { ...ofStudio, underWay: { ...approved, way: { is: 'reassigned', holding: holding.id } } },
    { why: 'being-reassigned', benefit: studio.name, person: eve.name },
  ],
  [
    'to somebody who has asked for it',
    { open: pending },
    { why: 'already-asked-for', person: mei.name, benefit: visio.name },
  ],
  [
    'to somebody with the same subscription',
    { ...ofStudio, holdings: [held(studio, { person: named(mei) })] },
    { why: 'already-holds', person: mei.name, benefit: studio.name },
  ],
  [
    'to a free-mail address, of a credit',
    { ...ofCredit, assignee: { ...named(mei), email: 'mei@outlook.com.tw' } },
    { why: 'free-mail', person: mei.name, domain: 'outlook.com.tw' },
  ],
  [
    'to somebody with another credit',
    { ...ofCredit, holdings: [held(credit, { person: named(mei) })] },
    { why: 'one-credit', person: mei.name, benefit: credit.name },
  ],
  [
    'to somebody to whom another credit is on its way',
    { ...ofCredit, coming: [{ ...held(credit).benefit, name: 'Azure bulk credit' }] },
    { why: 'one-credit', person: mei.name, benefit: 'Azure bulk credit', coming: true },
  ],
  [
    'of a credit that went round six times',
    { ...ofCredit, timesGiven: 6 },
    { why: 'credit-spent', benefit: credit.name, times: 5 },
  ],
  [
    'of a yearly credit',
    { ...ofCredit, benefit: { ...credit, unit: 'USD per year' } },
    { why: 'credit-spent', benefit: credit.name, times: 0 },
  ],
  ['of support without a second address', { ...ofSupport, email: undefined }, { why: 'bad-email' }],
  [
    'of support to the address of the account',
    { ...ofSupport, email: 'Partner@contoso.example' },
    { why: 'email-of-account' },
  ],
  [
    'of support that is used up',
    { ...ofSupport, old: held(incidents, { quantity: 5, used: 5 }) },
    { why: 'none-left', benefit: incidents.name },
  ],
  [
    'when its activation is spent and no other is free',
    { unit: unit('mak'), old: held(visio, { shown: true }) },
    { why: 'none-left', benefit: visio.name },
  ],
  [
    'when it needs another unit and somebody waits for it',
    {
      unit: unit('mak'),
      old: held(visio, { shown: true }),
      handover: spare,
      benefit: { ...visio, stock: inStock({ held: 2, freeUnits: 1, waiting: 1 }) },
    },
    { why: 'none-left', benefit: visio.name, waiting: 1 },
  ],
  [
    'after the package ended',
    { ...ofStudio, now: '2027-01-15T00:00:00.000Z' },
    { why: 'ended', benefit: studio.name, on: '2027-01-14' },
  ],
];

test.each(inVain)('nothing is moved %s', (_, change, refusal) => {
  expect(reassign({ ...moving, ...change })).toEqual({ ok: false, refusal });
});

test('a subscription that was activated in time may be moved after the last day of activation', () => {
  const benefit = { ...studio, activateBy: '2026-11-01' };
  expect(outcome({ ...ofStudio, benefit })[0]).toBe('approved 1');
});

describe('the rule of the day for Visual Studio subscriptions', () => {
  const term = { starts: '2017-01-01', ends: '2099-12-31' };
  const benefit = { ...studio, package: { ...studio.package, ...term } };
  const on = (day: string, since: string) =>
    reassign({
      ...moving,
      ...ofStudio,
      benefit,
      old: held(studio, { since: `${since}T08:00:00.000Z` }),
      now: `${day}T09:00:00.000Z`,
    });

  test.each([
    ['2017: at any time', '2017-08-01', '2017-08-01', 'moved'],
    ['2020: at any time still', '2020-12-31', '2020-12-30', 'moved'],
    ['2021: not on the 89th day', '2021-06-28', '2021-03-31', '2021-06-29'],
    ['2021: on the 90th day', '2021-06-29', '2021-03-31', 'moved'],
    ['assigned in 2020, the rule of 2021 binds', '2021-01-15', '2020-12-30', '2021-03-30'],
    ['2026: the refusal names the day', '2026-11-20', '2026-11-01', '2027-01-30'],
  ])('%s', (_, day, since, meant) => {
    const decision = on(day, since);
    if (meant === 'moved') expect(decision.ok).toBe(true);
    else
      expect(decision).toEqual({
        ok: false,
        refusal: { why: 'too-early-to-reassign', benefit: studio.name, days: 90, from: meant },
      });
  });
});
