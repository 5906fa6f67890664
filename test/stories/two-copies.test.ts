import { textOf } from '../../playground/teams/card-form';
import { makeLog } from '../../src/log';
import { type Bot, startBot } from '../../src/main';
import { type Company, openCompany } from '../support/company';
import { freePort } from '../support/free-port';
import { eve } from '../support/people';

/** Two copies of the bot on one database behind one address: what Teams says again may come to the other one. */
describe('two copies of the bot', () => {
  let company: Company;
  let second: Bot;
  beforeAll(async () => {
    company = await openCompany();
    second = await startBot({ ...company.config, port: await freePort() }, makeLog('silent'), {
      clock: 50,
      rounds: 250,
      chats: 'uncounted',
      database: 'unhurried',
    });
  }, 60_000);
  afterAll(async () => {
    await second.stop();
    await company.close();
  });

  const person = () => company.teams.person(eve.teamsId);
  const said = () =>
    company.teams
      .messages(person())
      .filter(({ from }) => from === 'bot')
      .map(({ cards }) => textOf(cards[0] ?? {}));
  /** What Teams has said of this kind comes once more, to the other copy. */
  async function comesAgain(kind: RegExp): Promise<void> {
    const { botUrl } = company.teams;
    company.teams.botUrl = `http://127.0.0.1:${second.port}/api/messages`;
    for (const entry of company.teams.ledger.entries.filter((one) => kind.test(one.kind)))
      await company.teams.redeliver(entry);
    // That copy writes after its answer to Teams: by the time it has answered something later, what it had to say is there.
    await company.at('teams', eve).asks('mine', 'You hold nothing yet');
    company.teams.botUrl = botUrl;
  }

  test('greet a chat once', async () => {
    await company.teams.install(person());
    await company.teams.when('a greeting', () => said().length > 0);
    await comesAgain(/^(installation|conversation)Update/);
    const greetings = said().filter((text) => text === said()[0]);
    expect(greetings).toHaveLength(1);
  });

  test('say once what became of a form', async () => {
    const employee = company.at('teams', eve);
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Drawings' }, 'Request');
    await employee.sees('You asked for Visio');
    await comesAgain(/task\/submit/);
    expect(said().filter((text) => text.includes('You asked for Visio'))).toHaveLength(1);
  });
});
