import type { Card } from '../../src/core/card';
import type { View } from '../../src/core/views/catalogue';
import { type AtHome, home, menu, nothingKnown } from '../../src/core/views/home';
import { pickForm, pickPersonForm } from '../../src/core/views/pick';
import { reported } from './cards-of-looking-back';
import { approved, eve, holding, id, openTask, pending, server, setUp, studio, visio } from './examples';

const nothing: AtHome = {
  holdings: [],
  open: [],
  standing: { places: new Map(), onIt: new Map() },
  found: [],
  search: '',
};
const own = {
  ...nothing,
  holdings: [holding, { ...holding, id: id(302), benefit: setUp.benefit, quantity: 1, key: false }],
  open: [pending, approved],
  found: [server, visio, studio],
};
const lapses: NonNullable<AtHome['upkeep']>['lapses'] = [
  {
    package: 'Action Pack',
    lapse: { what: 'package', on: '2027-01-14' },
    days: 55,
    benefits: [{ name: server.name, held: 4, unused: 12 }],
  },
];

const unsettled: NonNullable<AtHome['upkeep']>['unsettled'] = {
  differences: 2,
  scarce: [{ id: visio.id, name: visio.name, waiting: 1, needs: 'keys' }],
};

/** The one page with everything on it, the menu, and the forms in which something is looked up. */
export const cardsOfHome: Record<string, (view: View) => Card> = {
  'the home page of somebody who has something': (view) => home(view, own, 1),
  'the home page of somebody new, where nothing was brought in': (view) => home(view, nothing, 1),
  'the home page of an approver': (view) =>
    home(
      view,
      { ...nothing, found: [visio], waiting: [pending, { ...pending, id: id(201), benefit: setUp.benefit }] },
      1,
    ),
  'the home page of an admin': (view) =>
    home(
      view,
      {
        ...own,
        waiting: [],
        upkeep: { low: [{ ...server, units: 20 }], tasks: [openTask], unsettled, lapses, report: reported },
      },
      1,
    ),
  'the home page after a search': (view) => home(view, { ...nothing, found: [visio], search: 'visio' }, 1),
  'the home page after a search in vain': (view) => home(view, { ...nothing, search: 'xyzzy' }, 1),
  'the home page of somebody who was forgotten': (view) => nothingKnown(view),
  'the menu': (view) => menu(view, { decides: false, admin: false }),
  'the menu of an admin': (view) => menu(view, { decides: true, admin: true }),
  'the form in which a benefit is chosen': (view) =>
    pickForm(view, [
      { value: server.id, label: server.name },
      { value: visio.id, label: visio.name },
    ]),
  'choosing a benefit for a colleague': (view) =>
    pickForm(view, [{ value: visio.id, label: visio.name }], { ref: 'person:1', name: 'Mei Lin' }),
  'nothing to choose from': (view) => pickForm(view, []),
  'nothing to choose from for a colleague': (view) =>
    pickForm(view, [], { ref: 'person:1', name: 'Mei Lin' }),
  'the form in which a person is looked for': (view) =>
    pickPersonForm(view, [{ value: `person:${eve.id}`, label: 'Eve Employee (eve@contoso.example)' }]),
};
