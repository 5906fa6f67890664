import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importKeysVerb } from '../../src/cli/import-keys';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const keyOf = (number: number) => `VSWPR-FAKE${number}-9QK7M-C3XJT-4HRBD`;
const broken = 'This key does not work';

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

  test('a second report waits for the first', async () => {
    await begin([2, 3]);
    await asksAndIsApproved(holder);
    await reports(holder, keyOf(2), 'It was refused');
    await holder.sees('Another key');
    await holder.presses('Show key');
    await holder.sees(keyOf(3));
    await holder.presses(broken);
    await holder.sees(`You have reported your key for ${visio} already`);
    await closesAll(holder);
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
    expect(await other.asks('show visio')).toContain('0 of 5 left');
    await holder.types('return visio');
    await holder.sees('Return');
    if (!holder.window()) await holder.presses('Return');
    await holder.fills({}, 'Return');
    expect(await other.asks('show visio')).toContain('1 of 5 left');
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
