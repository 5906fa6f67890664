import { type Adding, addPerson } from '../../src/core/add-person';
import { type Assigning, assign } from '../../src/core/assign';
import type { Refusal } from '../../src/core/refusal';
import {
  ada,
  credit,
  dana,
  eve,
  holding,
  id,
  incidents,
  inStock,
  later,
  mei,
  named,
  now,
  omar,
  pending,
  server,
  studio,
  visio,
  withEmail,
} from './examples';

/** Ada gives Mei a drawing program, of which a key is free; everything is as it should be. */
const assigning: Assigning = {
  id: id(600),
  by: ada,
  assignee: withEmail(mei),
  benefit: visio,
  wish: { reason: 'The new office is drawn' },
  handover: { by: 'unit', unit: '7', key: id(500), pool: id(501) },
  open: undefined,
  holdings: [],
  coming: [],
  accountEmail: 'partner@contoso.example',
  timesGiven: 0,
  frees: undefined,
  holding: id(601),
  task: id(602),
  lastRefund: false,
  admins: [ada],
  now,
};
const byTask = { handover: { by: 'task' } } as const;
const cals = {
  ...visio,
  name: 'Windows Server CAL',
  delivery: 'none',
  unit: 'CAL',
  stock: inStock(),
} as const;
const tokens = {
  ...visio,
  name: 'Office 365 E3',
  category: 'cloud',
  unit: 'seat',
  quantity: 20,
  stock: inStock({ freeUnits: 2, nextToken: 5 }),
} as const;

/** What became of it in few words: the state, the steps, who was told what, and how much was taken. */
function outcome(change: Partial<Assigning>): string {
  const decision = assign({ ...assigning, ...change });
  if (!decision.ok) return `refused: ${decision.refusal.why}`;
  const { is, change: made } = decision;
  return [
    `${is.state} ${is.quantity}`,
    made.steps.map((step) => (step.do === 'take' ? `take ${step.quantity}` : step.do)).join(' '),
    made.notices
      .map(({ to, notice }) => `${to === mei.id ? 'Mei' : to === ada.id ? 'Ada' : to}: ${notice.kind}`)
      .join(', '),
  ].join(' | ');
}

test.each<[sentence: string, change: Partial<Assigning>, meant: string]>([
  ['a key is given at once', {}, 'fulfilled 1 | ask take 1 unit hold | Mei: granted'],
  [
    'a key that everybody shares is given at once',
    { handover: { by: 'shared-key', key: id(500) } },
    'fulfilled 1 | ask take 1 hold | Mei: granted',
  ],
  [
    'a token is given whole',
    { benefit: tokens, handover: { by: 'unit', unit: '7', key: id(500), pool: id(501), carries: 5 } },
    'fulfilled 5 | ask take 5 unit hold | Mei: granted',
  ],
  [
    'what has no key is noted down at once, as many as were said',
    { ...byTask, benefit: cals, wish: { quantity: 2, reason: 'Files' } },
    'fulfilled 2 | ask take 2 hold | Mei: set-up',
  ],
  [
    'a subscription becomes a task',
    { ...byTask, benefit: { ...studio, stock: inStock() } },
    'approved 1 | ask take 1 open-task | Mei: approved, Ada: to-do',
  ],
  [
    'a credit is given whole, by a task',
    { ...byTask, benefit: credit },
    'approved 100 | ask take 100 open-task | Mei: approved, Ada: to-do',
  ],
  [
    'support becomes a task, with a second address',
    { ...byTask, benefit: incidents, wish: { email: 'mei@fabrikam.example', reason: 'Nights' } },
    'approved 1 | ask take 1 open-task | Mei: approved, Ada: to-do',
  ],
])('%s', (_, change, meant) => {
  expect(outcome(change)).toBe(meant);
});

test('what an admin gives is nobody’s request, and the ledger says who gave it and why', () => {
  const decision = assign(assigning);
  if (!decision.ok) throw new Error(decision.refusal.why);
  expect(decision.is).toMatchObject({
    way: { is: 'assigned' },
    requester: named(ada),
    assignee: named(mei),
    asked: [],
    by: named(ada),
    version: 1,
  });
  expect(decision.change.audit).toEqual([
    {
      action: 'request.assigned',
      by: ada.id,
      subject: id(600),
      person: mei.id,
      benefit: visio.id,
      why: 'The new office is drawn',
    },
  ]);
});

const heldVisio = { ...holding, person: named(mei), benefit: { ...holding.benefit, id: visio.id } };
const inVain: Array<[sentence: string, change: Partial<Assigning>, refusal: Refusal]> = [
  ['by an employee', { by: eve }, { why: 'not-an-admin' }],
  ['by an approver', { by: dana }, { why: 'not-an-admin' }],
  [
    'from an account known by its address only',
    { by: { ...ada, mayDecide: false } },
    { why: 'unlinked-account' },
  ],
  ['to oneself', { assignee: withEmail(ada) }, { why: 'own-request', giving: true }],
  ['to one’s second account', { by: { ...ada, twins: [mei.id] } }, { why: 'own-request', giving: true }],
  [
    'to somebody who has asked for it',
    { open: pending },
    { why: 'already-asked-for', person: mei.name, benefit: visio.name },
  ],
  [
    'to somebody who has it',
    { holdings: [heldVisio] },
    { why: 'already-holds', person: mei.name, benefit: visio.name },
  ],
  [
    'to somebody whose address nobody knows, where Partner Center needs it',
    { ...byTask, benefit: { ...studio, stock: inStock() }, assignee: named(mei) },
    { why: 'no-email', person: mei.name },
  ],
  [
    'before others who wait, though a unit is free',
    { benefit: { ...visio, stock: inStock({ freeUnits: 1, waiting: 2 }) } },
    { why: 'none-left', benefit: visio.name, waiting: 2 },
  ],
  [
    'when nothing is left',
    { benefit: { ...visio, stock: inStock({ held: 2, freeUnits: 0 }) }, handover: { by: 'nothing' } },
    { why: 'none-left', benefit: visio.name },
  ],
  [
    'when a rule keeps what was taken back, and says until when',
    { ...byTask, benefit: studio, frees: '2027-02-01' },
    { why: 'none-left', benefit: studio.name, frees: '2027-02-01' },
  ],
  [
    'when what was taken back only waits for an admin',
    { ...byTask, benefit: studio, frees: '2026-11-01' },
    { why: 'none-left', benefit: studio.name },
  ],
  [
    'when no key was imported',
    { benefit: { ...visio, stock: inStock() }, handover: { by: 'nothing' } },
    { why: 'no-key-in-stock', benefit: visio.name },
  ],
  [
    'of more than is left',
    { ...byTask, benefit: { ...cals, stock: inStock({ held: 1 }) }, wish: { quantity: 2, reason: 'Files' } },
    { why: 'too-many', benefit: cals.name, left: 1 },
  ],
  [
    'without a language where there are several',
    { benefit: server, wish: { system: 'x64', reason: 'Files' } },
    { why: 'choose-language', choices: ['English', '繁體中文'] },
  ],
  ['of support without a second address', { ...byTask, benefit: incidents }, { why: 'bad-email' }],
  [
    'of a monthly credit that went round six times',
    { ...byTask, benefit: credit, timesGiven: 6 },
    { why: 'credit-spent', benefit: credit.name, times: 5 },
  ],
  [
    'of a yearly credit that was given before',
    { ...byTask, benefit: { ...credit, unit: 'USD per year' }, timesGiven: 1 },
    { why: 'credit-spent', benefit: credit.name, times: 0 },
  ],
  [
    'that the renewed package has no more',
    { benefit: { ...visio, droppedOn: '2026-11-01' } },
    { why: 'dropped', benefit: visio.name, on: '2026-11-01' },
  ],
  [
    'beyond the grace time of the membership',
    { benefit: { ...visio, package: { ...visio.package, membershipEnds: '2026-10-01' } } },
    { why: 'membership-over', benefit: visio.name, on: '2026-10-31' },
  ],
  [
    'after the package ended',
    { now: '2027-01-15T00:00:00.000Z' },
    { why: 'ended', benefit: visio.name, on: '2027-01-14' },
  ],
];

test.each(inVain)('nothing is assigned %s', (_, change, refusal) => {
  expect(assign({ ...assigning, ...change })).toEqual({ ok: false, refusal });
});

test('a monthly credit may go round six times in all', () => {
  expect(outcome({ ...byTask, benefit: credit, timesGiven: 5 })).toMatch(/^approved 100/);
});

describe('adding somebody', () => {
  const adding: Adding = {
    id: id(700),
    by: ada,
    name: 'Nora  New',
    email: 'nora@contoso.example',
    taken: undefined,
    now: later,
  };

  test('writes down the person and who added them', () => {
    const decision = addPerson(adding);
    if (!decision.ok) throw new Error(decision.refusal.why);
    expect(decision.change.steps).toEqual([
      { do: 'add-person', person: { id: id(700), name: 'Nora New', email: adding.email }, at: later },
    ]);
    expect(decision.change.audit).toEqual([
      { action: 'person.added', by: ada.id, subject: id(700), person: id(700) },
    ]);
  });

  test.each<[sentence: string, change: Partial<Adding>, refusal: Refusal]>([
    ['by an employee', { by: eve }, { why: 'not-an-admin' }],
    ['by an approver', { by: dana }, { why: 'not-an-admin' }],
    ['without an address', { email: 'nora' }, { why: 'not-an-address', said: 'nora' }],
    [
      'with two addresses',
      { email: 'nora@contoso.example, omar@contoso.example' },
      { why: 'not-an-address', said: 'nora@contoso.example, omar@contoso.example' },
    ],
    [
      'with letters that only look like an address',
      { email: 'nоra@contoso.example' },
      { why: 'not-an-address', said: 'nоra@contoso.example' },
    ],
    ['with the address of somebody else', { taken: omar }, { why: 'email-taken', person: omar.name }],
  ])('is refused %s', (_, change, refusal) => {
    expect(addPerson({ ...adding, ...change })).toEqual({ ok: false, refusal });
  });
});
