import { portalExport } from '../support/portal-export';
import { type Desk, openDesk } from './command';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const membership =
    'category,benefit,quantity,unit,delivery\nvisual-studio,Visual Studio Enterprise Subscription,1,subscription,assign\n';
  await desk.run(
    'import',
    'membership',
    desk.file('membership.csv', membership),
    ...[
      '--package',
      'Success Core',
      '--partner-id',
      '1234567',
      '--starts',
      '2026-01-15',
      '--ends',
      '2027-01-14',
    ],
  );
  const people = 'name,email,role\nEve,eve@contoso.example,employee\nAda,ada@contoso.example,admin\n';
  await desk.run('import', 'people', desk.file('people.csv', people));
});
afterAll(() => desk?.close());

const eve = { name: 'Eve', email: 'Eve@Contoso.example' };
const gus = { name: 'Gus', email: 'gus@contoso.example' };
const other = { ...eve, level: 'MSDN Platforms' };
const named = (name: string) => desk.file(name, portalExport([eve, gus, other]));

test('a dry run says what it would find, and finds it again', async () => {
  const said: string[] = [];
  for (const _ of ['once', 'twice']) {
    const { out, err, code } = await desk.run(
      'import',
      'visual-studio',
      named('Contoso 2026-05-01.csv'),
      '--dry-run',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    said.push(out);
  }
  expect(said[1]).toBe(said[0]);
  expect(said[0]).toMatchInlineSnapshot(`
"  Export of                     2026-05-01
  Subscriptions assigned there  3
  held here too                 0
  new differences               3
  differences that are over     0
  differences as before         0

Assigned there and not held here:
  Eve <eve@contoso.example>: Visual Studio Enterprise Subscription

Gone, and still assigned there:
  Gus <gus@contoso.example>: Visual Studio Enterprise Subscription

More assigned there than the package holds:
  Visual Studio Enterprise Subscription: 1 too many

No benefit has the level (use --map):
  1 × MSDN Platforms

This was a dry run: nothing was written.
"
`);
});

test('the import itself, the same again, an older one, and one that is cut off', async () => {
  const first = await desk.run('import', 'visual-studio', named('Contoso 5-1-2026.csv'), '--json');
  expect(first.json).toMatchObject({ ok: true, exported: '2026-05-01', rows: 3, new: 3, known: false });
  const again = await desk.run('import', 'visual-studio', named('Contoso 5-1-2026.csv'));
  expect(again.out).toContain('This export was read before; nothing is new.');
  const map = desk.file('map.csv', 'product,benefit\nMSDN Platforms,Visual Studio Enterprise Subscription\n');
  const older = await desk.run(
    'import',
    'visual-studio',
    desk.file('x.csv', portalExport([])),
    '--exported',
    '2026-04-30',
    '--map',
    map,
  );
  expect(older.err).toBe(
    'An export of 2026-05-01 was read already, and this one is of 2026-04-30; export the subscriptions anew.\n',
  );
  expect(older.code).toBe(1);
  const text = portalExport([eve, gus]);
  const cut = await desk.run(
    'import',
    'visual-studio',
    desk.file('cut.csv', text.slice(0, text.indexOf('gus@'))),
    '--exported',
    '2026-05-02',
  );
  expect(cut.err).toMatch(/^Line 3: The row has \d cells? where the first line has 15\.\n$/);
  expect(cut.code).toBe(1);
});

test('a day that is none, or to come, is refused', async () => {
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  for (const day of ['yesterday', tomorrow]) {
    const { err, code } = await desk.run('import', 'visual-studio', named('x.csv'), '--exported', day);
    expect(err).toMatch(/^--exported must (be a day, as|not be a day to come)/);
    expect(code).toBe(1);
  }
});
