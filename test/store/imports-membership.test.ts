import { type ImportDesk, openImportDesk, terms } from './imports-desk';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
beforeEach(() => desk.empty());

const windows = 'software,Windows 11 Enterprise,10,licence,key';
const visio = 'software,Visio Professional 2021,2,licence,key';
const incidents = 'support,Product support incidents,10,incident,assign';

const benefits = () =>
  desk.sql('benefits').orderBy('position').select('name', 'quantity', 'version', 'position');

test('the package and its benefits, in the order of the file', async () => {
  expect(await desk.membership(`${windows}\n${visio}\n${incidents}`)).toEqual({
    package: 'new',
    rows: 3,
    new: 3,
    changed: 0,
    unchanged: 0,
    missing: [],
  });
  expect((await benefits()).map(({ name }) => name)).toEqual([
    'Windows 11 Enterprise',
    'Visio Professional 2021',
    'Product support incidents',
  ]);
  expect(await desk.sql('packages').select('name', 'partner_id', 'account_email', 'starts', 'ends')).toEqual([
    {
      name: terms.name,
      partner_id: terms.partnerId,
      account_email: terms.accountEmail,
      starts: terms.starts,
      ends: terms.ends,
    },
  ]);
});

test('again: nothing changes', async () => {
  await desk.membership(`${windows}\n${visio}`);
  const before = await desk.everything();
  expect(await desk.membership(`${windows}\n${visio}`)).toMatchObject({
    package: 'unchanged',
    new: 0,
    changed: 0,
    unchanged: 2,
  });
  expect(await desk.everything()).toEqual(before);
});

test('a changed row grows its version, so that drawn lists know; the others do not', async () => {
  await desk.membership(`${windows}\n${visio}`);
  expect(await desk.membership(`${windows}\nsoftware,VISIO  Professional 2021,5,licence,key`)).toMatchObject({
    changed: 1,
    unchanged: 1,
    new: 0,
  });
  expect(await benefits()).toEqual([
    { name: 'Windows 11 Enterprise', quantity: 10, version: 1, position: 0 },
    { name: 'VISIO Professional 2021', quantity: 5, version: 2, position: 1 },
  ]);
});

test('what the file no longer has is told and stays', async () => {
  await desk.membership(`${windows}\n${visio}`);
  expect((await desk.membership(windows)).missing).toEqual(['Visio Professional 2021']);
  expect(await benefits()).toHaveLength(2);
});

test('an allocation cannot fall below what is held, and then nothing of the file is written', async () => {
  await desk.membership(`${windows}\n${visio}`);
  await desk.sql('benefits').where({ name: 'Visio Professional 2021' }).update({ held: 2 });
  const before = await desk.everything();
  await expect(
    desk.membership(
      'software,Windows 11 Enterprise,99,licence,key\nsoftware,Visio Professional 2021,1,licence,key',
    ),
  ).rejects.toThrow('Line 3: 2 of this benefit are held, so its quantity cannot become 1.');
  expect(await desk.everything()).toEqual(before);
});

test('the same package with another first day is the next year’s', async () => {
  await desk.membership(windows);
  expect(await desk.membership(windows, { starts: '2027-01-15', ends: '2028-01-14' })).toMatchObject({
    package: 'new',
    new: 1,
  });
  expect(await desk.sql('packages').count()).toEqual([{ count: 2 }]);
});

test('a longer package is changed, not made again', async () => {
  await desk.membership(windows);
  expect(await desk.membership(windows, { ends: '2027-06-30' })).toMatchObject({
    package: 'changed',
    unchanged: 1,
  });
  expect(await desk.sql('packages').pluck('ends')).toEqual(['2027-06-30']);
});

test('a dry run says what would be, and writes nothing', async () => {
  const dry = await desk.membership(`${windows}\n${visio}`, {}, { dryRun: true });
  expect(await desk.sql('packages').count()).toEqual([{ count: 0 }]);
  expect(await desk.membership(`${windows}\n${visio}`)).toEqual(dry);
});
