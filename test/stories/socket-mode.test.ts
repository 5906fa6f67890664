import { WebSocket } from 'undici';
import { type Company, openCompany } from '../support/company';
import { dana, eve } from '../support/people';

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
    const { options } = await company.slack.suggest(eve.slackId, form.id, 'value', 'azure');
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
    const employee = company.at('slack', eve);
    await employee.opensFormFor('visual studio enterprise');
    await employee.fills({ Reason: 'A build of my own' }, 'Request');
    await employee.sees('You asked for Visual Studio Enterprise Subscription');
    await employee.closesWindow();
    const [first] = company.slack.ledger.deliveries('view_submission').slice(-1);
    const again = await company.slack.sockets.redeliver(first as never, 3_000);
    expect(again).toMatchObject({ kind: 'answered', status: 200 });
    expect(again).toEqual(first?.answer);
    const asked = (await employee.asks('requests')).match(/Visual Studio Enterprise/g);
    expect(asked).toHaveLength(1);
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
