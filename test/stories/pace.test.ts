import { type Company, openCompany } from '../support/company';
import { asksFor, type Door, openDoor } from '../support/door';
import { dana, eve, omar } from '../support/people';

let company: Company;
let door: Door;
beforeAll(async () => {
  company = await openCompany({ people: [eve, dana, omar] }, {}, 'on');
  door = await openDoor(company.database.url);
});
afterAll(async () => {
  await door.close();
  await company.close();
});

test('in Slack an answer comes at once, and a notice waits until a second after it', async () => {
  const approver = company.at('slack', dana);
  await approver.asks('help');
  await approver.says('queue');
  await approver.sees('What waits for you');
  await asksFor(door, eve, 'Visio Professional 2024');
  await approver.sees('Eve Employee asks for Visio Professional 2024');
  const [card, answer] = company.slack
    .messages(dana.slackId)
    .filter(({ ephemeral, author }) => author.isBot && !ephemeral)
    .map(({ ts }) => Number(ts))
    .reverse() as [number, number];
  expect(card - answer).toBeGreaterThanOrEqual(1);
});
