import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, figure } from '../support/people';
import { query } from '../support/query';
import { canary } from '../support/sample';
import type { Somebody } from '../support/somebody';

const zoe = figure(31, 'Zoe Zhou', 'admin', 'zh-TW');
const why = 'Restored the backup of Sunday after the disk failed';

describe.each(['slack', 'teams'] as const)(
  'an older copy of the database is put in its place: in %s',
  (chat) => {
    let company: Company;
    let [employee, approver, admin, other]: Somebody[] = [];

    beforeAll(async () => {
      company = await openCompany({ people: [eve, dana, ada, zoe] });
      [employee, approver, admin, other] = [eve, dana, ada, zoe].map((one) => company.at(chat, one));
      for (const somebody of [employee, approver, admin, other]) await somebody?.says('help');
      await older(company);
    }, 240_000);
    afterAll(() => company.close());

    const readiness = async () => {
      const response = await fetch(`${company.botUrl}/readyz`);
      return { code: response.status, ...((await response.json()) as { doubts: string[] }) };
    };

    test('every admin is told, in their language, and so is whoever watches the bot', async () => {
      const told = await admin?.sees('The ledger is not the one it was');
      expect(told).toMatch(/Noted outside:\s+seal 2 of [\s\S]*In the database:\s+seal 1 of /);
      expect(told).toContain('No key is shown to anybody until an admin says what happened.');
      expect(await other?.sees('帳冊與先前不同')).toContain('說明原因');
      // What is asked of it again and again, it remembers for two seconds.
      while ((await readiness()).doubts.length === 0) await delay(100);
      expect(await readiness()).toMatchObject({ code: 200, troubles: [], doubts: ['ledger-in-doubt'] });
      expect(company.log()).toContain('ledger-in-doubt');
      expect(employee?.screen()).not.toContain('The ledger is not the one it was');
    });

    test('everything goes on but for the showing of keys', async () => {
      await employee?.opensFormFor('windows server 2025');
      await employee?.fills(
        { Quantity: '4', Language: 'English', 'Operating system': 'x64', Reason: 'The new build machine' },
        'Request',
      );
      await employee?.sees('You asked for Windows Server 2025 Standard');
      await employee?.closesWindow();
      await approver?.sees('Eve Employee asks for Windows Server 2025 Standard');
      await approver?.presses('Approve');
      await employee?.sees('Windows Server 2025 Standard is yours');
      await employee?.presses('Show key');
      const refused = await employee?.sees('No key is shown just now');
      expect(refused).toContain('Your key is still yours.');
      expect(JSON.stringify([employee?.screen(), employee?.window()])).not.toContain(canary);
      while (employee?.window()) await employee.closesWindow();
      expect(await query(company.database.url, 'select 1 from key_views')).toEqual([]);
    });

    test('an admin says what happened, in a sentence that says something', async () => {
      await employee?.asks('ledger', 'Only an admin can do this.');
      await admin?.asks('ledger', 'The ledger is not the one it was');
      await admin?.presses('Say what happened');
      await admin?.fills({ Reason: 'It was restored' }, 'Show keys again');
      expect(admin?.complaints().join()).toMatch(/at least 20|at least.*20/i);
      await admin?.fills({ Reason: why }, 'Show keys again');
      while (admin?.window()) await admin.closesWindow();
      await admin?.sees('Keys are shown again');
    });

    test('every admin reads it, and nothing can be pressed any more', async () => {
      const told = await other?.sees('已恢復顯示金鑰');
      expect(told).toContain(why);
      expect(told).toContain('Ada Admin');
      await other?.hasNoButton('說明原因');
    });

    test('keys are shown again, and it stands in the ledger, whose new end is noted', async () => {
      await employee?.presses('Show key');
      await employee?.sees(canary);
      await employee?.closesWindow();
      const said = await query(
        company.database.url,
        `select p.name, a.why from audit a join people p on p.id = a.by_person where a.action = 'ledger.accepted'`,
      );
      expect(said).toEqual([{ name: 'Ada Admin', why }]);
      while ((await readiness()).doubts.length > 0) await delay(100);
      await admin?.asks('ledger', 'It contains everything that was noted of it outside the database.');
    });

    test('once a day every admin is told where the ledger ends', async () => {
      await company.moveTime(86_400_000);
      const told = await admin?.sees('Where the ledger ends today');
      expect(told).toContain('Nothing is to be done.');
      const [head] = await query<{ mac: string }>(
        company.database.url,
        `select encode(mac, 'hex') as mac from told_heads order by due_at desc limit 1`,
      );
      expect(told).toContain(head?.mac);
      await other?.sees('帳冊今日的末端');
      expect(employee?.messages().join()).not.toContain('Where the ledger ends');
    });

    test('nothing went wrong in either client', () => {
      for (const somebody of [employee, approver]) expect(somebody?.complaints()).toEqual([]);
    });
  },
);

/** Something more is sealed and noted; then the database is as it was before. */
async function older({ database }: Company): Promise<void> {
  const noted = () =>
    existsSync(database.headFile) ? JSON.parse(readFileSync(database.headFile, 'utf8')).seal : 0;
  while (noted() < 1) await query(database.url, 'select pg_sleep(0.05)');
  const [{ seal } = { seal: 0 }] = await query<{ seal: number }>(
    database.url,
    'select max(number)::int as seal from seals',
  );
  await query(database.url, `insert into audit (at, action) values (now(), 'import.keys')`);
  while (noted() <= seal) await query(database.url, 'select pg_sleep(0.05)');
  await query(
    database.ownerUrl,
    `begin;
     set local session_replication_role = 'replica';
     delete from audit where id in (select unnest(rows) from seals where number > ${seal});
     delete from seals where number > ${seal};
     commit`,
  );
}

test('it is noticed at the start, before anybody can ask for anything', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'benefits-head-')), 'audit-head.json');
  writeFileSync(
    file,
    JSON.stringify({ seal: 4_711, mac: 'c0ffee12'.repeat(8), at: '2026-11-29T09:00:00.000Z' }),
  );
  const company = await openCompany({ people: [ada] }, { AUDIT_HEAD_FILE: file });
  const log = company.log();
  expect(log.indexOf('ledger-in-doubt')).toBeGreaterThan(0);
  expect(log.indexOf('"ready"')).toBeGreaterThan(log.indexOf('ledger-in-doubt'));
  const told = await company.at('slack', ada).sees('The ledger is not the one it was');
  expect(told).toContain('seal 4711 of 29 Nov 2026');
  await company.close();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ seal: 4_711 });
}, 240_000);
