import type { Asking } from '../../src/core/ask';
import type { BenefitSettings, Stock, Stocked } from '../../src/core/benefit';
import type { Course, Remark, Reviewer } from '../../src/core/course';
import type { Approving } from '../../src/core/decide';
import type { OpenDifference } from '../../src/core/difference';
import type { Finishing } from '../../src/core/finish-task';
import type { Holding } from '../../src/core/holding';
import { doubtIdOf, type Head } from '../../src/core/ledger';
import type { Notice, NoticeKind } from '../../src/core/notice';
import type { Role, Speaker } from '../../src/core/person';
import type { Facts } from '../../src/core/policy/match';
import { ownPolicy, ownRule, type Policy, type Rule, type Stage } from '../../src/core/policy/policy';
import { type Colleague, type Company, companyOf } from '../../src/core/policy/reviewers';
import type {
  Approved,
  BenefitInRequest,
  Cancelled,
  Denied,
  Failed,
  Fulfilled,
  Offered,
  Pending,
  Waiting,
} from '../../src/core/request';
import type { DoneTask, OpenTask } from '../../src/core/task';

/** Numbers that look like the opaque ids of the house, each its own. */
export const id = (number: number): string => `3f2b8f0e-6a51-4a57-9a53-${String(number).padStart(12, '0')}`;

/** The day on which everything in these tests happens. */
export const now = '2026-11-20T09:30:00.000Z';
export const later = '2026-11-23T14:00:00.000Z';

const person = (number: number, name: string, role: Role): Speaker => ({
  id: id(number),
  name,
  role,
  mayDecide: true,
});
export const eve = person(1, 'Eve Employee', 'employee');
export const mei = person(2, '林美', 'employee');
export const dana = person(3, 'Dana Decider', 'approver');
export const omar = person(4, 'Omar Okay', 'approver');
export const ada = person(5, 'Ada Admin', 'admin');
export const zoe = person(6, 'Zoe Zenith', 'admin');
/** The manager of whoever asks. */
export const boss = person(7, 'Bo Boss', 'employee');
/** Of the group `it`. */
export const ida = person(8, 'Ida Itson', 'employee');

/** Somebody of the company, as a policy sees them. */
export const colleague = (
  { mayDecide: _, twins: __, ...person }: Speaker,
  more: Partial<Colleague> = {},
): Colleague => ({
  ...person,
  email: `${(person.name.split(' ')[0] as string).toLowerCase()}@contoso.example`,
  groups: [],
  ...more,
});
/** Everybody who decides. */
export const deciders = [dana, omar, ada].map((person) => colleague(person));

/** The company, as a request of Eve's sees it. */
export const company = (people: Colleague[] = deciders, more: Partial<Company> = {}): Company => ({
  ...companyOf(ownPolicy, people, [eve], undefined),
  ...more,
});

/** A stage of which only what matters is said: any one of the approvers, and silence leads to nothing. */
export const stage = (more: Partial<Stage> = {}): Stage => ({
  ask: [{ is: 'approvers' }],
  may: [],
  need: 1,
  otherwise: [],
  silence: {},
  ...more,
});
/** The bot's own policy with these stages in the place of its own. */
export const policyOf = (...stages: Array<Partial<Stage>>): Policy => ({
  ...ownPolicy,
  version: 3,
  rules: [{ name: 'a rule', when: {}, yields: { is: 'ask', stages: stages.map((one) => stage(one)) } }],
});
/** Who decides by the bot's own policy, where these are there to decide. */
export const decidedBy = (...names: Speaker[]) => ({
  rule: ownPolicy.rules[0] as Rule,
  stages: [names.map(named)],
});
/** Somebody who is asked by the bot's own policy, and has been since Eve asked. */
export const reviewer = ({ id, name, role }: Speaker, more: Partial<Reviewer> = {}): Reviewer => ({
  id,
  name,
  because: { is: role === 'admin' ? 'admin' : 'approver' },
  told: true,
  reminders: 0,
  remindAt: '2026-11-23T09:30:00.000Z',
  ...more,
});

/** What there is of a benefit, where nothing else is said: nothing held, set aside, retired or waited for. */
export const inStock = (stock: Partial<Stock> = {}): Stock => ({
  held: 0,
  shared: false,
  setAside: 0,
  retired: 0,
  waiting: 0,
  ...stock,
});

/** The settings a benefit has when nobody has set any. */
export const settings: BenefitSettings = {
  answerDays: 14,
  noticeDays: [60, 30, 14, 7, 1],
  leadDays: 5,
  taskDays: 3,
  offerHours: 48,
};

/** A keyed benefit of which a person may take several, with everything a benefit can have. */
export const server: Stocked = {
  id: id(101),
  name: 'Windows Server 2025 Standard',
  category: 'software',
  quantity: 16,
  unit: 'core',
  delivery: 'key',
  package: { id: id(100), name: 'Action Pack', starts: '2026-01-15', ends: '2027-01-14', graceDays: 30 },
  settings,
  activateBy: '2026-12-31',
  instructions: {
    en: 'Install from the image first. Then enter the key in Settings, Activation.',
    zhTW: '請先以映像檔安裝，再到「設定」的「啟用」輸入金鑰。',
  },
  languages: ['English', '繁體中文'],
  systems: ['x64', 'arm64'],
  downloadUrl: 'https://download.contoso.example/server/{language}/{system}.iso',
  stock: inStock({ held: 4, freeUnits: 9 }),
};

/** A keyed benefit as plain as can be. */
export const visio: Stocked = {
  id: id(102),
  name: 'Visio Professional 2024',
  category: 'software',
  quantity: 2,
  unit: 'licence',
  delivery: 'key',
  package: server.package,
  settings,
  instructions: {},
  languages: [],
  systems: [],
  stock: inStock({ freeUnits: 2 }),
};

/** One that an admin assigns in Partner Center. */
export const studio: Stocked = {
  ...visio,
  id: id(103),
  name: 'Visual Studio Enterprise Subscription',
  category: 'visual-studio',
  quantity: 3,
  unit: 'subscription',
  delivery: 'assign',
  stock: inStock({ held: 3 }),
};

/** Money: whoever holds it holds all of it. */
export const credit: Stocked = {
  ...studio,
  id: id(104),
  name: 'Microsoft Azure credit',
  category: 'cloud',
  quantity: 100,
  unit: 'USD per month',
  stock: inStock(),
};

export const incidents: Stocked = {
  ...studio,
  id: id(105),
  name: 'Product support incidents',
  category: 'support',
  quantity: 10,
  unit: 'incident',
  stock: inStock({ held: 1 }),
};

/** With the address that Partner Center knows. */
export const withEmail = ({ id, name }: Speaker) => ({
  id,
  name,
  email: `${(name.split(' ')[0] as string).toLowerCase()}@contoso.example`,
});
export const named = ({ id, name }: Speaker) => ({ id, name });
const inRequest = ({ id, name, category, unit, delivery }: Stocked): BenefitInRequest => ({
  id,
  name,
  category,
  unit,
  delivery,
});

/** Eve asks for a server; everything is as it should be. */
export const asking: Asking = {
  id: id(200),
  requester: eve,
  assignee: withEmail(eve),
  benefit: server,
  wish: { quantity: 2, language: 'English', system: 'x64', reason: 'Test machine for the payroll release' },
  open: undefined,
  policy: ownPolicy,
  people: deciders,
  groups: [],
  askedToday: 0,
  holdings: [],
  accountEmail: 'partner@contoso.example',
  now,
};

/** What the rules looked at when Eve asked. */
export const facts: Facts = {
  category: 'software',
  benefit: server.name,
  groups: [],
  onBehalf: false,
  holds: 0,
  wants: 2,
  left: 9,
};
const untold = ({ remindAt: _, ...one }: Reviewer): Reviewer => ({ ...one, told: false });
/** How Eve's request is being decided by the bot's own policy. */
export const course: Course = {
  policy: 0,
  rule: ownRule,
  facts,
  stage: 1,
  stages: 1,
  since: now,
  need: 1,
  escalateAt: '2026-11-23T09:30:00.000Z',
  reviewers: [reviewer(dana), reviewer(omar), untold(reviewer(ada))],
  reviews: [],
  remarks: [],
};

export const pending: Pending = {
  id: id(200),
  version: 1,
  state: 'pending',
  requester: named(eve),
  assignee: named(eve),
  way: { is: 'asked' },
  benefit: inRequest(server),
  quantity: 2,
  language: 'English',
  system: 'x64',
  reason: 'Test machine for the payroll release',
  askedAt: now,
  asked: [named(dana), named(omar)],
  course,
};
export const byDana = { ...course, reviews: [{ stage: 1, by: named(dana), at: later }] };
const decided = { version: 2, by: named(dana), at: later, course: byDana } as const;

export const fulfilled: Fulfilled = {
  ...pending,
  ...decided,
  state: 'fulfilled',
  holding: id(300),
  since: later,
};
export const denied: Denied = {
  ...pending,
  ...decided,
  course,
  state: 'denied',
  why: 'Use the shared test server.',
};
export const cancelled: Cancelled = {
  ...pending,
  version: 2,
  state: 'cancelled',
  at: later,
  because: 'taken-back',
  through: named(eve),
};
export const approved: Approved = {
  id: id(201),
  askedAt: now,
  asked: [named(dana), named(omar)],
  requester: named(mei),
  assignee: named(mei),
  way: { is: 'asked' },
  benefit: inRequest(studio),
  quantity: 1,
  reason: '新版本的建置伺服器',
  ...decided,
  state: 'approved',
  task: id(400),
};

export const openTask: OpenTask = {
  id: id(400),
  state: 'open',
  duty: { kind: 'set-up', request: approved },
  person: { ...named(mei), email: 'mei@contoso.example' },
  openedAt: later,
  dueOn: '2026-11-26',
  reminders: 0,
};
export const doneTask: DoneTask = {
  ...openTask,
  state: 'done',
  by: named(ada),
  at: '2026-11-24T08:00:00.000Z',
  evidence: 'Subscription 4711',
};

const { task: _, ...withoutTask } = approved;
export const setUp: Fulfilled = {
  ...withoutTask,
  version: 3,
  state: 'fulfilled',
  holding: id(301),
  since: doneTask.at,
};

export const holding: Holding = {
  id: id(300),
  request: id(200),
  person: named(eve),
  benefit: inRequest(server),
  quantity: 2,
  used: 0,
  language: 'English',
  system: 'x64',
  since: later,
  approvedBy: named(dana),
  way: 'asked',
  key: true,
  shown: false,
  state: { is: 'live' },
};

export const waitingRequest: Waiting = { ...pending, ...decided, state: 'waiting' };
export const offeredRequest: Offered = {
  ...pending,
  ...decided,
  version: 3,
  state: 'offered',
  until: '2026-11-25T14:00:00.000Z',
  kept: { key: id(500), unit: { unit: '7', pool: id(501) } },
};
const failedRequest: Failed = {
  ...withoutTask,
  version: 3,
  state: 'failed',
  through: named(ada),
  why: 'Partner Center does not know this address.',
};
/** Eve's key, taken back by Ada. */
const takenBack = { how: 'taken-back', by: named(ada), why: 'The project has ended.' } as const;
const { through: __, ...cancelledBySomebody } = cancelled as Extract<Cancelled, { through: unknown }>;
const cancelledOffer: Cancelled = { ...cancelledBySomebody, version: 4, because: 'offer-over' };

/** Mei asks for what nobody has to give just now. */
export const meisRequest: Pending = {
  ...pending,
  id: id(202),
  requester: named(mei),
  assignee: named(mei),
  benefit: inRequest(visio),
  quantity: 1,
  reason: '製作新的網路架構圖',
  course: { ...course, facts: { ...facts, benefit: visio.name, wants: 1, left: 0 } },
};
/** Dana has agreed to what Eve asked for, and now an admin decides. */
export const inSecondStage: Pending = {
  ...pending,
  version: 2,
  asked: [named(dana), named(omar), named(ada)],
  course: {
    ...course,
    policy: 3,
    rule: 'servers',
    stage: 2,
    stages: 3,
    since: later,
    reviewers: [reviewer(ada)],
    reviews: [{ stage: 1, by: named(dana), at: later }],
  },
};
/** Dana wants to know something before she decides. */
export const question: Remark = {
  id: id(800),
  by: named(dana),
  kind: 'question',
  text: 'Until when do you need it?',
  at: later,
};

/** Where the ledger ends. */
export const head: Head = { seal: 4_711, mac: 'c0ffee12'.repeat(8), at: later };

/** The portal says that Eve has a subscription which she does not hold here. */
export const thereOnly: OpenDifference = {
  id: id(700),
  kind: 'there-only',
  benefit: inRequest(studio),
  person: { ...named(eve), email: 'eve@contoso.example' },
  quantity: 1,
  assigned: '2026-06-01',
  exported: '2026-11-20',
  foundAt: '2026-11-21T08:00:00.000Z',
  state: 'open',
};

/** One example of every notice: a kind without one does not compile. */
export const notices: { [K in NoticeKind]: Extract<Notice, { kind: K }> } = {
  'to-decide': {
    kind: 'to-decide',
    request: pending,
    background: { leftAfter: 7, holds: ['Visio Professional 2024'] },
    reader: dana.id,
  },
  digest: {
    kind: 'digest',
    waiting: [
      { request: pending, background: { leftAfter: 7, holds: [] } },
      { request: meisRequest, background: { leftAfter: 0, holds: [], ahead: 1 } },
    ],
  },
  decided: { kind: 'decided', request: denied },
  'stage-passed': {
    kind: 'stage-passed',
    request: inSecondStage,
    review: { stage: 1, by: named(dana), at: later },
    reader: inSecondStage.requester.id,
  },
  question: { kind: 'question', request: pending, question },
  'still-waits': {
    kind: 'still-waits',
    request: { ...inSecondStage, course: { ...inSecondStage.course, remarks: [question] } },
    reader: inSecondStage.requester.id,
  },
  overridden: {
    kind: 'overridden',
    request: { ...denied, by: named(ada) },
    by: named(ada),
    why: 'The server is given to nobody until the audit is over.',
  },
  'stands-in': { kind: 'stands-in', person: named(dana), from: '2026-12-01', until: '2026-12-14' },
  'asked-for-you': { kind: 'asked-for-you', request: { ...pending, requester: named(mei) } },
  waiting: { kind: 'waiting', request: waitingRequest, place: 2 },
  offered: { kind: 'offered', request: offeredRequest, to: 'assignee' },
  'with-microsoft': {
    kind: 'with-microsoft',
    request: {
      ...approved,
      benefit: inRequest(incidents),
      email: 'mei.lin@fabrikam.example',
      version: 3,
      withMicrosoft: later,
    },
    days: 5,
  },
  'handed-over': { kind: 'handed-over', request: { ...fulfilled, requester: named(mei) } },
  cancelled: { kind: 'cancelled', request: cancelledOffer, to: 'assignee' },
  failed: { kind: 'failed', request: failedRequest },
  overdue: { kind: 'overdue', task: { ...openTask, reminders: 2 }, escalated: true },
  'task-claimed': {
    kind: 'task-claimed',
    task: { ...openTask, claimed: { by: named(ada), at: later } },
  },
  ended: {
    kind: 'ended',
    holding: { ...holding, state: { is: 'ended', at: later, ...takenBack } },
    ending: takenBack,
  },
  'key-checked': { kind: 'key-checked', holding, outcome: 'broken' },
  replaced: { kind: 'replaced', holding },
  'still-needed': {
    kind: 'still-needed',
    holding: { ...holding, state: { is: 'inquired', answerBy: '2026-12-07T14:00:00.000Z' } },
    answerBy: '2026-12-07T14:00:00.000Z',
    reminder: false,
  },
  'came-back': {
    kind: 'came-back',
    holding: { ...holding, state: { is: 'ended', at: later, how: 'unanswered' } },
    ending: { how: 'unanswered' },
  },
  'several-came-back': {
    kind: 'several-came-back',
    back: [
      { person: eve.name, benefit: server.name, quantity: 2, unit: server.unit },
      { person: mei.name, benefit: visio.name, quantity: 1, unit: visio.unit },
    ],
  },
  lapsing: {
    kind: 'lapsing',
    all: [
      {
        package: 'Action Pack',
        lapse: { what: 'package', on: '2027-01-14' },
        days: 30,
        benefits: [
          { name: server.name, held: 4, unused: 9 },
          { name: visio.name, held: 0, unused: 2 },
        ],
      },
    ],
    yours: [
      {
        package: 'Action Pack',
        lapse: { what: 'grace', on: '2027-02-13' },
        days: 60,
        as: 'held',
        benefits: [server.name],
      },
    ],
  },
  'low-stock': { kind: 'low-stock', benefit: inRequest(visio), left: 1, threshold: 2, waiting: 0 },
  'webhook-gave-up': { kind: 'webhook-gave-up', count: 17, failure: 'http_503', since: '41' },
  'ledger-head': { kind: 'ledger-head', head },
  'ledger-in-doubt': {
    kind: 'ledger-in-doubt',
    doubt: { id: doubtIdOf(head), is: 'shorter', noted: head, found: { ...head, seal: 4_705 } },
  },
  'keys-missing': { kind: 'keys-missing', missing: { is: 'another', number: 1 } },
  'key-unreadable': { kind: 'key-unreadable', holding, is: 'not-authentic', incident: '4f0a9c1d' },
  difference: { kind: 'difference', difference: thereOnly },
  differences: { kind: 'differences', found: 17, exported: '2026-11-20' },
  'file-imported': {
    kind: 'file-imported',
    by: named(ada),
    file: 'people.csv',
    report: {
      kind: 'people',
      counts: [
        ['rows', 20],
        ['new', 2],
        ['changed', 1],
      ],
      lines: [
        { about: 'granted', what: 'Mallory More', role: { to: 'admin' }, count: 1, at: [] },
        {
          about: 'moved',
          what: 'Dana Decider',
          role: { to: 'approver' },
          under: 'Slack U03DANA → U07ELSE',
          count: 1,
          at: [],
        },
        { about: 'elsewhere', what: '', count: 6, at: [2, 5, 6, 7, 8] },
      ],
      more: 4,
      writes: true,
    },
  },
  back: { kind: 'back', person: named(dana), role: 'approver' },
  left: {
    kind: 'left',
    leaver: {
      person: named(eve),
      gaveBack: [
        { benefit: server.name, quantity: 2, task: false },
        { benefit: studio.name, quantity: 1, task: true },
        { benefit: visio.name, quantity: 1, task: false, key: 'seen' },
        { benefit: 'Office 365 E3', quantity: 5, task: false, key: 'spent' },
      ],
      cancelled: [visio.name],
      askedAgain: [{ requester: mei.name, benefit: visio.name, asked: [omar.name] }],
    },
  },
  approved: { kind: 'approved', request: approved, to: 'assignee', claimedBy: named(ada) },
  granted: { kind: 'granted', request: fulfilled, lastRefund: true },
  'set-up': { kind: 'set-up', request: setUp, evidence: 'Subscription 4711' },
  denied: { kind: 'denied', request: denied },
  'to-do': { kind: 'to-do', task: openTask },
  'task-done': { kind: 'task-done', task: doneTask },
};

/** Dana approves what Eve asked for, and hands a unit of a key over. */
export const approving: Approving = {
  request: pending,
  version: 1,
  by: dana,
  benefit: server,
  assignee: withEmail(eve),
  handover: { by: 'unit', unit: '7', key: id(500), pool: id(501) },
  holding: id(300),
  task: id(400),
  lastRefund: false,
  admins: [ada],
  policy: ownPolicy,
  company: company(),
  background: { leftAfter: 7, holds: [] },
  now: later,
};

/** Ada has set up what Mei was approved. */
export const finishing: Finishing = {
  task: openTask,
  by: ada,
  evidence: 'Subscription 4711',
  holding: id(301),
  admins: [ada],
  now: doneTask.at,
};

/** The first moment at which the package of `server` has ended. */
export const packageEnded = '2027-01-15T00:00:00.000Z';
