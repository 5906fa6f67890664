import { sayInEnglish } from '../../src/imports/sentences';
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
    added: [
      { name: 'Windows 11 Enterprise', quantity: 10 },
      { name: 'Visio Professional 2021', quantity: 2 },
      { name: 'Product support incidents', quantity: 10 },
    ],
    altered: [],
    otherPackage: false,
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
    altered: [{ name: 'VISIO Professional 2021', quantity: { from: 2, to: 5 } }],
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

describe('the dates of a package', () => {
  const dates = () => desk.sql('packages').first('ends', 'membership_ends', 'grace_days');

  test('thirty days of grace after the package, where nothing else is said', async () => {
    await desk.membership(windows);
    expect(await dates()).toEqual({ ends: '2027-01-14', membership_ends: null, grace_days: 30 });
  });

  test('another end of the membership, and another grace time', async () => {
    await desk.membership(windows, { membershipEnds: '2026-12-15', graceDays: 60 });
    expect(await dates()).toEqual({ ends: '2027-01-14', membership_ends: '2026-12-15', grace_days: 60 });
    expect(await desk.membership(windows, { membershipEnds: '2026-12-15', graceDays: 45 })).toMatchObject({
      package: 'changed',
    });
  });
});

describe('a renewal', () => {
  const next = { starts: '2027-01-15', ends: '2028-01-14', renews: true };
  const studio = 'visual-studio,Visual Studio Enterprise,3,subscription,assign';
  const credit = 'cloud,Microsoft Azure,100,USD per month,assign';

  /** Somebody holds something, as the bot would write it. */
  async function holds(person: string, benefit: string, quantity = 1): Promise<void> {
    const { id } = await desk.sql('benefits').where({ name: benefit }).first('id');
    await desk.sql.raw(
      `with one as (insert into people (id, name, role, first_seen_at) values (gen_random_uuid(), ?, 'employee', now()) returning id),
            boss as (insert into people (id, name, role, first_seen_at) values (gen_random_uuid(), 'Boss', 'approver', now()) returning id),
            ids as (select gen_random_uuid() as request, gen_random_uuid() as holding),
            asked as (insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked,
                                            decided_by, closed_at, holding_id, fulfilled_at)
                      select request, 2, 'fulfilled', one.id, one.id, ?::uuid, ?, 'Work', now(), '{}', boss.id, now(), holding, now()
                        from ids, one, boss),
            held as (insert into holdings (id, request_id, person_id, benefit_id, quantity, since)
                     select holding, request, one.id, ?::uuid, ?, now() from ids, one)
       update benefits set held = held + ? where id = ?::uuid`,
      [person, id, quantity, id, quantity, quantity, id],
    );
  }
  const ids = () => desk.sql('benefits').orderBy('name').pluck('id');

  test('the package goes on: its old term is kept, its benefits are the same ones with the numbers of the file', async () => {
    await desk.membership(`${windows}\n${visio}`);
    await desk.sql('packages').update({ key_viewed_at: new Date() });
    const before = await ids();
    expect(await desk.membership(`${windows}\n${visio.replace(',2,', ',4,')}`, next)).toMatchObject({
      package: 'renewed',
      new: 0,
      changed: 1,
      unchanged: 1,
      missing: [],
      renewal: { from: { starts: '2026-01-15', ends: '2027-01-14' }, benefits: [] },
    });
    expect(await ids()).toEqual(before);
    expect(await desk.sql('packages').select('starts', 'ends', 'key_viewed_at')).toEqual([
      { starts: '2027-01-15', ends: '2028-01-14', key_viewed_at: null },
    ]);
    expect(await desk.sql('package_terms').select('starts', 'ends')).toEqual([
      { starts: '2026-01-15', ends: '2027-01-14' },
    ]);
    expect(await desk.sql('audit').where({ action: 'import.membership' }).count()).toEqual([
      { count: expect.any(Number) },
    ]);
  });

  test('who holds what is carried over; what is gone, and from whom, is named', async () => {
    await desk.membership(`${windows}\n${visio}\n${studio}`);
    await holds('Eve', 'Windows 11 Enterprise', 2);
    await holds('Mei', 'Visio Professional 2021');
    await holds('Dana', 'Visual Studio Enterprise');
    const outcome = await desk.membership(`${windows}\n${studio}`, next);
    expect(outcome.missing).toEqual(['Visio Professional 2021']);
    expect(outcome.renewal?.benefits).toEqual([
      { benefit: 'Windows 11 Enterprise', carriedOver: 1, mustAct: [] },
      { benefit: 'Visual Studio Enterprise', carriedOver: 1, mustAct: [] },
      { benefit: 'Visio Professional 2021', carriedOver: 0, mustAct: ['Mei'], because: 'dropped' },
    ]);
    expect(await desk.sql('benefits').whereNotNull('dropped_on').select('name', 'dropped_on')).toEqual([
      { name: 'Visio Professional 2021', dropped_on: '2027-01-15' },
    ]);
  });

  test('into another solution area: Microsoft makes new subscriptions and credits, so each is assigned once more', async () => {
    await desk.membership(`${windows}\n${studio}\n${credit}`);
    await holds('Eve', 'Windows 11 Enterprise');
    await holds('Mei', 'Visual Studio Enterprise');
    await holds('Dana', 'Visual Studio Enterprise');
    await holds('Omar', 'Microsoft Azure', 100);
    const { renewal } = await desk.membership(`${windows}\n${studio}\n${credit}`, { ...next, newArea: true });
    expect(renewal?.benefits).toEqual([
      { benefit: 'Windows 11 Enterprise', carriedOver: 1, mustAct: [] },
      { benefit: 'Visual Studio Enterprise', carriedOver: 0, mustAct: ['Dana', 'Mei'], because: 'new-area' },
      { benefit: 'Microsoft Azure', carriedOver: 0, mustAct: ['Omar'], because: 'new-area' },
    ]);
  });

  test('incidents that were used up in the old term are there again in the new one', async () => {
    const support = 'support,Product support incidents,5,incident,assign';
    await desk.membership(support);
    await holds('Eve', 'Product support incidents', 3);
    await holds('Mei', 'Product support incidents', 2);
    const uses = (person: string, quantity: number) =>
      desk.sql.raw(
        `with one as (update holdings set used = ? from people where people.id = person_id and name = ? returning holdings.id, person_id)
         insert into uses (id, holding_id, person_id, quantity, what, at) select gen_random_uuid(), id, person_id, ?, 'A case', now() from one`,
        [quantity, person, quantity],
      );
    await uses('Eve', 2);
    await uses('Mei', 1);
    // Eve gave the rest back.
    await desk.sql.raw(
      `with over as (update holdings set ended_at = '2026-12-01', released_at = '2026-12-01', ended_how = 'returned', since = '2026-11-01'
                       from people where people.id = person_id and name = 'Eve' returning holdings.id, person_id)
       , told as (insert into audit (at, action, by_person, subject, person_id) select now(), 'holding.ended', person_id, id, person_id from over)
       update benefits set held = held - 1`,
    );
    const held = () => desk.sql('benefits').pluck('held');
    expect(await held()).toEqual([4]);
    const { renewal } = await desk.membership(support, next);
    // Mei goes on with what she has left.
    expect(renewal?.benefits).toEqual([
      { benefit: 'Product support incidents', carriedOver: 1, mustAct: [], used: 1 },
    ]);
    expect(await held()).toEqual([2]);
    expect(await desk.brokenLaws()).toEqual(['Every decision stands in the ledger, by the same person.']);
    await desk.membership(support, { ...next, starts: '2028-01-15', ends: '2029-01-14' });
    expect(await held()).toEqual([2]);
  });

  test('who waited for what the new term lacks is named', async () => {
    await desk.membership(`${windows}\n${visio}`);
    await holds('Eve', 'Windows 11 Enterprise');
    await desk.sql.raw(
      `insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked)
       select gen_random_uuid(), 1, 'pending', p.id, p.id, b.id, 1, 'Work', now(), '{}' from people p, benefits b
        where p.name = 'Eve' and b.name like 'Visio%'`,
    );
    const { renewal } = await desk.membership(windows, next);
    expect(renewal?.benefits).toEqual([
      { benefit: 'Windows 11 Enterprise', carriedOver: 1, mustAct: [] },
      {
        benefit: 'Visio Professional 2021',
        carriedOver: 0,
        mustAct: [],
        because: 'dropped',
        waited: ['Eve'],
      },
    ]);
  });

  test('every allocation that has become too small is named with its people, and nothing is written', async () => {
    await desk.membership(`${windows}\n${visio}\n${studio}`);
    for (const person of ['Eve', 'Mei']) await holds(person, 'Visio Professional 2021');
    for (const person of ['Dana', 'Omar']) await holds(person, 'Visual Studio Enterprise');
    const before = await desk.everything();
    const refusal = await desk
      .membership(`${visio.replace(',2,', ',1,')}\n${studio.replace(',3,', ',1,')}`, next)
      .catch((error) => error);
    expect(refusal.complaints.map(sayInEnglish)).toEqual([
      'Line 2: 2 of this benefit are held (by Eve, Mei), so its quantity cannot become 1.',
      'Line 3: 2 of this benefit are held (by Dana, Omar), so its quantity cannot become 1.',
    ]);
    expect(await desk.everything()).toEqual(before);
  });

  test('the same again changes nothing, and a corrected file brings back what the first one forgot', async () => {
    await desk.membership(`${windows}\n${visio}`);
    await desk.membership(windows, next);
    const before = await desk.everything();
    expect(await desk.membership(windows, next)).toMatchObject({ package: 'unchanged', changed: 0 });
    expect(await desk.everything()).toEqual(before);
    expect(await desk.membership(`${windows}\n${visio}`, next)).toMatchObject({ changed: 1, missing: [] });
    expect(await desk.sql('benefits').whereNotNull('dropped_on')).toEqual([]);
  });

  test.each([
    [
      'of a package nobody has',
      { ...next, name: 'Launch' },
      'There is no package “Launch” of partner 1234567 to be renewed',
    ],
    [
      'of another partner',
      { ...next, partnerId: '7' },
      'There is no package “Action Pack” of partner 7 to be renewed',
    ],
    [
      'that goes back',
      { ...next, starts: '2025-01-15' },
      '“Action Pack” began on 2026-01-15, so its next term cannot begin on 2025-01-15.',
    ],
  ])('%s is refused', async (_, pack, sentence) => {
    await desk.membership(windows);
    await expect(desk.membership(windows, pack)).rejects.toThrow(sentence);
  });

  test('a new term without --renews stands beside the old one, and that is said', async () => {
    await desk.membership(windows);
    const { renews: _, ...terms } = next;
    expect((await desk.membership(windows, terms)).beside).toEqual({
      starts: '2026-01-15',
      ends: '2027-01-14',
    });
  });
});
