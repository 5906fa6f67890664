import { pseudonymOf } from '../../src/core/forget';
import { connect } from '../../src/store/database';
import { verify } from '../../src/store/seal/verify';
import { openVault } from '../../src/store/vault';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { gets } from '../support/gets';
import { ada, dana, eve } from '../support/people';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';
import { until } from '../support/until';

const day = 86_400_000;

describe.each(['slack', 'teams'] as const)('who left long ago is forgotten: in %s', (chat) => {
  let company: Company;
  let [employee, approver, admin]: Somebody[] = [];
  let id: string;

  const rowsOf = async (table: string): Promise<number> =>
    (await query<{ rows: number }>(company.database.url, `select count(*)::int as rows from ${table}`))[0]
      ?.rows ?? 0;

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, ada] }, { RETENTION_DAYS_LEFT: '90' });
    [employee, approver, admin] = [eve, dana, ada].map((one) => company.at(chat, one));
    for (const somebody of [employee, approver, admin]) await somebody?.says('help');
    await gets(
      employee as Somebody,
      approver as Somebody,
      ['windows server 2025', 'Windows Server 2025 Standard'],
      { Quantity: '4', Language: 'English', 'Operating system': 'x64', Reason: 'The build of Eve Employee' },
    );
    [{ id } = { id: '' }] = await query<{ id: string }>(
      company.database.url,
      `select id from people where email = '${eve.email}'`,
    );
    await query(
      company.database.url,
      `with gone as (update people set active = false, left_at = now(), left_how = 'file' where id = '${id}' returning id)
       insert into audit (at, action, subject, person_id, why) select now(), 'person.left', id, id, 'file' from gone`,
    );
    // From the seal on it counts.
    await until('the row is sealed', async () => (await rowsOf('unsealed')) === 0);
    await company.moveTime(day);
    await admin?.sees('Eve Employee has left');
  }, 240_000);
  afterAll(() => company.close());

  const named = async (): Promise<string | undefined> =>
    (await query<{ name: string }>(company.database.url, `select name from people where id = '${id}'`))[0]
      ?.name;
  test('not before the time that was set', async () => {
    await company.moveTime(88 * day);
    expect(await named()).toBe('Eve Employee');
  });

  test('then a pseudonym stands in their place, also in what others see of them', async () => {
    await company.moveTime(2 * day);
    expect(await named()).toBe(pseudonymOf(id));
    const told = await admin?.asks('who holds windows server 2025 on 2026-01-01', 'Windows Server 2025');
    expect(told ?? '').not.toContain('Eve Employee');
    const said = await query(
      company.database.url,
      `select why, by_person from audit where action = 'person.forgotten' or why like 'The build%' order by id`,
    );
    expect(said).toContainEqual({ why: `The build of ${pseudonymOf(id)}`, by_person: id });
    expect(said).toContainEqual({ why: null, by_person: null });
    expect(JSON.stringify(said)).not.toContain('Eve Employee');
  });

  test('the chain of the ledger fits', async () => {
    const sql = connect(company.database.url, 'unhurried', 2);
    const key = Buffer.from(wrappingKey.slice(2), 'base64');
    const { chain } = await openVault(sql, new Map([[1, key]]), new Date());
    expect(await verify(sql, chain, undefined)).toMatchObject({ breaks: [] });
    await sql.destroy();
  });

  test('who writes again is somebody new, and has nothing', async () => {
    await employee?.asks('mine', 'You hold nothing');
    const people = await query<{ id: string }>(
      company.database.url,
      `select id from people where email = '${eve.email}'`,
    );
    expect(people).toHaveLength(1);
    expect(people[0]?.id).not.toBe(id);
  });

  test('answers go after 30 days and messages after a year, and what proves something stays', async () => {
    expect(await rowsOf("inbound where seen_at < now() + interval '1 hour'")).toBe(0);
    expect(await rowsOf('outbox')).toBeGreaterThan(0);
    const [requests, ledger] = [await rowsOf('requests'), await rowsOf('audit')];
    await company.moveTime(370 * day);
    expect(await rowsOf(`outbox where state = 'sent' and settled_at < now() + interval '92 days'`)).toBe(0);
    expect(await rowsOf('requests')).toBe(requests);
    expect(await rowsOf('audit')).toBeGreaterThanOrEqual(ledger);
  });
});
