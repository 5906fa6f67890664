import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { importKeysVerb } from '../../src/cli/import-keys';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const keyOf = (number: number) => `VSWPR-FAKE${number}-9QK7M-C3XJT-4HRBD`;
const broken = 'This key does not work';
const found = { broken: 'The key is broken: give nothing of it any more' };

/** So many keys, and room for more in the allocation. */
const withKeys = (numbers: number[], seats: number, key_type: string) => ({
  benefits: benefits.map((row) => (row.benefit === visio ? { ...row, quantity: 5 } : row)),
  keys: numbers.map((number) => ({ benefit: visio, key: keyOf(number), key_type, seats })),
});

/** An admin brings in another key. */
async function anotherKey(company: Company, number: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'benefits-keys-'));
  try {
    const path = join(folder, 'keys.csv');
    await writeFile(path, `benefit,key,key_type\n"${visio}","${keyOf(number)}",retail\n`);
    const env = { DATABASE_URL: company.database.url, KEY_ENCRYPTION_KEYS: wrappingKey };
    const { ok, text } = await importKeysVerb.run({ words: [path], options: {}, env, say: () => {} });
    if (!ok) throw new Error(text);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const rowsOf = async ({ database }: Company, query: string) => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return await client.query(query);
  } finally {
    await client.end();
  }
};

/** In Slack the windows lie over each other. */
async function closesAll(who: Somebody): Promise<void> {
  while (who.window()) await who.closesWindow();
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let holder: Somebody;
  let other: Somebody;
  let approver: Somebody;
  let admin: Somebody;
  afterEach(() => company.close());

  async function begin(numbers: number[], seats = 1, type = 'retail') {
    company = await openCompany(withKeys(numbers, seats, type));
    [holder, other, approver, admin] = [eve, omar, dana, ada].map((one) => company.at(platform, one)) as [
      Somebody,
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const one of [approver, admin]) await one.asks('help');
  }

  async function asksAndIsApproved(who: Somebody): Promise<void> {
    await who.opensFormFor('visio');
    await who.fills({ Reason: 'Drawings' }, 'Request');
    await who.sees(`You asked for ${visio}`);
    await who.closesWindow();
    await approver.sees(`${who.figure.name} asks for ${visio}`);
    await approver.presses('Approve', who.figure.name);
    await who.sees(new RegExp(`${visio} is (yours|approved)`));
  }

  /** Opens the key and reports it. */
  async function reports(who: Somebody, key: string, why: string): Promise<void> {
    await who.presses('Show key');
    await who.sees(key);
    await who.presses(broken);
    await who.sees('An admin looks into your key');
    await who.fills({ Reason: why }, broken);
  }

  test('a reported key is set aside, the holder has another at once, and an admin has a task', async () => {
    await begin([2, 3]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'Windows says 0xC004C008');
    await holder.sees(`Another key for ${visio} is yours`);
    await holder.presses('Show key');
    await holder.sees(keyOf(3));
    expect(holder.window()).not.toContain(keyOf(2));
    await closesAll(holder);

    const task = await admin.sees('Windows says 0xC004C008');
    expect(task).toContain('Eve Employee');
    expect(task).toContain(visio);
    expect(task).not.toContain('FAKE');
    // Neither the one that was set aside nor the one that took its place is left for anybody else.
    expect(await other.asks('list software')).toMatch(new RegExp(`${visio}\\s*\\n?.*0 of 5 left`));
    expect(holder.complaints()).toEqual([]);
  });

  test('the key that took the place of another can be reported too, before anybody has looked into the first', async () => {
    await begin([2, 3]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees('Another key');
    await reports(holder, keyOf(3), 'So was this one');
    await holder.sees(`There is no other key for ${visio} just now`);
    await closesAll(holder);
    for (const why of ['It was refused', 'So was this one']) {
      await closesAll(admin);
      await admin.sees(why);
      await admin.presses('Done', why);
      await admin.sees('What did you find?');
      await admin.fills({ 'What did you find?': found.broken }, 'Done');
      await holder.sees('It is broken, and nobody is given it any more');
    }
    // An older card still shows the button; nobody looks into anything now.
    await holder.presses('Show key', 'is yours');
    await holder.sees('An admin has looked into the key you reported');
    await closesAll(holder);
  });

  test('of a broken key nothing goes to anybody: not what comes back of it, and not what is kept of it', async () => {
    await begin([2], 2);
    await asksAndIsApproved(holder);
    await asksAndIsApproved(other);
    const third = approver;
    await third.opensFormFor('visio');
    await third.fills({ Reason: 'Plans' }, 'Request');
    await third.sees(`You asked for ${visio}`);
    await third.closesWindow();
    await other.sees(`Dana Decider asks for ${visio}`);
    await other.presses('Approve', 'Dana Decider');
    await third.sees('on the waiting list');
    await other.types('return visio');
    await other.sees('Return');
    if (!other.window()) await other.presses('Return');
    await other.fills({}, 'Return');
    await third.sees(/kept until/);
    await reports(holder, keyOf(2), 'It was refused');
    await closesAll(holder);
    await admin.sees('It was refused');
    await admin.presses('Done', 'It was refused');
    await admin.sees('What did you find?');
    await admin.fills({ 'What did you find?': found.broken }, 'Done');
    await holder.sees('The next key is yours');
    await company.moveTime(1_000);
    await admin.asks('show visio', '0 of 5 left');
    const { rows } = await rowsOf(company, `select state, count(*)::int as units from units group by 1`);
    expect(rows).toEqual([{ state: 'retired', units: 2 }]);
    expect(
      (await rowsOf(company, `select state from requests where state in ('waiting', 'offered')`)).rows,
    ).toEqual([{ state: 'waiting' }]);

    // Whoever lost a key to the report comes first, then whoever waited.
    await anotherKey(company, 3);
    await holder.sees(`There is a key for ${visio} for you again`);
    await anotherKey(company, 4);
    await third.sees(/kept until/);
  });

  test('where no key is left, the next one goes to whoever lost theirs, before the waiting list', async () => {
    await begin([2]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    const told = await holder.sees(`There is no other key for ${visio} just now`);
    expect(told).toContain('before anybody on the waiting list');
    await closesAll(holder);
    await asksAndIsApproved(other);
    await other.sees('on the waiting list');

    await anotherKey(company, 4);
    await holder.sees(`There is a key for ${visio} for you again`);
    await holder.presses('Show key', 'again');
    await holder.sees(keyOf(4));
    await closesAll(holder);
    expect(other.messages().join()).not.toContain('kept until');

    await anotherKey(company, 5);
    await other.sees(/kept until/);
  });

  test('another key comes before one more use of the same, and what is the same is not called another', async () => {
    await begin([2, 3], 2);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees('Another key');
    await holder.presses('Show key');
    await holder.sees(keyOf(3));
    await closesAll(holder);
    await company.close();

    await begin([2], 2);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees(`Please try your key for ${visio} once more`);
    await closesAll(holder);
  });

  test('a key that works after all goes back to whoever reported it, before the waiting list', async () => {
    await begin([2]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'I may have mistyped it');
    await holder.sees('There is no other key');
    await closesAll(holder);
    await asksAndIsApproved(other);
    await other.sees('on the waiting list');

    await admin.sees('I may have mistyped it');
    await admin.presses('Done', 'I may have mistyped it');
    await admin.sees('What did you find?');
    await admin.fills({ 'What did you find?': 'The key works: it can be given again' }, 'Done');
    await holder.sees(`There is a key for ${visio} for you again`);
    await holder.presses('Show key', 'again');
    await holder.sees(keyOf(2));
    await closesAll(holder);
    expect(other.messages().join()).not.toContain('ept until');
  });

  test('a MAK that took the place of another and was never looked at is as new when it comes back', async () => {
    await begin([2, 3], 1, 'mak');
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees('Another key');
    await closesAll(holder);
    await other.asks('show visio', '0 of 5 left');
    await holder.types('return visio');
    await holder.sees('Return');
    if (!holder.window()) await holder.presses('Return');
    await holder.fills({}, 'Return');
    await other.asks('show visio', '1 of 5 left');
  });

  test('a card from before the report says that there is no key just now', async () => {
    await begin([2]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees('There is no other key');
    await closesAll(holder);
    await holder.presses('Show key');
    await holder.sees(`There is no other key for ${visio} just now`);
    expect(holder.window()).not.toContain('FAKE');
    await closesAll(holder);
    expect(await holder.asks('mine')).toContain(visio);
  });
});
