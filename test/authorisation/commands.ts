import { randomUUID } from 'node:crypto';
import type { Command, CommandType } from '../../src/core/command';
import { doubtIdOf, type Head } from '../../src/core/ledger';
import { keysFile } from '../support/held-file';
import { tara, xena } from './cast';
import type { holdings, others, requests, tasks } from './matrix';
import type { World } from './world';

type Of<T extends CommandType> = Extract<Command, { type: T }>;

/** A file with one key that nobody has. */
export const givenKeys = keysFile('fresh', 'MTRXN-FAKE7-9QK7M-C3XJT-4HRBD');

/** A head that was noted of another ledger than that of the table. */
export const missedHead: Head = { seal: 9, mac: 'ab'.repeat(32), at: '2026-11-01T09:00:00.000Z' };

/** Each command about a request, as a card or a form of it sends it. */
export const aboutRequest: {
  [T in keyof typeof requests]: (request: string, version: number, world: World) => Of<T>;
} = {
  review: (request) => ({ type: 'review', request }),
  'share-request': (request) => ({ type: 'share-request', request }),
  shared: (request, version) => ({ type: 'shared', request, version }),
  approve: (request, version) => ({ type: 'approve', request, version }),
  'approve-form': (request, version) => ({ type: 'approve-form', request, version }),
  refuse: (request, version) => ({ type: 'refuse', request, version }),
  deny: (request, version) => ({ type: 'deny', request, version, reason: 'Not this year' }),
  'take-on': (request, version) => ({ type: 'take-on', request, version }),
  'hand-over-form': (request, version) => ({ type: 'hand-over-form', request, version }),
  'hand-over': (request, version, { person }) => ({
    type: 'hand-over',
    request,
    version,
    person: `person:${person(tara)}`,
  }),
  'remark-form': (request) => ({ type: 'remark-form', request }),
  remark: (request) => ({ type: 'remark', remark: randomUUID(), request, what: 'For which project?' }),
  // Slack and Teams name a message in their own ways; here it is named after the request it shows.
  reply: (request) => ({ type: 'reply', to: { message: request }, text: 'For which project?' }),
  'override-form': (request, version) => ({ type: 'override-form', request, version }),
  override: (request, version) => ({
    type: 'override',
    request,
    version,
    verdict: 'approve',
    reason: 'The server is down and nobody answers',
  }),
  cancel: (request) => ({ type: 'cancel', request }),
  accept: (request) => ({ type: 'accept', request }),
  decline: (request) => ({ type: 'decline', request }),
  'change-form': (request) => ({ type: 'change-form', request }),
  change: (request, version) => ({
    type: 'change',
    request,
    version,
    quantity: 1,
    reason: 'One will do',
  }),
  nudge: (request) => ({ type: 'nudge', request }),
};

/** Each command about a holding, and of what it is one: some are about tokens or incidents only. */
export const aboutHolding: {
  [T in keyof typeof holdings]: [of: keyof World['holdings'], (holding: string, world: World) => Of<T>];
} = {
  holding: ['key', (holding) => ({ type: 'holding', holding })],
  'show-key': ['key', (holding) => ({ type: 'show-key', holding })],
  'report-form': ['key', (holding) => ({ type: 'report-form', holding })],
  'report-key': [
    'key',
    (holding) => ({ type: 'report-key', report: randomUUID(), holding, reason: 'It is refused' }),
  ],
  'plan-form': ['token', (holding) => ({ type: 'plan-form', holding })],
  'plan-token': ['token', (holding) => ({ type: 'plan-token', holding, seats: 5 })],
  'use-form': ['incidents', (holding) => ({ type: 'use-form', holding })],
  use: [
    'incidents',
    (holding) => ({ type: 'use', use: randomUUID(), holding, quantity: 1, what: 'A restore' }),
  ],
  'return-form': ['key', (holding) => ({ type: 'return-form', holding })],
  return: ['key', (holding) => ({ type: 'return', holding })],
  keep: ['key', (holding) => ({ type: 'keep', holding })],
  'remove-form': ['key', (holding) => ({ type: 'remove-form', holding })],
  remove: ['key', (holding) => ({ type: 'remove', holding, reason: 'Somebody else needs it' })],
  'reassign-form': ['key', (holding) => ({ type: 'reassign-form', holding })],
  reassign: [
    'key',
    (holding, { person }) => ({
      type: 'reassign',
      request: randomUUID(),
      holding,
      person: `person:${person(xena)}`,
      reason: 'It goes on',
    }),
  ],
};

/** Each command about a task. */
export const aboutTask: { [T in keyof typeof tasks]: (task: string) => Of<T> } = {
  task: (task) => ({ type: 'task', task }),
  'claim-task': (task) => ({ type: 'claim-task', task }),
  finish: (task) => ({ type: 'finish', task }),
  done: (task) => ({ type: 'done', task, evidence: 'Order 17' }),
  'give-up': (task) => ({ type: 'give-up', task }),
  'could-not': (task) => ({ type: 'could-not', task, reason: 'Microsoft refused it' }),
};

/** Each command about nothing that has a state. `code`: a one-time code that was made in the other chat. */
export const aboutNothing: { [T in keyof typeof others]: (world: World, code: string) => Of<T> } = {
  say: () => ({ type: 'say', text: 'list', dialog: false }),
  help: () => ({ type: 'help' }),
  menu: () => ({ type: 'menu' }),
  home: () => ({ type: 'home' }),
  pick: () => ({ type: 'pick' }),
  'pick-person': () => ({ type: 'pick-person' }),
  suggest: () => ({ type: 'suggest', of: 'benefits', typed: '' }),
  list: () => ({ type: 'list' }),
  show: ({ benefit }) => ({ type: 'show', benefit }),
  share: ({ benefit }) => ({ type: 'share', benefit }),
  ask: ({ benefit }) => ({ type: 'ask', benefit }),
  request: ({ benefit }) => ({ type: 'request', request: randomUUID(), benefit, reason: 'For the work' }),
  requests: () => ({ type: 'requests' }),
  mine: () => ({ type: 'mine' }),
  policy: () => ({ type: 'policy' }),
  queue: () => ({ type: 'queue' }),
  'away-form': () => ({ type: 'away-form' }),
  away: ({ person }) => ({
    type: 'away',
    from: '2098-01-01',
    until: '2098-01-08',
    person: `person:${person(tara)}`,
  }),
  back: () => ({ type: 'back' }),
  link: () => ({ type: 'link' }),
  'link-code': (_, code) => ({ type: 'link-code', code }),
  tasks: () => ({ type: 'tasks' }),
  stock: () => ({ type: 'stock' }),
  holders: ({ benefit }) => ({ type: 'holders', benefit }),
  calendar: () => ({ type: 'calendar' }),
  ledger: () => ({ type: 'ledger' }),
  report: () => ({ type: 'report' }),
  'accept-ledger-form': () => ({ type: 'accept-ledger-form', doubt: doubtIdOf(missedHead) }),
  'accept-ledger': () => ({
    type: 'accept-ledger',
    doubt: doubtIdOf(missedHead),
    reason: 'Restored after a failed disk',
  }),
  differences: () => ({ type: 'differences' }),
  difference: ({ difference }) => ({ type: 'difference', difference }),
  'settle-difference': ({ difference }) => ({ type: 'settle-difference', difference }),
  'leave-difference-form': ({ difference }) => ({ type: 'leave-difference-form', difference }),
  'leave-difference': ({ difference }) => ({
    type: 'leave-difference',
    difference,
    reason: 'He is on leave',
  }),
  'offer-file': () => ({ type: 'offer-file', name: 'keys.csv', size: 100 }),
  'read-file': () => ({ type: 'read-file', name: 'keys.csv', content: givenKeys }),
  'file-kind': ({ file }) => ({ type: 'file-kind', file, kind: 'keys' }),
  'name-form': ({ file }) => ({ type: 'name-form', file, name: 0 }),
  'name-means': ({ file, benefit }) => ({ type: 'name-means', file, name: 0, benefit }),
  'make-benefits': ({ file }) => ({ type: 'make-benefits', file, make: true }),
  'import-file': ({ file }) => ({ type: 'import-file', file }),
  people: () => ({ type: 'people' }),
  person: ({ person }) => ({ type: 'person', person: `person:${person(xena)}` }),
  'assign-form': ({ benefit }) => ({ type: 'assign-form', benefit }),
  assign: ({ benefit, person }) => ({
    type: 'assign',
    assignment: randomUUID(),
    benefit,
    people: [`person:${person(xena)}`],
    reason: 'For the work',
  }),
  'add-person-form': () => ({ type: 'add-person-form' }),
  'add-person': () => ({
    type: 'add-person',
    id: randomUUID(),
    name: 'Fay Fresh',
    email: 'fay@contoso.example',
  }),
};
