import { Client } from 'pg';
import { findCanary } from '../support/canary';
import { type Company, openCompany } from '../support/company';
import { dana, eve } from '../support/people';
import { canary } from '../support/sample';

/** Every company that a story opens looks for the canary when it closes; here it is shown that the look finds it. */
describe('a key that leaks is found', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
  });
  afterAll(() => company.close());

  const look = (log = '') =>
    findCanary({ url: company.database.url, slack: company.slack, teams: company.teams, log });

  test('nowhere, at first', async () => {
    expect(await look()).toEqual([]);
  });

  test.each([
    ['as it is', canary],
    ['without dashes', canary.replaceAll('-', '')],
    ['in small letters', canary.toLowerCase()],
    ['in base64', Buffer.from(canary).toString('base64')],
    ['one half of it', `…${canary.slice(15)}`],
  ])('in the log, %s', async (_name, text) => {
    expect((await look(`{"msg":"${text}"}`)).length).toBeGreaterThan(0);
  });

  test('in a row of any table, also as bytes', async () => {
    const client = new Client({ connectionString: company.database.url });
    await client.connect();
    try {
      await client.query('insert into inbound (identity, seen_at, answer) values ($1, now(), $2)', [
        'x',
        JSON.stringify({ text: canary }),
      ]);
      expect(await look()).toContainEqual(expect.stringMatching(/^database: /));
      await client.query('delete from inbound');
      await client.query(
        `insert into sealed_secrets (purpose, number, wrapped, made_at) values ('data', 9, $1, now())`,
        [Buffer.from(canary)],
      );
      expect(await look()).toContainEqual(expect.stringMatching(/^database: /));
      await client.query('delete from sealed_secrets where number = 9');
    } finally {
      await client.end();
    }
  });

  test('in a message of either platform', async () => {
    await company.slack.say(eve.slackId, 'im', `my key is ${canary}`);
    expect((await look()).some((leak) => leak.startsWith('calls between the bot and Slack'))).toBe(true);
    company.slack.ledger.clear();
    const person = company.teams.person(dana.teamsId);
    await company.teams.say(person, company.teams.chat(person), `my key is ${canary}`);
    expect((await look()).some((leak) => leak.startsWith('calls between the bot and Teams'))).toBe(true);
    await company.at('teams', dana).sees('Did you mean');
    company.teams.ledger.clear();
  });
});
