import { kindOf } from '../../src/core/benefit';
import type { Card } from '../../src/core/card';
import { closedTask } from '../../src/core/leave';
import { type OpenTask, reachedAgain, type TaskKind } from '../../src/core/task';
import {
  assigned,
  assignForm,
  ready,
  reassigned,
  reassignForm,
  whichOne,
} from '../../src/core/views/assigning';
import { reported, reportForm } from '../../src/core/views/broken-key';
import { calendar } from '../../src/core/views/calendar';
import type { View } from '../../src/core/views/catalogue';
import { removeForm, returnForm } from '../../src/core/views/given-back';
import { holding as drawHolding } from '../../src/core/views/holding';
import { keysMissing } from '../../src/core/views/keys-trouble';
import { lapsing } from '../../src/core/views/lapses';
import { acceptForm, inDoubt, ledgerState } from '../../src/core/views/ledger';
import { addPersonForm, people, person, personAdded } from '../../src/core/views/people';
import { kept } from '../../src/core/views/still-needed';
import { holders, stock } from '../../src/core/views/stock';
import { used, useForm } from '../../src/core/views/support';
import { finishForm, giveUpForm } from '../../src/core/views/task-forms';
import { oneTask } from '../../src/core/views/tasks';
import { planForm, planned } from '../../src/core/views/token';
import {
  ada,
  approved,
  dana,
  eve,
  head,
  holding,
  id,
  incidents,
  later,
  mei,
  named,
  notices,
  offeredRequest,
  openTask,
  pending,
  server,
  setUp,
  studio,
  visio,
  waitingRequest,
} from './examples';

const pick = ({ id, name, category, unit, delivery }: typeof server) => ({
  id,
  name,
  category,
  unit,
  delivery,
});
const support = {
  ...approved,
  benefit: pick(incidents),
  quantity: 2,
  email: 'mei.lin@fabrikam.example',
};
/** One of every kind: a kind without one does not compile. */
const tasks: { [K in TaskKind]: OpenTask & { duty: { kind: K } } } = {
  'set-up': { ...openTask, duty: { kind: 'set-up', request: approved } },
  activate: { ...openTask, duty: { kind: 'activate', request: support } },
  'record-ids': { ...openTask, duty: { kind: 'record-ids', request: { ...support, withMicrosoft: later } } },
  reassign: {
    ...openTask,
    duty: {
      kind: 'reassign',
      request: { ...approved, way: { is: 'reassigned', holding: id(300) } },
      from: { ...named(eve), email: 'eve@contoso.example' },
    },
  },
  remove: {
    ...openTask,
    duty: {
      kind: 'remove',
      holding: id(300),
      benefit: pick(studio),
      quantity: 1,
      evidence: 'Subscription 4711',
      frees: '2027-02-21',
    },
  },
  'check-key': {
    ...openTask,
    duty: {
      kind: 'check-key',
      holding: id(300),
      benefit: pick(server),
      unit: { unit: '7', pool: id(501) },
      report: 'Setup says that the key was used too often.',
    },
  },
  reach: { ...openTask, duty: { kind: 'reach' } },
};
const ofStudio = { ...holding, id: id(302), benefit: setUp.benefit, quantity: 1, key: false };
const ofIncidents = {
  ...holding,
  id: id(303),
  benefit: pick(incidents),
  quantity: 2,
  used: 1,
  key: false,
  email: 'eve@fabrikam.example',
  contract: { accessId: '123456789', contractId: 'C-987654' },
};
const uses = [
  { id: id(600), by: eve.name, quantity: 1, what: 'The payroll server did not start', at: later },
];
const lapses = notices.lapsing.all;

/** Every card of what comes after an approval, of admins and of holders. */
export const cardsOfLife: Record<string, (view: View) => Card> = {
  ...Object.fromEntries(
    Object.entries(tasks).flatMap(([name, one]) => [
      [`task: ${name}`, (view: View) => oneTask(view, one)],
      [`task: ${name}, the form to finish it`, (view: View) => finishForm(view, one)],
    ]),
  ),
  'a last day to activate is over': (view) =>
    lapsing(view, {
      kind: 'lapsing',
      all: [
        {
          package: 'Action Pack',
          lapse: { what: 'missed', on: '2026-11-20' },
          days: -1,
          benefits: [{ name: server.name, held: 4, missedBy: [eve.name] }],
        },
      ],
      yours: [
        {
          package: 'Action Pack',
          lapse: { what: 'missed', on: '2026-11-20' },
          days: -1,
          as: 'unused',
          benefits: [server.name],
          keys: [{ holding: holding.id, benefit: server.name }],
        },
      ],
    }),
  'task: somebody was reached': (view) => oneTask(view, reachedAgain(tasks.reach, later)),
  'task: whoever was to be reached has left': (view) =>
    oneTask(view, closedTask(tasks.reach, tasks.reach.person, later)),
  'task: the form to give it up': (view) => giveUpForm(view, openTask),
  'one holding, to its holder': (view) => drawHolding(view, holding, [], { owns: true, keeps: false }),
  'one holding, to an admin': (view) => drawHolding(view, ofStudio, [], { owns: false, keeps: true }),
  'incidents, to their holder': (view) => drawHolding(view, ofIncidents, uses, { owns: true, keeps: false }),
  'the form for a use': (view) => useForm(view, ofIncidents, id(601)),
  'a use was written down': (view) => used(view, ofIncidents, uses),
  'the form to give back a key': (view) => returnForm(view, holding, { is: 'key-goes-on', shown: true }),
  'the form to give back what is spent': (view) => returnForm(view, holding, { is: 'key-is-spent' }),
  'the form to take back': (view) => removeForm(view, holding, { is: 'free-at-once', shared: false }),
  'it is still needed': (view) => kept(view, holding),
  'the form for a key that does not work': (view) => reportForm(view, holding, holding.id),
  'a key was reported': (view) => reported(view, holding, 'another-key'),
  'a key was reported, and none is left': (view) => reported(view, holding, 'none-yet'),
  'the form to plan with a token': (view) => planForm(view, { ...holding, quantity: 25 }),
  'a plan with a token, where seats are active': (view) =>
    planned(
      view,
      { ...holding, quantity: 25 },
      {
        is: 'choice',
        active: 50,
        add: { seats: 75, ends: '2027-07-21' },
        extend: { seats: 50, ends: '2027-09-21', months: 6 },
      },
    ),
  'one thing was meant, and its form is a press away': (view) =>
    ready(view, studio.name, view.words.assigning.returnReady(studio.name), view.words.buttons.return, {
      type: 'return-form',
      holding: id(302),
    }),
  'several things may have been meant': (view) =>
    whichOne(view, false, [
      {
        title: studio.name,
        text: 'A',
        label: view.words.buttons.holders,
        press: { type: 'holders', benefit: studio.id },
      },
      {
        title: visio.name,
        text: 'B',
        label: view.words.buttons.holders,
        press: { type: 'holders', benefit: visio.id },
      },
    ]),
  'the form to assign': (view) => assignForm(view, studio, id(700), []),
  'the form to assign to somebody': (view) =>
    assignForm(view, studio, id(700), [{ ref: `person:${mei.id}`, name: mei.name }]),
  'the form to assign a support benefit': (view) => assignForm(view, incidents, id(700), []),
  'what became of assigning to several': (view) =>
    assigned(view, studio.name, [
      { name: mei.name, is: 'given', request: approved },
      { name: 'Nobody', is: 'refused', refusal: { why: 'unknown-person', said: 'Nobody' } },
    ]),
  'the form to reassign': (view) => reassignForm(view, ofStudio, id(701), undefined),
  'it is being reassigned': (view) =>
    reassigned(view, named(eve), { ...approved, way: { is: 'reassigned', holding: id(302) } }),
  everybody: (view) =>
    people(
      view,
      [
        { ...named(ada), role: 'admin', email: 'ada@contoso.example' },
        { ...named(dana), role: 'approver' },
      ],
      1,
    ),
  'one person': (view) =>
    person(
      view,
      { ...named(eve), role: 'employee', email: 'eve@contoso.example' },
      [holding, ofStudio],
      [pending],
    ),
  'the form to add a person': (view) => addPersonForm(view, id(702)),
  'a person was added': (view) =>
    personAdded(view, { id: id(703), name: 'Nina New', email: 'nina@contoso.example' }),
  'the stock': (view) =>
    stock(
      view,
      [server, visio, studio].map((benefit) => ({ ...benefit, units: kindOf(benefit) === 'key' ? 13 : 0 })),
      1,
    ),
  'who holds it': (view) => holders(view, server, [holding], [offeredRequest, waitingRequest], 1),
  'who holds it, and for whom it is set up': (view) =>
    holders(view, studio, [ofStudio], [approved, waitingRequest], 1),
  'what lapses when': (view) => calendar(view, lapses, 1),
  'where the ledger ends': (view) => ledgerState(view, { head, unsealed: 3, strange: 0 }),
  'where the ledger ends, and somebody put seals into it': (view) =>
    ledgerState(view, { head, unsealed: 0, strange: 2 }),
  'nothing in the ledger is sealed': (view) =>
    ledgerState(view, { head: undefined, unsealed: 0, strange: 0 }),
  'another ledger than the one noted': (view) =>
    inDoubt(view, { doubt: { ...notices['ledger-in-doubt'].doubt, is: 'other' } }),
  'an admin has said what happened to the ledger': (view) =>
    inDoubt(view, {
      ...notices['ledger-in-doubt'],
      accepted: { by: named(ada), at: later, why: 'Restored after a failed disk' },
    }),
  'no key can be opened, because their file is lost': (view) =>
    keysMissing(view, { missing: { is: 'lost' } }),
  'no key can be opened, because a number is not there': (view) =>
    keysMissing(view, { missing: { is: 'no-number', number: 2 } }),
  'no key can be opened, because the database lost some': (view) =>
    keysMissing(view, { missing: { is: 'incomplete' } }),
  'the form to say what happened to the ledger': (view) => acceptForm(view, notices['ledger-in-doubt'].doubt),
  'nothing lapses': (view) => calendar(view, [], 1),
};
