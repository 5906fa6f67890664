import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../src/store/database';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { openVault } from '../../src/store/vault';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { ada, dana, eve, figure } from '../support/people';
import { query } from '../support/query';
import { canary } from '../support/sample';
import type { Somebody } from '../support/somebody';

const zoe = figure(31, 'Zoe Zhou', 'admin', 'zh-TW');
const another = `1:${Buffer.alloc(32, 99).toString('base64')}`;

const asksFor = async (employee: Somebody | undefined): Promise<void> => {
  await employee?.opensFormFor('windows server 2025');
  await employee?.fills(
    { Quantity: '4', Language: 'English', 'Operating system': 'x64', Reason: 'The new build machine' },
    'Request',
  );
  await employee?.sees('You asked for Windows Server 2025 Standard');
  await employee?.closesWindow();
};

const pageOf = async ({ botUrl }: Company): Promise<string> => (await fetch(`${botUrl}/metrics`)).text();
/** The number that the holder was told to give an admin. */
const numberIn = (text: string | undefined): string => /number: ([0-9a-f]{8})\./.exec(text ?? '')?.[1] ?? '';

describe.each(['slack', 'teams'] as const)('the key encryption keys are lost: in %s', (chat) => {
  let company: Company;
  let [employee, approver, admin, other]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, ada, zoe] }, { KEY_ENCRYPTION_KEYS: another });
    [employee, approver, admin, other] = [eve, dana, ada, zoe].map((one) => company.at(chat, one));
    for (const somebody of [employee, approver, admin, other]) await somebody?.says('help');
  }, 240_000);
  afterAll(() => company.close());

  test('the bot starts, and says in its log, to whoever watches and to every admin what is missing', async () => {
    expect(company.log()).toContain('"keys-missing"');
    expect(company.log()).toContain('Number 1 of the key encryption keys is not the one');
    const response = await fetch(`${company.botUrl}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ troubles: ['keys-missing'] });
    expect(await pageOf(company)).toContain('benefits_troubles_total{kind="keys-missing"} 1');
    // Whoever has not spoken in Teams yet when it is sent reads it in Slack.
    const told = await Promise.any(
      (['slack', 'teams'] as const).map((one) => company.at(one, ada).sees('No key can be opened')),
    );
    expect(told).toContain('number 1 of the key encryption keys is not the one under which');
    expect(told).toContain('Whoever runs the bot puts the right one back');
    expect(employee?.messages().join()).not.toContain('No key can be opened');
  });

  test('what is no key goes on: looking up, asking, approving, reading the ledger', async () => {
    await employee?.asks('list', 'What the company has');
    await asksFor(employee);
    await approver?.sees('Eve Employee asks for Windows Server 2025 Standard');
    await approver?.presses('Approve');
    await employee?.sees('Windows Server 2025 Standard is yours');
    await admin?.asks('who holds windows server 2025', 'Eve Employee');
    await admin?.asks('ledger', 'Nothing in it is sealed yet.');
  });

  test('a holder who presses Show key reads one sentence, and no key', async () => {
    await employee?.presses('Show key');
    const refused = await employee?.sees('This key cannot be opened just now');
    expect(refused).toContain('It is still yours.');
    expect(company.log()).toContain(numberIn(refused));
    expect(JSON.stringify([employee?.screen(), employee?.window()])).not.toContain(canary);
    while (employee?.window()) await employee.closesWindow();
    expect(await query(company.database.url, 'select 1 from key_views')).toEqual([]);
  });

  test('a one-time code needs a key too, and that is said', async () => {
    await approver?.asks('link', 'The bot cannot get at its own keys just now');
  });

  test('the admins are told once a day, not each second', async () => {
    const told = async () =>
      (
        await query(
          company.database.url,
          `select 1 from outbox join people p on p.id = person_id where notice->>'kind' = 'keys-missing' and p.name = 'Ada Admin'`,
        )
      ).length;
    expect(await told()).toBe(1);
    await company.moveTime(86_400_000);
    while ((await told()) < 2) await delay(50);
    expect(await told()).toBe(2);
    // At the start nobody may have spoken yet, and in which language they read is known when they have.
    expect(await other?.sees('無法開啟任何金鑰')).toContain(
      '編號 1 的那一組，不是目前用來加密資料庫金鑰的那一組',
    );
  });

  test('the ledger waits for its seals; when the key is back, all of it is sealed and fits', async () => {
    const sql = connect(company.database.url, 'unhurried', 2);
    try {
      expect((await sql.raw('select 1 from seals')).rows).toEqual([]);
      const key = Buffer.from(wrappingKey.slice(2), 'base64');
      const { chain } = await openVault(sql, new Map([[1, key]]), new Date());
      while ((await sealNext(sql, chain, new Date())) > 0);
      const walk = await verify(sql, chain, undefined);
      expect(walk).toMatchObject({ breaks: [], unsealed: 0 });
      expect(walk.rows).toBeGreaterThan(5);
    } finally {
      await sql.destroy();
    }
  });

  test('nothing went wrong in either client', () => {
    for (const somebody of [employee, approver, admin]) expect(somebody?.complaints()).toEqual([]);
  });
});

describe.each(['slack', 'teams'] as const)('a sealed key was moved to another row: in %s', (chat) => {
  let company: Company;
  let [employee, approver, admin]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, ada] });
    [employee, approver, admin] = [eve, dana, ada].map((one) => company.at(chat, one));
    for (const somebody of [employee, approver, admin]) await somebody?.says('help');
    await asksFor(employee);
    await approver?.sees('Eve Employee asks for Windows Server 2025 Standard');
    await approver?.presses('Approve');
    await employee?.sees('Windows Server 2025 Standard is yours');
    await query(
      company.database.ownerUrl,
      `update product_keys set sealed = other.sealed from (select id, sealed from product_keys) as other
        where product_keys.id = (select key_id from holdings) and other.id = (select min(id::text)::uuid from product_keys where id <> (select key_id from holdings))`,
    );
  }, 240_000);
  afterAll(() => company.close());

  test('its holder reads one sentence with a number, and nothing is guessed', async () => {
    await employee?.presses('Show key');
    const refused = await employee?.sees('This key cannot be opened just now');
    expect(numberIn(refused)).not.toBe('');
    expect(await query(company.database.url, 'select 1 from key_views')).toEqual([]);
    while (employee?.window()) await employee.closesWindow();
  });

  test('an alarm is in the log, in the metrics and with every admin, under the same number', async () => {
    const told = await admin?.sees('A key for Windows Server 2025 Standard cannot be opened');
    expect(told).toContain('What is stored was changed, or belongs to another row. Nothing was guessed.');
    const number = /Number in the log:?\s+([0-9a-f]{8})/.exec(told ?? '')?.[1] ?? 'none';
    const line = company
      .log()
      .split('\n')
      .find((one) => one.includes(number));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      msg: 'key-sealed',
      incident: number,
      error: { code: 'not-authentic' },
    });
    expect(await pageOf(company)).toContain('benefits_troubles_total{kind="key-sealed"} 1');
  });

  test('pressed again, the admins are not told again', async () => {
    await employee?.presses('Show key');
    await employee?.sees('This key cannot be opened just now');
    while (employee?.window()) await employee.closesWindow();
    expect(await pageOf(company)).toContain('benefits_troubles_total{kind="key-sealed"} 2');
    const told = await query(
      company.database.url,
      `select 1 from outbox where notice->>'kind' = 'key-unreadable'`,
    );
    expect(told).toHaveLength(1);
  });
});
