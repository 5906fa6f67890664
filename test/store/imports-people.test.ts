import { type ImportDesk, now, openImportDesk } from './imports-desk';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
beforeEach(() => desk.empty());

const entra = (digit: number) => `0b9f3f6a-58f1-4a55-9a0b-2f1f0c6f1a0${digit}`;
const ada = `Ada Lin,ada@contoso.example,employee,,Engineering;Taipei,U02ADA,${entra(1)}`;
const max = `Max Weber,max@contoso.example,approver,,,U02MAX,${entra(2)}`;

/** Somebody who spoke to the bot before any file named them. */
async function spoke(digit: number, email: string | null, slack?: string, trusted = true): Promise<string> {
  const id = `00000000-0000-4000-8000-00000000000${digit}`;
  await desk
    .sql('people')
    .insert({ id, name: 'As Slack has it', email, role: 'employee', first_seen_at: now });
  if (slack)
    await desk.sql('accounts').insert({
      platform: 'slack',
      home: 'T01',
      user_id: slack,
      person_id: id,
      trusted,
      locale: 'en',
      spoke_at: now,
    });
  return id;
}
const person = async (email: string) => (await desk.sql('people').where({ email }))[0];

test('people with all that the file says of them', async () => {
  expect(await desk.people(`${ada}\n${max}`)).toMatchObject({ rows: 2, new: 2, changed: 0, unchanged: 0 });
  expect(await person('ada@contoso.example')).toMatchObject({
    name: 'Ada Lin',
    role: 'employee',
    groups: ['Engineering', 'Taipei'],
    slack_id: 'U02ADA',
    teams_id: entra(1),
    imported: true,
    active: true,
    first_seen_at: now,
  });
});

test('again: nothing changes', async () => {
  await desk.people(`${ada}\n${max}`);
  const before = await desk.everything();
  expect(await desk.people(`${ada}\n${max}`)).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  expect(await desk.everything()).toEqual(before);
});

test('what the file has no column for stays; what it has an empty cell for goes', async () => {
  await desk.people(`${ada.replace(',,Eng', ',max@contoso.example,Eng')}\n${max}`);
  const before = await desk.everything();
  const bare = 'Ada Lin,ada@contoso.example,employee\nMax Weber,max@contoso.example,approver';
  expect(await desk.people(bare, {}, 'name,email,role')).toMatchObject({
    changed: 0,
    unchanged: 2,
    moved: [],
  });
  expect(await desk.everything()).toEqual(before);

  const emptied = bare.replace(/$/gm, ',');
  expect(await desk.people(emptied, { dryRun: true }, 'name,email,role,slack_id')).toMatchObject({
    changed: 2,
    moved: [{ name: 'Max Weber', changes: [{ what: 'slack', from: 'U02MAX', to: null }] }],
  });
  await desk.people(emptied, {}, 'name,email,role,slack_id');
  expect(await person('ada@contoso.example')).toMatchObject({
    slack_id: null,
    teams_id: entra(1),
    manager_email: 'max@contoso.example',
    groups: ['Engineering', 'Taipei'],
  });
});

test('whoever spoke before is the same person, and gets the role of the file', async () => {
  const id = await spoke(1, 'MAX@contoso.example');
  expect(await desk.people(max)).toMatchObject({
    new: 0,
    changed: 1,
    roles: [{ name: 'Max Weber', email: 'max@contoso.example', from: 'employee', to: 'approver' }],
  });
  expect(await person('max@contoso.example')).toMatchObject({ id, role: 'approver', imported: true });
});

test('two who spoke with one address are nobody’s match', async () => {
  await spoke(1, 'max@contoso.example');
  await spoke(2, 'max@contoso.example');
  expect(await desk.people(max)).toMatchObject({ new: 1, changed: 0 });
  expect(await desk.sql('people').where({ role: 'approver' }).count()).toEqual([{ count: 1 }]);
});

test('whoever spoke without an address is known by the account', async () => {
  const id = await spoke(1, null, 'U02MAX');
  expect(await desk.people(max)).toMatchObject({ new: 0, changed: 1 });
  expect(await person('max@contoso.example')).toMatchObject({ id });
});

test('a new address with the same account is the same person', async () => {
  await desk.people(`${ada}\n${max}`);
  const { id } = await person('max@contoso.example');
  expect(await desk.people(`${ada}\n${max.replace('max@', 'm.weber@')}`)).toMatchObject({
    new: 0,
    changed: 1,
    unchanged: 1,
    missing: [],
  });
  expect(await person('m.weber@contoso.example')).toMatchObject({ id });
});

test('two people may change accounts within one file', async () => {
  await desk.people(`${ada}\n${max}`);
  const swapped = `${ada.replace('U02ADA', 'U02MAX')}\n${max.replace('U02MAX', 'U02ADA')}`;
  expect(await desk.people(swapped)).toMatchObject({ changed: 2 });
  expect(await person('ada@contoso.example')).toMatchObject({ slack_id: 'U02MAX' });
});

test('an account of somebody the file does not name is refused by line', async () => {
  await desk.people(`${ada}\n${max}`);
  const before = await desk.everything();
  await expect(
    desk.people(`New Person,new@contoso.example,employee,,,,\n${ada.replace('U02ADA', 'U02MAX')}`),
  ).rejects.toThrow(
    'Line 3: The slack_id belongs to somebody of an earlier file whom this file does not name; name both.',
  );
  expect(await desk.everything()).toEqual(before);
});

test('the file makes an account of its person one to decide with', async () => {
  const id = await spoke(1, 'max@contoso.example', 'U02MAX', false);
  await desk.people(max);
  expect(await desk.sql('accounts').where({ person_id: id }).pluck('trusted')).toEqual([true]);
});

test('but not another account of that person', async () => {
  const id = await spoke(1, 'max@contoso.example', 'U09OTHER', false);
  await desk.people(max);
  expect(await desk.sql('accounts').where({ person_id: id }).pluck('trusted')).toEqual([false]);
});

test('an account that has spoken as somebody else is told, not taken over', async () => {
  await spoke(1, 'someone.else@contoso.example', 'U02MAX');
  await spoke(2, 'max@contoso.example');
  expect((await desk.people(max)).elsewhere).toEqual({ count: 1, first: [{ line: 2, nth: 1 }] });
  expect(await desk.sql('accounts').pluck('person_id')).toEqual(['00000000-0000-4000-8000-000000000001']);
});

test('whoever is no longer in the file has left, whoever only spoke has not', async () => {
  await desk.people(`${ada}\n${max}`);
  await spoke(1, 'never.imported@contoso.example');
  expect(await desk.people(ada)).toMatchObject({
    missing: [{ name: 'Max Weber', email: 'max@contoso.example' }],
    leaving: 1,
    changed: 0,
  });
  expect(await person('max@contoso.example')).toMatchObject({
    active: false,
    left_at: now,
    left_how: 'file',
    role: 'approver',
  });
  expect(await person('never.imported@contoso.example')).toMatchObject({ active: true });
  expect(await desk.people(ada)).toMatchObject({ missing: [], leaving: 0, unchanged: 1 });
});

test('whoever is named again is back', async () => {
  await desk.people(`${ada}\n${max}`);
  await desk.people(ada);
  expect(await desk.people(`${ada}\n${max}`)).toMatchObject({ back: 1, changed: 1, unchanged: 1, new: 0 });
  expect(await person('max@contoso.example')).toMatchObject({ active: true, left_at: null, left_how: null });
  const said = await desk
    .sql('audit')
    .where('action', 'like', 'person.%')
    .orderBy('id')
    .select('action', 'why');
  expect(said.slice(-2)).toEqual([
    { action: 'person.left', why: 'file' },
    { action: 'person.back', why: 'file' },
  ]);
});

test('whom Slack took away does not come back because the file still names them', async () => {
  const file = `${ada}\n${max}`;
  await desk.people(file);
  await desk
    .sql('people')
    .where({ slack_id: 'U02MAX' })
    .update({ active: false, left_at: now, left_how: 'slack' });
  expect(await desk.people(file)).toMatchObject({ back: 0, unchanged: 2, leaving: 0 });
  expect(await desk.people(file.replace('Max Weber', 'Max M. Weber'))).toMatchObject({ back: 0, changed: 1 });
  expect(await person('max@contoso.example')).toMatchObject({ active: false, left_how: 'slack' });
  await desk.people(ada);
  expect(await person('max@contoso.example')).toMatchObject({
    active: false,
    left_at: now,
    left_how: 'file',
  });
  expect(await desk.people(file)).toMatchObject({ back: 1 });
});

describe('a file in which many are missing', () => {
  const staff = (count: number) =>
    Array.from({ length: count }, (_, at) => `P ${at},p${at}@contoso.example,employee,,,,`).join('\n');

  test.each([
    { before: 6, after: 2, is: 'refused' },
    { before: 6, after: 3, is: 'done' },
    { before: 5, after: 1, is: 'done' },
    { before: 7, after: 3, is: 'refused' },
  ])('$after of $before people: $is', async ({ before, after, is }) => {
    await desk.people(staff(before));
    const importing = desk.people(staff(after));
    if (is === 'done') await expect(importing).resolves.toMatchObject({ leaving: before - after });
    else
      await expect(importing).rejects.toThrow(
        `${before - after} people of the earlier file, more than half, are not in this one and would leave; if that is meant, add --leaving-is-meant.`,
      );
    expect(await desk.sql('people').where({ active: true }).count()).toEqual([
      { count: is === 'done' ? after : before },
    ]);
  });

  test('a dry run shows them, and who means it says so', async () => {
    await desk.people(staff(6));
    const dry = await desk.people(staff(1), { dryRun: true });
    expect(dry).toMatchObject({ leaving: 5, tooMany: true });
    expect(await desk.sql('people').where({ active: true }).count()).toEqual([{ count: 6 }]);
    expect(await desk.people(staff(1), { leavingIsMeant: true })).toEqual(dry);
  });
});

describe('the last admin', () => {
  const admin = max.replace('approver', 'admin');
  const sentence = 'The last admin is not in this file and would leave';

  test('does not leave by a file', async () => {
    await desk.people(`${ada}\n${admin}`);
    await expect(desk.people(ada)).rejects.toThrow(sentence);
    await expect(desk.people(ada, { dryRun: true })).rejects.toThrow(sentence);
    expect(await person('max@contoso.example')).toMatchObject({ active: true });
  });

  test('leaves when the file names another', async () => {
    await desk.people(`${ada}\n${admin}`);
    expect(await desk.people(ada.replace('employee', 'admin'))).toMatchObject({ leaving: 1 });
  });

  test('leaves when an address of ADMIN_EMAILS can still become one, but not their own', async () => {
    await desk.people(`${ada}\n${admin}`);
    const own = new Set(['max@contoso.example']);
    await expect(desk.people(ada, { adminEmails: own })).rejects.toThrow(sentence);
    const others = new Set(['max@contoso.example', 'ada@contoso.example']);
    expect(await desk.people(ada, { adminEmails: others })).toMatchObject({ leaving: 1 });
  });

  test('is not one whom Slack has taken away', async () => {
    const file = `${ada.replace('employee', 'admin')}\n${admin}`;
    await desk.people(file);
    await desk
      .sql('people')
      .where({ slack_id: 'U02ADA' })
      .update({ active: false, left_at: now, left_how: 'slack' });
    await expect(desk.people(ada.replace('employee', 'admin'))).rejects.toThrow(sentence);
  });
});

test('two with one address refuse the file', async () => {
  await expect(desk.people(`${ada}\n${max.replace('max@', 'ADA@')}`)).rejects.toThrow(
    'Line 3: The email stands already in line 2.',
  );
  expect(await desk.sql('people').count()).toEqual([{ count: 0 }]);
});

test('the same name twice is two people', async () => {
  expect(await desk.people(`${ada}\nAda Lin,ada.lin2@contoso.example,employee,,,,`)).toMatchObject({
    new: 2,
  });
});

test('a dry run says what would be, and writes nothing', async () => {
  const dry = await desk.people(`${ada}\n${max}`, { dryRun: true });
  expect(await desk.sql('people').count()).toEqual([{ count: 0 }]);
  expect(await desk.people(`${ada}\n${max}`)).toEqual(dry);
});
