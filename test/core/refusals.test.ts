import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asking, ask } from '../../src/core/ask';
import { type Approving, approve, cancel, deny } from '../../src/core/decide';
import { type Finishing, finish } from '../../src/core/finish-task';
import type { Refusal } from '../../src/core/refusal';
import type { Request } from '../../src/core/request';
import { refusalOf } from './decisions';
import {
  ada,
  approved,
  approving,
  asking,
  cancelled,
  colleague,
  dana,
  denied,
  doneTask,
  eve,
  finishing,
  fulfilled,
  inStock,
  later,
  mei,
  packageEnded,
  pending,
  server,
  visio,
  withEmail,
} from './examples';

/** Everything that core refuses, each row a sentence: who may not do what, and why. */

const yesterday = '2026-01-14T23:59:59.999Z';
const name = server.name;
const unlinked = { ...dana, mayDecide: false };

const vainAsking: Array<[sentence: string, change: Partial<Asking>, refusal: Refusal]> = [
  ['while a request waits', { open: pending }, { why: 'already-asked', benefit: name }],
  ['while an admin sets it up', { open: approved }, { why: 'already-asked', benefit: name }],
  ['before the package begins', { now: yesterday }, { why: 'not-begun', benefit: name, from: '2026-01-15' }],
  ['after the package ended', { now: packageEnded }, { why: 'ended', benefit: name, on: '2026-12-31' }],
  [
    'after the last day of activation',
    { now: '2027-01-01T00:00:00.000Z' },
    { why: 'ended', benefit: name, on: '2026-12-31' },
  ],
  [
    'for more than the whole allocation',
    { wish: { ...asking.wish, quantity: 17 } },
    { why: 'more-than-all', benefit: name, most: 16 },
  ],
  [
    'for more than the whole allocation when nothing is left',
    { benefit: { ...server, stock: inStock({ held: 16 }) }, wish: { ...asking.wish, quantity: 17 } },
    { why: 'more-than-all', benefit: name, most: 16 },
  ],
  [
    'without a language where there are several',
    { wish: { ...asking.wish, language: undefined } },
    { why: 'choose-language', choices: ['English', '繁體中文'] },
  ],
  [
    'for a language that there is not',
    { wish: { ...asking.wish, language: 'Klingon' } },
    { why: 'choose-language', choices: ['English', '繁體中文'] },
  ],
  [
    'without an operating system where there are several',
    { wish: { ...asking.wish, system: undefined } },
    { why: 'choose-system', choices: ['x64', 'arm64'] },
  ],
  [
    'for an operating system where there is no choice',
    { benefit: visio, wish: { system: 'x64', reason: 'A drawing' } },
    { why: 'choose-system', choices: [] },
  ],
  ['where nobody decides', { people: [] }, { why: 'nobody-to-ask' }],
  [
    'as the only one who could decide',
    { requester: dana, assignee: withEmail(dana), people: [colleague(dana)] },
    { why: 'nobody-to-ask' },
  ],
];

describe('asking is in vain', () => {
  test.each(vainAsking)('%s', (_, change, refusal) => {
    expect(refusalOf(ask({ ...asking, ...change }))).toEqual(refusal);
  });
});

const mayNot: Array<[sentence: string, change: Partial<Approving>, refusal: Refusal]> = [
  ['by an employee', { by: mei }, { why: 'not-an-approver' }],
  ['by the employee who asked', { by: eve }, { why: 'not-an-approver' }],
  ['from an account that is known by its address only', { by: unlinked }, { why: 'unlinked-account' }],
  ['by an approver who asked', { by: { ...eve, role: 'approver' } }, { why: 'own-request' }],
  ['by an admin who asked', { by: { ...eve, role: 'admin' } }, { why: 'own-request' }],
  ['that is approved already', { request: fulfilled, version: 2 }, { why: 'already-decided' }],
  ['that waits for an admin already', { request: approved, version: 2 }, { why: 'already-decided' }],
  ['that is denied already', { request: denied, version: 2 }, { why: 'already-decided' }],
  ['that was taken back', { request: cancelled, version: 2 }, { why: 'already-decided' }],
  ['as an older card shows it', { request: { ...pending, version: 2 } }, { why: 'changed-meanwhile' }],
];

describe('nobody approves a request', () => {
  test.each(mayNot)('%s', (_, change, refusal) => {
    expect(refusalOf(approve({ ...approving, ...change }))).toEqual(refusal);
  });

  const vainApproval: Array<[sentence: string, change: Partial<Approving>, refusal: Refusal]> = [
    ['after the package ended', { now: packageEnded }, { why: 'ended', benefit: name, on: '2026-12-31' }],
    ['before it begins', { now: yesterday }, { why: 'not-begun', benefit: name, from: '2026-01-15' }],
  ];
  test.each(vainApproval)('%s', (_, change, refusal) => {
    expect(refusalOf(approve({ ...approving, ...change }))).toEqual(refusal);
  });
});

describe('nobody denies a request', () => {
  test.each(mayNot)('%s', (_, change, refusal) => {
    expect(refusalOf(deny({ ...approving, ...change, why: 'No' }))).toEqual(refusal);
  });
});

const mayNotCancel: Array<[sentence: string, request: Request, by: typeof eve, refusal: Refusal]> = [
  ['by a colleague, who learns nothing of it', pending, mei, { why: 'gone' }],
  ['by an approver', pending, dana, { why: 'gone' }],
  ['by an admin', pending, ada, { why: 'not-your-request' }],
  ['that is approved', fulfilled, eve, { why: 'already-decided' }],
  ['that is denied', denied, eve, { why: 'already-decided' }],
  ['that is cancelled', cancelled, eve, { why: 'already-decided' }],
];

describe('nobody cancels a request', () => {
  test.each(mayNotCancel)('%s', (_, request, by, refusal) => {
    expect(refusalOf(cancel(request, by, later))).toEqual(refusal);
  });
});

const mayNotFinish: Array<[sentence: string, change: Partial<Finishing>, refusal: Refusal]> = [
  ['by an employee', { by: eve }, { why: 'not-an-admin' }],
  ['by an approver', { by: dana }, { why: 'not-an-admin' }],
  [
    'from an account known by its address only',
    { by: { ...ada, mayDecide: false } },
    { why: 'unlinked-account' },
  ],
  ['that is done', { task: doneTask }, { why: 'already-decided' }],
];

describe('nobody finishes a task', () => {
  test.each(mayNotFinish)('%s', (_, change, refusal) => {
    expect(refusalOf(finish({ ...finishing, ...change }))).toEqual(refusal);
  });
});

/** Who says no: core, by its decisions, or the handlers, which look things up and know the speaker. */
const saidBy: Record<Refusal['why'], 'core' | 'handlers'> = {
  'already-answered': 'core',
  'already-asked': 'core',
  'already-asked-for': 'core',
  'already-decided': 'core',
  'already-holds': 'core',
  'already-reported': 'core',
  'answered-in-place': 'core',
  'asked-already': 'core',
  'bad-absence': 'core',
  'bad-code': 'handlers',
  'bad-email': 'core',
  'being-reassigned': 'core',
  'changed-meanwhile': 'core',
  'choose-language': 'core',
  'choose-system': 'core',
  'code-elsewhere': 'handlers',
  'colleague-not-found': 'handlers',
  'credit-spent': 'core',
  'day-to-come': 'handlers',
  'directory-silent': 'handlers',
  'unread-day': 'handlers',
  'has-left': 'handlers',
  dropped: 'core',
  'email-of-account': 'core',
  'email-of-person': 'core',
  'email-taken': 'core',
  ended: 'core',
  failed: 'handlers',
  'file-gone': 'handlers',
  'file-too-large': 'handlers',
  'file-unreachable': 'handlers',
  'one-file-please': 'handlers',
  'for-its-holder': 'handlers',
  'form-incomplete': 'core',
  'free-mail': 'core',
  gone: 'core',
  'key-sealed': 'handlers',
  'keys-missing': 'handlers',
  'ledger-in-doubt': 'handlers',
  'link-has-things': 'handlers',
  'concerns-them': 'core',
  'is-oneself': 'core',
  'may-not-decide': 'core',
  'membership-over': 'core',
  'more-than-all': 'core',
  'no-email': 'core',
  'no-key-in-stock': 'core',
  'no-longer-yours': 'core',
  'no-person-named': 'handlers',
  'nobody-to-ask': 'core',
  'all-asked-already': 'handlers',
  'nobody-to-hand-to': 'handlers',
  'none-left': 'core',
  'not-an-address': 'core',
  'not-an-admin': 'core',
  'not-an-approver': 'core',
  'not-asked': 'core',
  'not-begun': 'core',
  'not-held': 'handlers',
  'not-understood': 'handlers',
  'not-your-holding': 'core',
  'not-your-key': 'core',
  'not-your-request': 'core',
  'offer-over': 'core',
  'one-credit': 'core',
  'only-less': 'core',
  'own-request': 'core',
  'policy-refuses': 'core',
  'reason-too-short': 'core',
  'changed-too-often': 'core',
  'nothing-changed': 'core',
  'reminded-today': 'core',
  'same-person': 'core',
  'say-what-happened': 'core',
  stranger: 'handlers',
  'token-too-large': 'core',
  'too-early-to-reassign': 'core',
  'too-many': 'core',
  'too-many-codes': 'handlers',
  'too-many-for-a-button': 'handlers',
  'too-many-people': 'handlers',
  'taken-back-often': 'core',
  'too-many-today': 'core',
  'too-many-used': 'core',
  'unknown-person': 'handlers',
  'unlinked-account': 'core',
  'which-person': 'handlers',
};

test('every refusal of core stands in a table of these tests', () => {
  const tables = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(__dirname, name), 'utf8').split('const saidBy')[0])
    .join();
  const core = Object.keys(saidBy).filter((why) => saidBy[why as Refusal['why']] === 'core');
  expect(core.filter((why) => !tables.includes(`'${why}'`))).toEqual([]);
});
