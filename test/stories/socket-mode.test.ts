import { WebSocket } from 'undici';
import { type Company, openCompany } from '../support/company';
import { dana, eve } from '../support/people';
import { query } from '../support/query';

/** Slack over a connection that the bot opens: the same story, and what is different about a connection. */
describe('Socket Mode', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany({}, { SLACK_APP_TOKEN: 'xapp-1-story' });
  });
  afterAll(() => company.close());

  const connected = (count: number) =>
    company.slack.until(`${count} connections`, () => company.slack.sockets.connections === count);
  const visio = 'Visio Professional 2024';

  test('asked, approved, shown, with nothing of ours to be reached from outside', async () => {
    await connected(1);
    const [employee, approver] = [company.at('slack', eve), company.at('slack', dana)];
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'For the drawings' }, 'Request');
    await employee.sees(`You asked for ${visio}`);
    await employee.closesWindow();
    await approver.sees(`asks for ${visio}`);
    await approver.presses('Approve');
    await employee.sees(`${visio} is yours`);
    await employee.presses('Show key', `${visio} is yours`);
    await employee.sees('Your key');
    await employee.closesWindow();
    expect((await fetch(`${company.botUrl}/slack/events`, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  test('fields that look things up, the Home tab and messages come that way too', async () => {
    const employee = company.at('slack', eve);
    await company.slack.openHome(eve.slackId);
    await company.slack.until('the Home tab', () => company.slack.home(eve.slackId));
    await company.slack.shortcut(eve.slackId, 'request_benefit');
    const form = await company.slack.until('the form', () => company.slack.views(eve.slackId).at(-1));
    const { options } = await company.slack.suggest(eve.slackId, form.id, 'benefits', 'azure');
    expect(options).toHaveLength(1);
    await employee.closesWindow();
    await employee.says('mine');
    await employee.sees('What you hold');
  });

  test.each(['warning', 'refresh_requested'] as const)(
    'Slack ends a connection (%s): the next is there, and what is said then is answered',
    async (reason) => {
      const before = company.slack.sockets.asked;
      company.slack.sockets.goodbye(reason);
      await company.slack.until('a new connection', () => company.slack.sockets.asked > before);
      await connected(1);
      expect(await company.at('slack', eve).asks('mine')).toContain('What you hold');
    },
  );

  test('after a warning the new connection is open before the old one ends', async () => {
    const most: number[] = [];
    const stop = company.slack.onChange(() => most.push(company.slack.sockets.connections));
    company.slack.sockets.goodbye('warning');
    await company.slack.until('two at once', () => most.includes(2));
    await connected(1);
    expect(Math.min(...most)).toBeGreaterThan(0);
    stop();
  });

  test('a network that fails is noticed, and the connection made anew', async () => {
    const before = company.slack.sockets.asked;
    company.slack.sockets.tear();
    await company.slack.until('a new connection', () => company.slack.sockets.asked > before);
    await connected(1);
    expect(await company.at('slack', eve).asks('mine')).toContain('What you hold');
  });

  test('an envelope that comes again is answered again, and acted on once', async () => {
    const pressed = company.slack.ledger
      .deliveries('block_actions')
      .find(({ raw }) => raw.includes('show-key'));
    if (!pressed) throw new Error('nobody has pressed Show key');
    const again = await company.slack.sockets.redeliver(pressed, 3_000);
    expect(again).toEqual(pressed.answer);
    // A second look at the key would be noted as one.
    expect(await query(company.database.url, 'select from key_views')).toHaveLength(1);
  });

  test('too many connections of others: it waits, and says so to whoever runs it', async () => {
    await connected(1);
    const { sockets, baseUrl } = company.slack;
    const others = Array.from({ length: 9 }, () => new WebSocket(sockets.ticket(baseUrl)));
    await connected(10);
    company.slack.sockets.goodbye('warning');
    await company.slack.until('a refusal', () => company.log().includes('too_many_websockets'));
    for (const other of others) other.close();
  });

  test('no token and no address of a connection stands in the log', () => {
    expect(company.log()).not.toMatch(/xapp-1-story|ticket=/);
    expect(company.log()).toContain('slack-socket-open');
  });
});
