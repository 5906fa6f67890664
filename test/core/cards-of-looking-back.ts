import type { Card } from '../../src/core/card';
import { asOf, type HeldOn } from '../../src/core/held-on';
import type { View } from '../../src/core/views/catalogue';
import { heldOn } from '../../src/core/views/held-on';
import { ada, dana, eve, id, mei, named, omar, server, studio } from './examples';

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

/** Every card of a day that is over. */
export const cardsOfLookingBack: Record<string, (view: View) => Card> = {
  'who held it on a day': (view) => heldOn(view, ofServer, day, [one, byRule], whole),
  'nobody held it on a day': (view) => heldOn(view, ofServer, day, [], whole),
  'what somebody held on a day': (view) =>
    heldOn(view, ofEve, day, [one, alone, given, unproven], { page: 1, more: true }),
  'somebody held nothing on a day': (view) => heldOn(view, ofEve, day, [], whole),
};
