import type { Card } from '../../src/core/card';
import { asOf, type HeldOn } from '../../src/core/held-on';
import { type Gathered, lately, reportOf } from '../../src/core/report';
import type { View } from '../../src/core/views/catalogue';
import { heldOn } from '../../src/core/views/held-on';
import { report } from '../../src/core/views/report';
import { ada, dana, eve, id, mei, named, omar, server, studio, visio } from './examples';

const { id: benefit, name, category, unit, delivery, package: pack } = server;
const at = '2026-06-12T09:30:00.000Z';
const one: HeldOn = {
  holding: id(300),
  request: id(200),
  person: { ...named(eve), email: 'eve@contoso.example' },
  benefit: { id: benefit, name, category, unit, delivery },
  package: { name: pack.name, partnerId: '1234567', starts: pack.starts, ends: pack.ends },
  quantity: 4,
  used: 0,
  since: at,
  asked: { way: 'asked', by: named(eve), at, reason: 'For the new file server' },
  approval: {
    is: 'people',
    rule: 'Servers',
    version: 3,
    at,
    said: [
      { by: named(dana), at, stage: 1 },
      { by: named(omar), for: named(ada), at, stage: 2 },
    ],
    row: 17,
  },
  done: [],
  shown: [
    { to: named(eve), at },
    { to: named(eve), at: '2026-06-13T10:00:00.000Z', maybe: true },
  ],
  rows: [16, 17],
};
const byRule: HeldOn = {
  ...one,
  holding: id(301),
  person: named(mei),
  quantity: 1,
  approval: { is: 'rule', rule: 'A few at once', version: 3, at, row: 18 },
  shown: [],
  end: {
    at: '2026-06-30T14:05:00.000Z',
    how: 'reassigned',
    by: named(ada),
    why: 'The project is over',
  },
};
const alone: HeldOn = {
  ...one,
  holding: id(302),
  benefit: { ...one.benefit, id: studio.id, name: studio.name, unit: studio.unit },
  quantity: 1,
  approval: {
    is: 'people',
    rule: 'any approver',
    version: 0,
    at,
    said: [{ by: named(ada), at, stage: 1, alone: true, why: 'The site is down and nobody answers' }],
    row: 19,
  },
  shown: [one.shown[0] as HeldOn['shown'][0]],
};
const given: HeldOn = {
  ...alone,
  holding: id(303),
  asked: { ...one.asked, way: 'assigned', by: named(ada) },
  approval: { is: 'admin', by: named(ada), at, row: 20 },
  shown: [],
};
const unproven: HeldOn = { ...alone, holding: id(304), approval: { is: 'missing' }, shown: [] };

const day = asOf('2026-06-30');
const ofServer = { is: 'benefit', id: benefit, name } as const;
const ofEve = { is: 'person', ...named(eve) } as const;
const whole = { page: 1, more: false };

/** A membership of which everything is told that a report can tell. */
export const gathered: Gathered = {
  benefits: [
    { ...server, settings: { ...server.settings, price: { currency: 'USD', hundredths: 53_900 } } },
    { ...visio, quantity: 2, stock: { ...visio.stock, held: 2, waiting: 3 } },
    ...Array.from({ length: 9 }, (_, nth) => ({
      ...studio,
      id: id(400 + nth),
      name: `${studio.name} ${nth + 1}`,
    })),
  ],
  all: { asked: 17, approved: 14, denied: 2, having: { count: 14, median: 5_400, p90: 259_200 } },
  counted: new Map([
    [id(400), { asked: 3, having: { count: 3, median: 90_000, p90: 260_000 } }],
    [id(402), { having: { count: 1, median: 5_400, p90: 5_400 } }],
    [server.id, { asked: 9, having: { count: 8, median: 40, p90: 1_900 } }],
    [visio.id, { asked: 5, denied: 2, pending: 1, waitingSince: at, idle: 1 }],
  ]),
  approvers: [
    { person: named(dana), answering: { count: 12, median: 600, p90: 7_200 } },
    { person: named(omar), answering: { count: 2, median: 90_000, p90: 200_000 } },
  ],
  tokens: new Map(),
};
const nothing: Gathered = { benefits: [], all: {}, counted: new Map(), approvers: [], tokens: new Map() };
/** The same of the last thirty days. */
export const reported = reportOf(lately('2026-11-20', 30), gathered);

/** Every card of a day that is over. */
export const cardsOfLookingBack: Record<string, (view: View) => Card> = {
  'who held it on a day': (view) => heldOn(view, ofServer, day, [one, byRule], whole),
  'nobody held it on a day': (view) => heldOn(view, ofServer, day, [], whole),
  'what somebody held on a day': (view) =>
    heldOn(view, ofEve, day, [one, alone, given, unproven], { page: 1, more: true }),
  'the report of the last days': (view) => report(view, reported),
  'a report with nothing to tell': (view) => report(view, reportOf(lately('2026-11-20', 90), nothing)),
  'somebody held nothing on a day': (view) => heldOn(view, ofEve, day, [], whole),
};
