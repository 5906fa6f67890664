import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { type Desk, openDesk } from './command';

let desk: Desk;
let database: Knex;
beforeAll(async () => {
  desk = await openDesk();
  database = connect(desk.database.url, 'importing', 2);
});
afterAll(async () => {
  await database?.destroy();
  await desk?.close();
});

const pack = [
  '--package',
  'Action Pack',
  '--partner-id',
  '1234567',
  '--starts',
  '2026-01-15',
  '--ends',
  '2027-01-14',
];
const membership = `category,benefit,quantity,unit,delivery
software,Windows 11 Enterprise,10,licence,key
software,Visio Professional 2021,2,licence,key
software,Windows Server 2022 CAL,10,CAL,none
`;
const keys = `benefit,key,key_type,seats
Windows 11 Enterprise,N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J,mak,
Visio Professional 2021,X8DKT-FAKER-3QWMB-H6PRC-J9V2G,retail,
Visio Profesional 2021,P2VXD-FAKES-K9WMB-T4RHQ-C7J8G,retail,
Windows Server 2022 CAL,H3RWX-FAKET-9KQMB-7TDPC-V4J8G,retail,
Visio Professional 2021,to be claimed,retail,
`;

test('a membership and its keys, from two files to the last unit', async () => {
  const first = await desk.run('import', 'membership', desk.file('membership.csv', membership), ...pack);
  expect(first.err).toBe('');
  expect(first.out).toMatchInlineSnapshot(`
"  Package        Action Pack (2026-01-15 to 2027-01-14), new
  Benefits read  3
  new            3
  changed        0
  unchanged      0

Imported.
"
`);
  expect(first.code).toBe(0);

  const second = await desk.run('import', 'keys', desk.file('keys.csv', keys));
  expect(second.err).toBe('');
  expect(second.out).toMatchInlineSnapshot(`
"  Rows read                          5
  new keys                           2
  known keys for a further benefit   0
  unchanged                          0
  skipped                            2
  without a benefit                  1
  Units added                       11

Skipped:
  1 × a benefit that is not handed over by a key: line 5
  1 × a sentence, not a key: line 6

No benefit has the name (use --map, --benefit or --create-benefits):
  1 × Visio Profesional 2021 – nearest: Visio Professional 2021

Imported.
"
`);
  expect(second.code).toBe(0);

  const again = await desk.run('import', 'keys', desk.file('keys.csv', keys), '--json');
  expect(again.json).toMatchObject({ ok: true, new: 0, changed: 0, unchanged: 2, units: 0 });
  expect(await database('pools').sum({ units: 'units', free: 'free' })).toEqual([{ units: 11, free: 11 }]);
});
