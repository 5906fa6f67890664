import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { type Desk, openDesk } from './command';

let desk: Desk;
let database: Knex;
beforeAll(async () => {
  desk = await openDesk();
  database = connect(desk.database.url, 'unhurried', 2);
  const file = desk.file(
    'membership.csv',
    'category,benefit,quantity,unit,delivery\nsoftware,Visio Professional 2024,2,licence,key\nsoftware,Windows 11 Enterprise,10,licence,key\n',
  );
  const terms = ['--partner-id', '1234567', '--starts', '2020-01-15', '--ends', '2099-01-14'];
  await desk.run('import', 'membership', file, '--package', 'Action Pack', ...terms);
});
afterAll(async () => {
  await database?.destroy();
  await desk?.close();
});

test('without a setting: what holds for a benefit, with or without quotation marks', async () => {
  const ran = await desk.run('set', 'visio', 'professional', '2024');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatchInlineSnapshot(`
"Visio Professional 2024 (Action Pack)
  low-stock           off  (warn the admins when less than this is left)
  still-needed-after  off  (ask holders after so many days whether they still need it)
  answer-within       14  (so many days they have to answer)
  notice-days         60,30,14,7,1  (so many days before something lapses, say so)
  lead-days           5  (so many days Microsoft usually takes to activate it)
  task-days           3  (so many days an admin has for a task)
  offer-hours         48  (so many hours an offer is kept)
  price               off  (what one unit would cost for a year; reports tell what is unused by it)
"
`);
  expect((await desk.run('set', 'Visio Professional 2024')).out).toBe(ran.out);
});

test('a setting is changed, and the ledger says so; the same again changes nothing', async () => {
  const set = ['set', 'Visio Professional 2024', 'notice-days'];
  expect((await desk.run(...set, '7, 90,7', '--json')).json).toMatchObject({
    ok: true,
    benefit: 'Visio Professional 2024',
    package: 'Action Pack',
    changed: true,
    settings: { 'notice-days': [90, 7] },
  });
  expect((await desk.run(...set, '90,7', '--json')).json.changed).toBe(false);
  expect((await desk.run(...set, 'default', '--json')).json.settings['notice-days']).toEqual([
    60, 30, 14, 7, 1,
  ]);
  expect(await database('audit').where({ action: 'import.setting' }).orderBy('id').pluck('details')).toEqual([
    { name: 'notice-days', from: [60, 30, 14, 7, 1], to: [90, 7] },
    { name: 'notice-days', from: [90, 7], to: [60, 30, 14, 7, 1] },
  ]);
  expect(await database('benefits').orderBy('name').pluck('version')).toEqual([3, 1]);
});

test.each([
  ['low-stock', '3', 3],
  ['low-stock', 'off', null],
  ['still-needed-after', '180', 180],
  ['still-needed-after', 'default', null],
  ['answer-within', '7', 7],
  ['notice-days', 'off', []],
  ['lead-days', '10', 10],
  ['task-days', '1', 1],
  ['offer-hours', '24', 24],
  ['offer-hours', 'default', 48],
])('%s %s', async (name, value, expected) => {
  const ran = await desk.run('set', 'Windows 11 Enterprise', name, value, '--json');
  expect(ran.json.settings[name]).toEqual(expected);
});

test('whoever knew that little is left is told again by a new threshold', async () => {
  await database('benefits').where({ name: 'Visio Professional 2024' }).update({ low_told: true });
  await desk.run('set', 'Visio Professional 2024', 'low-stock', '2');
  expect(await database('benefits').where({ name: 'Visio Professional 2024' }).pluck('low_told')).toEqual([
    false,
  ]);
});

test.each([
  [[], 'Which benefit? Its name is missing.'],
  [
    ['Visio Profesional 2024'],
    'There is no benefit “Visio Profesional 2024”; the nearest is “Visio Professional 2024”.',
  ],
  [
    ['Visio Professional 2024', 'colour', 'red'],
    'There is no setting “colour”; there are low-stock, still-needed-after,',
  ],
  [['Visio', 'Professional', '2024', 'low-stok', '3'], 'There is no setting “low-stok”'],
  [['Visio Professional 2024', 'low-stock'], 'What shall low-stock be? It takes a whole number, or off.'],
  [
    ['Visio Professional 2024', 'low-stock', 'few'],
    'low-stock takes a whole number, or off; “default” takes it back',
  ],
  [['Visio Professional 2024', 'answer-within', '0'], 'answer-within takes a number of days from 1 to 365'],
  [['Visio Professional 2024', 'answer-within', 'off'], 'answer-within takes a number of days from 1 to 365'],
  [['Visio Professional 2024', 'notice-days', '60,soon'], 'notice-days takes numbers of days from 0 to 365'],
  [['Visio Professional 2024', '--package', 'Launch'], 'There is no package “Launch”.'],
])('%j: one sentence, and 1', async (words, sentence) => {
  const ran = await desk.run('set', ...words);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain(sentence);
  expect(ran.err.trim().split('\n')).toHaveLength(1);
});
