import fc from 'fast-check';
import { asOf } from '../../src/core/held-on';
import type { Subscriber } from '../../src/core/listed';
import { heldColumns } from '../../src/exports/holdings-csv';
import { requestColumns } from '../../src/exports/requests';
import { stockColumns } from '../../src/exports/stock';
import { type Columns, csvOf, recordsOf } from '../../src/exports/table';
import { subscriberColumns, subscriberSheet, tidyCell } from '../../src/exports/visual-studio';
import { read, unguarded, unkind } from './guard';

const named = fc.record({ id: fc.uuid(), name: unkind });
const who = fc.record({ id: fc.uuid(), name: unkind, email: unkind }, { requiredKeys: ['id', 'name'] });
const at = fc.constant('2026-06-30T12:00:00.000Z');
const count = fc.nat({ max: 9_999 });
const benefit = fc.record({
  id: fc.uuid(),
  name: unkind,
  category: fc.constantFrom('software', 'cloud', 'visual-studio', 'support'),
  unit: unkind,
  delivery: fc.constantFrom('key', 'assign', 'none'),
});
const pack = fc.record({
  name: unkind,
  partnerId: unkind,
  starts: fc.constant('2026-01-01'),
  ends: fc.constant('2026-12-31'),
});

const held = fc.record(
  {
    holding: fc.uuid(),
    request: fc.uuid(),
    person: who,
    benefit,
    package: pack,
    quantity: count,
    used: count,
    language: unkind,
    since: at,
    asked: fc.record({ way: fc.constant('asked'), by: who, at, reason: unkind, from: named }),
    approval: fc.record({
      is: fc.constant('people'),
      rule: unkind,
      version: count,
      at,
      row: count,
      said: fc.array(fc.record({ by: named, at, stage: count, why: unkind }), { minLength: 1, maxLength: 3 }),
    }),
    done: fc.array(fc.record({ task: fc.constant('set-up'), by: named, at, evidence: unkind }), {
      maxLength: 2,
    }),
    shown: fc.array(fc.record({ to: named, at }), { maxLength: 2 }),
    rows: fc.array(count, { maxLength: 4 }),
  },
  { noNullPrototype: true },
);
const request = fc.record(
  {
    id: fc.uuid(),
    state: fc.constantFrom('pending', 'fulfilled', 'denied'),
    way: fc.constantFrom('asked', 'assigned'),
    requester: who,
    assignee: who,
    benefit,
    package: unkind,
    quantity: count,
    language: unkind,
    email: unkind,
    reason: unkind,
    askedAt: at,
    decidedBy: unkind,
    rule: unkind,
    why: unkind,
  },
  { noNullPrototype: true },
);
const shelf = fc.record(
  {
    id: fc.uuid(),
    name: unkind,
    category: fc.constantFrom('software', 'cloud'),
    delivery: fc.constantFrom('key', 'none'),
    quantity: count,
    unit: unkind,
    package: pack,
    settings: fc.constant({ lowStock: 3 }),
    stock: fc.record({
      held: count,
      freeUnits: count,
      shared: fc.boolean(),
      setAside: count,
      retired: count,
      waiting: count,
    }),
    units: count,
  },
  { noNullPrototype: true },
);

/** Each list, its columns and rows of any kind. */
const lists: Array<[name: string, columns: Columns<never>, rows: fc.Arbitrary<unknown>]> = [
  ['holdings', heldColumns(asOf('2026-06-30')) as Columns<never>, held],
  ['requests', requestColumns as Columns<never>, request],
  ['stock', stockColumns as Columns<never>, shelf],
];

test.each(lists)(
  '%s: a file that is read again says what it said, and no cell of it is a formula',
  (_, columns, row) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const [head, ...cells] = read(csvOf(columns, rows as never[]));
        const again = cells.map((cell) =>
          Object.fromEntries((head as string[]).map((name, nth) => [name, unguarded(cell[nth] as string)])),
        );
        const said = recordsOf(columns, rows as never[]);
        for (const [nth, record] of said.entries())
          for (const name of head as string[]) expect(again[nth]?.[name]).toBe(String(record[name] ?? ''));
        expect(again).toHaveLength(said.length);
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[\s]*[=+@＝＋－＠]/u);
      }),
      { numRuns: 150 },
    );
  },
);

const subscriber = (over: Partial<Subscriber> = {}): Subscriber => ({
  task: 'task-1',
  request: 'request-1',
  person: { id: 'p', name: 'Eve Employee', email: 'eve@contoso.example' },
  benefit: {
    id: 'b',
    name: 'Visual Studio Enterprise Subscription',
    category: 'visual-studio',
    unit: 'licence',
    delivery: 'assign',
  },
  ...over,
});
const sheetOf = (...subscribers: Subscriber[]) => subscriberSheet(subscribers, { country: 'Taiwan' });

test('the sheet has the columns of the portal, in the order of its template', () => {
  const { rows } = sheetOf(subscriber({ notify: 'eve@home.example' }));
  expect(read(csvOf(subscriberColumns, rows))).toEqual([
    [
      'Name',
      'Sign-in Email',
      'Notification Email',
      'Subscription Level',
      'Reference',
      'Downloads',
      'Country',
      'Language',
      'Subscription GUID',
      'Error message',
    ],
    [
      'Eve Employee',
      'eve@contoso.example',
      'eve@home.example',
      'Visual Studio Enterprise Subscription',
      'request-1',
      'Enabled',
      'Taiwan',
      'English',
      '',
      '',
    ],
  ]);
});

test.each([
  ['Employee, Eve', 'Employee Eve'],
  ['  Eve   Employee ', 'Eve Employee'],
  ['Eve\u{00A0}\u{00A0}Employee', 'Eve Employee'],
  ['林，美', '林 美'],
  ['Eve\nEmployee\u{200B}', 'Eve Employee'],
])('the portal takes no commas and no double blanks: %j becomes %j', (name, cell) => {
  expect(sheetOf(subscriber({ person: { id: 'p', name, email: 'eve@contoso.example' } })).rows[0]?.name).toBe(
    cell,
  );
});

test('whatever is in a name, no cell breaks a rule of the portal', () => {
  fc.assert(
    fc.property(unkind, unkind, (name, level) => {
      const { rows } = sheetOf(
        subscriber({
          person: { id: 'p', name, email: 'eve@contoso.example' },
          benefit: { ...subscriber().benefit, name: level },
        }),
      );
      for (const cell of Object.values(rows[0] ?? {})) expect(cell).not.toMatch(/,|，|^\s|\s$|\s\s/u);
      expect(tidyCell(tidyCell(name))).toBe(tidyCell(name));
    }),
  );
});

test('who cannot stand in the sheet is named, and why', () => {
  const at = (email: string | undefined, task: string) =>
    subscriber({ task, person: { id: 'p', name: 'Eve', ...(email && { email }) } });
  const { rows, leftOut } = sheetOf(
    at('eve@contoso.example', '1'),
    at(undefined, '2'),
    at('a,b@contoso.example', '3'),
    at('EVE@contoso.example', '4'),
  );
  expect(rows).toHaveLength(1);
  expect(leftOut.map(({ task, why }) => [task, why])).toEqual([
    ['2', 'no-address'],
    ['3', 'address-not-taken'],
    ['4', 'second-level'],
  ]);
});
