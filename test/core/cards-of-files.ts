import type { Card } from '../../src/core/card';
import type { Difference } from '../../src/core/difference';
import type { View } from '../../src/core/views/catalogue';
import { difference, differences, leaveForm } from '../../src/core/views/differences';
import { ada, eve, id, later, named, thereOnly } from './examples';

const by = { by: named(ada), at: later };
const hereOnly: Difference = { ...thereOnly, id: id(701), kind: 'here-only', holding: id(300) };
const { person: _, assigned: __, ...aboutNobody } = thereOnly;
const over: Difference = { ...aboutNobody, id: id(702), kind: 'over', quantity: 3 };
const gone: Difference = {
  ...thereOnly,
  id: id(703),
  kind: 'gone',
  person: { name: 'Gus Gone', email: 'gus@contoso.example' },
};

/** Every card about what came in from a file. */
export const cardsOfFiles: Record<string, (view: View) => Card> = {
  'held here and not in the portal': (view) => difference(view, hereOnly),
  'to be assigned in the portal': (view) => difference(view, { ...hereOnly, state: 'agreed', ...by }),
  'gone, and still in the portal': (view) => difference(view, gone),
  'to be removed in the portal': (view) => difference(view, { ...gone, state: 'agreed', ...by }),
  'somebody who left and is still in the portal': (view) =>
    difference(view, { ...gone, person: { ...named(eve), email: 'eve@contoso.example' } }),
  'more in the portal than there are': (view) => difference(view, over),
  'to be taken back in the portal': (view) => difference(view, { ...over, state: 'agreed', ...by }),
  'a difference that was noted down here': (view) =>
    difference(view, { ...thereOnly, state: 'adopted', ...by }),
  'a difference that is left as it is': (view) =>
    difference(view, { ...gone, state: 'left', ...by, why: 'He is on leave until March' }),
  'a difference that is over': (view) =>
    difference(view, { ...gone, state: 'over', at: later, until: '2026-11-28' }),
  'every difference': (view) =>
    differences(view, [thereOnly, hereOnly, gone, { ...over, state: 'agreed', ...by }], 1),
  'no difference': (view) => differences(view, [], 1),
  'the form to leave a difference as it is': (view) => leaveForm(view, gone),
};
