import { randomUUID } from 'node:crypto';
import type { Speaker } from '../../src/core/person';
import { connect } from '../../src/store/database';
import { openStore, type Store } from '../../src/store/open';
import type { Sender } from '../../src/store/store';
import type { Vault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { query } from '../support/query';

let database: TestDatabase;
let sql: ReturnType<typeof connect>;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, 'answering');
  // Who people are has nothing to do with keys.
  store = openStore(sql, {} as Vault, new Set(['ada@contoso.example']));
});
afterAll(async () => {
  await sql.destroy();
  await database.drop();
});
beforeEach(() => query(database.ownerUrl, 'truncate people cascade'));

/** A row of the people file. */
interface Row {
  name: string;
  email?: string;
  role?: 'employee' | 'approver' | 'admin';
  slack_id?: string;
  teams_id?: string;
  active?: boolean;
}
/** Somebody's first word: platform, id there, address. */
type Word = ['slack' | 'teams', string, string?];

const file = (rows: Row[]) =>
  sql('people').insert(
    rows.map((row) => ({
      id: randomUUID(),
      role: 'employee',
      imported: true,
      first_seen_at: new Date(0),
      ...row,
    })),
  );

const hears = ([platform, user, email]: Word): Promise<Speaker | undefined> => {
  const profile = { standing: 'member', name: `New ${user}`, locale: 'en', ...(email && { email }) } as const;
  const sender: Sender = { platform, home: 'HOME', user, address: null, profile };
  return store.transaction((ledger) => ledger.speaker(sender, profile, new Date()));
};

const dana: Row = { name: 'Dana', email: 'dana@contoso.example', role: 'approver' };

interface Case {
  when: string;
  file?: Row[];
  before?: Word[];
  word: Word;
  /** Nobody: the person has left. */
  is: { name: string; role: Speaker['role']; mayDecide: boolean } | 'nobody';
}

const cases: Case[] = [
  {
    when: 'known by the id of the people file',
    file: [{ ...dana, slack_id: 'U1' }],
    word: ['slack', 'U1'],
    is: { name: 'Dana', role: 'approver', mayDecide: true },
  },
  {
    when: 'known by both ids, and so surely the same on the other chat',
    file: [{ ...dana, slack_id: 'U1', teams_id: 'T1' }],
    before: [['slack', 'U1']],
    word: ['teams', 'T1'],
    is: { name: 'Dana', role: 'approver', mayDecide: true },
  },
  {
    when: 'known by the address alone, on the first chat',
    file: [dana],
    word: ['slack', 'U1', 'dana@contoso.example'],
    is: { name: 'Dana', role: 'approver', mayDecide: true },
  },
  {
    when: 'an address in other letters and with blanks is the same address',
    file: [dana],
    word: ['slack', 'U1', '  Dana@Contoso.EXAMPLE '],
    is: { name: 'Dana', role: 'approver', mayDecide: true },
  },
  {
    when: 'the second account of an approver, by its address, may not decide',
    file: [dana],
    before: [['slack', 'U1', 'dana@contoso.example']],
    word: ['teams', 'T1', 'dana@contoso.example'],
    is: { name: 'Dana', role: 'approver', mayDecide: false },
  },
  {
    when: 'the file knows the approver by an id elsewhere, even one that has not spoken',
    file: [{ ...dana, slack_id: 'U1' }],
    word: ['teams', 'T1', 'dana@contoso.example'],
    is: { name: 'Dana', role: 'approver', mayDecide: false },
  },
  {
    when: 'the file knows another account of this chat under the address',
    file: [{ ...dana, slack_id: 'U1' }],
    word: ['slack', 'U2', 'dana@contoso.example'],
    is: { name: 'New U2', role: 'employee', mayDecide: false },
  },
  {
    when: 'a second account of the same chat with the same address is somebody else',
    file: [dana],
    before: [['slack', 'U1', 'dana@contoso.example']],
    word: ['slack', 'U2', 'dana@contoso.example'],
    is: { name: 'New U2', role: 'employee', mayDecide: false },
  },
  {
    when: 'two people have the address, so it proves nothing',
    before: [
      ['slack', 'U1', 'shared@contoso.example'],
      ['slack', 'U2', 'shared@contoso.example'],
    ],
    word: ['teams', 'T1', 'shared@contoso.example'],
    is: { name: 'New T1', role: 'employee', mayDecide: false },
  },
  {
    when: 'the id counts more than the address of another',
    file: [
      { ...dana, slack_id: 'U1' },
      { name: 'Eve', email: 'eve@contoso.example' },
    ],
    word: ['slack', 'U1', 'eve@contoso.example'],
    is: { name: 'Dana', role: 'approver', mayDecide: true },
  },
  {
    when: 'an id of the other chat is no id here',
    file: [{ ...dana, email: 'other@contoso.example', teams_id: 'X1' }],
    word: ['slack', 'X1'],
    is: { name: 'New X1', role: 'employee', mayDecide: true },
  },
  {
    when: 'without an address nobody is matched by it',
    file: [{ name: 'Somebody without an address' }],
    word: ['slack', 'U1'],
    is: { name: 'New U1', role: 'employee', mayDecide: true },
  },
  {
    when: 'not in the file, and the same address on the other chat: one person',
    before: [['slack', 'U1', 'new@contoso.example']],
    word: ['teams', 'T1', 'new@contoso.example'],
    is: { name: 'New U1', role: 'employee', mayDecide: false },
  },
  {
    when: 'an address of ADMIN_EMAILS is an admin on first sight',
    word: ['slack', 'U1', 'Ada@contoso.example'],
    is: { name: 'New U1', role: 'admin', mayDecide: true },
  },
  {
    when: 'an address of ADMIN_EMAILS counts more than the role of the file',
    file: [{ name: 'Ada', email: 'ada@contoso.example', role: 'employee' }],
    word: ['slack', 'U1', 'ada@contoso.example'],
    is: { name: 'Ada', role: 'admin', mayDecide: true },
  },
  {
    when: 'an address of ADMIN_EMAILS that is somebody else’s already is no admin',
    before: [['slack', 'U1', 'ada@contoso.example']],
    word: ['slack', 'U2', 'ada@contoso.example'],
    is: { name: 'New U2', role: 'employee', mayDecide: false },
  },
  {
    when: 'whom the file names by id is who the file says, whatever address the account shows',
    file: [{ name: 'Eve', email: 'eve@contoso.example', slack_id: 'U1' }],
    word: ['slack', 'U1', 'ada@contoso.example'],
    is: { name: 'Eve', role: 'employee', mayDecide: true },
  },
  {
    when: 'letters that only look alike are other letters: the Kelvin sign is no k',
    file: [{ ...dana, email: 'kim@contoso.example' }],
    word: ['slack', 'U1', '\u212aim@contoso.example'],
    is: { name: 'New U1', role: 'employee', mayDecide: true },
  },
  {
    when: 'the second account of an admin may not decide either',
    before: [['slack', 'U1', 'ada@contoso.example']],
    word: ['teams', 'T1', 'ada@contoso.example'],
    is: { name: 'New U1', role: 'admin', mayDecide: false },
  },
  {
    when: 'somebody who has left, by id',
    file: [{ ...dana, slack_id: 'U1', active: false }],
    word: ['slack', 'U1'],
    is: 'nobody',
  },
  {
    when: 'somebody who has left, by address',
    file: [{ ...dana, active: false }],
    word: ['slack', 'U1', 'dana@contoso.example'],
    is: 'nobody',
  },
];

test.each(cases)('$when', async ({ file: rows = [], before = [], word, is }) => {
  if (rows.length > 0) await file(rows);
  for (const earlier of before) await hears(earlier);
  const expected = is === 'nobody' ? undefined : expect.objectContaining(is);
  expect(await hears(word)).toEqual(expected);
  // Said again, it is the same person with the same rights.
  expect(await hears(word)).toEqual(expected);
});

test('a role and a leaving count from the next word on', async () => {
  await file([dana]);
  await hears(['slack', 'U1', 'dana@contoso.example']);
  await sql('people').update({ role: 'employee' });
  expect(await hears(['slack', 'U1'])).toMatchObject({ name: 'Dana', role: 'employee' });
  await sql('people').update({ active: false });
  expect(await hears(['slack', 'U1'])).toBeUndefined();
});

const several = Array.from({ length: 25 }, (_, round) => round);

test('first words from two chats at once: one person, and one account that may decide', async () => {
  for (const round of several) {
    const email = `somebody${round}@contoso.example`;
    const [one, other] = await Promise.all([
      hears(['slack', `U${round}`, email]),
      hears(['teams', `T${round}`, email]),
    ]);
    expect(one?.id).toBe(other?.id);
    expect([one?.mayDecide, other?.mayDecide].sort()).toEqual([false, true]);
  }
});

test('the same holds for an approver of the file', async () => {
  for (const round of several) {
    const email = `approver${round}@contoso.example`;
    await file([{ name: `Approver ${round}`, email, role: 'approver' }]);
    const heard = await Promise.all([
      hears(['slack', `U${round}`, email]),
      hears(['teams', `T${round}`, email]),
    ]);
    expect(heard.map((speaker) => speaker?.name)).toEqual([`Approver ${round}`, `Approver ${round}`]);
    expect(heard.map((speaker) => speaker?.mayDecide).sort()).toEqual([false, true]);
  }
});

test('the first words of one account, twice at once: one account, and both are answered', async () => {
  for (const round of several) {
    const word: Word = ['slack', `U${round}`, `somebody${round}@contoso.example`];
    const heard = await Promise.all([hears(word), hears(word), hears(word)]);
    expect(new Set(heard.map((speaker) => speaker?.id)).size).toBe(1);
    expect(heard[0]?.mayDecide).toBe(true);
  }
  expect(await sql('people').count()).toEqual([{ count: several.length }]);
});

test('a person is reached where they last spoke, then where the file knows them', async () => {
  await file([{ ...dana, teams_id: 'T1' }]);
  const speaker = await hears(['slack', 'U1', 'dana@contoso.example']);
  const reached = await store.ledger.reachable(speaker?.id as string);
  expect(reached?.accounts.map(({ platform, user, home }) => [platform, user, home])).toEqual([
    ['slack', 'U1', 'HOME'],
    ['teams', 'T1', null],
  ]);
  await sql('people').update({ active: false });
  expect(await store.ledger.reachable(speaker?.id as string)).toBeUndefined();
});

describe('somebody whose Slack account was taken away', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 8, minutes));
  const speaks = ([platform, user, email]: Word, when: Date): Promise<Speaker | undefined> => {
    const profile = { standing: 'member', name: 'Dana', locale: 'en', ...(email && { email }) } as const;
    const sender: Sender = { platform, home: 'HOME', user, address: null, profile };
    return store.transaction((ledger) => ledger.speaker(sender, profile, when));
  };
  const leaves = (user = 'U1', home = 'HOME') => store.ledger.leave('slack', home, user, at(0));
  const inTeams: Word = ['teams', 'T1', 'dana@contoso.example'];
  const inSlack: Word = ['slack', 'U1', 'dana@contoso.example'];
  const said = () =>
    sql('audit')
      .where('action', 'like', 'person.%')
      .whereIn('person_id', sql('people').select('id'))
      .orderBy('id')
      .pluck('action');

  test('has left on Teams too, and is told so', async () => {
    await file([{ ...dana, slack_id: 'U1', teams_id: 'T1' }]);
    expect(await speaks(inTeams, at(0))).toMatchObject({ name: 'Dana' });
    expect(await leaves()).toBe(true);
    expect(await speaks(inTeams, at(1))).toBeUndefined();
    expect(await sql('people').first()).toMatchObject({ active: false, left_at: at(0), left_how: 'slack' });
    expect(await leaves()).toBe(false);
    expect(await said()).toEqual(['person.left']);
  });

  test('is known by the people file, or by having spoken; by nothing else', async () => {
    await file([{ ...dana, slack_id: 'U1' }]);
    expect(await leaves('U2')).toBe(false);
    expect(await leaves('U1')).toBe(true);
    await speaks(['slack', 'U3', 'other@contoso.example'], at(0));
    expect(await leaves('U3', 'ANOTHER-HOME')).toBe(false);
    expect(await leaves('U3')).toBe(true);
  });

  test('is back when they speak as a member from that very account, but not by what arrives late', async () => {
    await file([
      { ...dana, slack_id: 'U1', teams_id: 'T1' },
      { name: 'Ada', email: 'ada@contoso.example', role: 'admin' },
    ]);
    await speaks(inSlack, at(0));
    await speaks(inTeams, at(0));
    await leaves();
    expect(await speaks(inSlack, at(1))).toBeUndefined();
    for (const minutes of [3, 300]) expect(await speaks(inTeams, at(minutes))).toBeUndefined();
    expect(await said()).toEqual(['person.left']);

    const back = { name: 'Dana', role: 'approver', mayDecide: true };
    expect(await speaks(inSlack, at(301))).toMatchObject(back);
    expect(await sql('people').where({ name: 'Dana' }).first()).toMatchObject({
      active: true,
      left_at: null,
      left_how: null,
    });
    expect(await speaks(inTeams, at(302))).toMatchObject({ name: 'Dana' });
    expect(await said()).toEqual(['person.left', 'person.back']);
    // The admins are told who is back, and as what.
    const told = await sql('outbox').join('people', 'people.id', 'outbox.person_id').select('name', 'notice');
    expect(told).toEqual([
      { name: 'Ada', notice: expect.objectContaining({ kind: 'back', role: 'approver' }) },
    ]);
  });

  test('is not back by a first word from an account that nobody closed', async () => {
    await file([{ ...dana, slack_id: 'U1', teams_id: 'T1' }]);
    await leaves();
    for (const minutes of [3, 30]) expect(await speaks(inTeams, at(minutes))).toBeUndefined();
    expect(await speaks(inSlack, at(31))).toMatchObject({ name: 'Dana' });
  });

  test('is not back when the people file has left them out too', async () => {
    await file([{ ...dana, slack_id: 'U1' }]);
    await leaves();
    await sql('people').update({ left_how: 'file' });
    expect(await speaks(inSlack, at(60))).toBeUndefined();
  });

  test('is not back by being named', async () => {
    await file([{ ...dana, slack_id: 'U1' }]);
    await leaves();
    const profile = { standing: 'member', name: 'Dana', locale: 'en' } as const;
    const sender: Sender = { platform: 'slack', home: 'HOME', user: 'U1', address: null, profile };
    for (const minutes of [10, 20])
      expect(
        await store.transaction((ledger) => ledger.personAt(sender, profile, at(minutes))),
      ).toBeUndefined();
    expect(await sql('people').first()).toMatchObject({ active: false });
  });
});
