import { Client } from 'pg';
import { readView } from '../../playground/slack';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar, teamId } from '../support/people';

/** What Slack has beside messages and commands: shortcuts, fields that look things up, windows that wait, questions before something is lost. */
describe('at home in Slack', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
  });
  afterAll(() => company.close());

  const front = (user: string) => company.slack.views(user).at(-1);
  const window = (user: string, what: string) =>
    company.slack.until(`a window with ${what}`, () => {
      const view = front(user);
      return view && readView(view).includes(what) ? view : undefined;
    });
  const offered = async (
    user: string,
    field: string,
    typed: string,
    of = field === 'person' ? 'people' : 'benefits',
  ) => {
    const { options = [] } = await company.slack.suggest(
      user,
      front(user)?.id as string,
      { action_id: of, block_id: field },
      typed,
    );
    return options.map(({ text }) => (text as { text: string }).text);
  };

  test('/benefits alone opens a short menu, each with what its reader may do', async () => {
    const mine = await company.at('slack', eve).asks('');
    expect(mine).toMatch(/What would you like to do\?[\s\S]*Request a benefit[\s\S]*What I hold/);
    expect(mine).not.toMatch(/What waits for me|Stock/);
    expect(await company.at('slack', dana).asks('')).toMatch(/What waits for me/);
    expect(await company.at('slack', ada).asks('')).toMatch(/Stock/);
    expect(await company.at('slack', mei).asks('')).toMatch(/您想做什麼？[\s\S]*申請權益/);
  });

  test('a shortcut opens the form, the field finds a benefit with a slip of the finger, and the request is made', async () => {
    await company.slack.shortcut(eve.slackId, 'request_benefit');
    await window(eve.slackId, 'Request a benefit');
    expect(await offered(eve.slackId, 'benefit', '')).toHaveLength(8);
    expect(await offered(eve.slackId, 'benefit', 'vizio')).toEqual(['Visio Professional 2024']);
    await company.slack.submit(eve.slackId, front(eve.slackId)?.id as string, {
      benefit: 'Visio Professional 2024',
    });
    await window(eve.slackId, 'Reason');
    const her = company.at('slack', eve);
    await her.fills({ Reason: 'For the drawings' }, 'Request');
    await her.sees('You asked for Visio Professional 2024');
    await her.closesWindow();
  });

  test('a shortcut on a colleague’s message leads to the form for them; a key is for nobody else', async () => {
    const said = await company.slack.say(mei.slackId, 'C0GENERAL', 'I start on Monday');
    const message = { channel: 'C0GENERAL', ts: said.message?.ts as string };
    await company.slack.shortcut(eve.slackId, 'request_for_person', message);
    await window(eve.slackId, 'For Mei Lin');
    // Nothing is offered that would be refused then.
    expect(await offered(eve.slackId, 'benefit', '', 'for-others')).toEqual(
      expect.arrayContaining(['Microsoft Azure credit', 'Visual Studio Enterprise Subscription']),
    );
    expect(await offered(eve.slackId, 'benefit', 'sql', 'for-others')).toEqual([]);
    expect(await offered(eve.slackId, 'benefit', 'visio', 'for-others')).toEqual([]);
    await company.slack.submit(eve.slackId, front(eve.slackId)?.id as string, {
      benefit: 'Visual Studio Enterprise Subscription',
    });
    await window(eve.slackId, 'Reason');
    const her = company.at('slack', eve);
    await her.fills({ Reason: 'Her first day' }, 'Request');
    await her.sees('for Mei Lin');
    await her.closesWindow();
    await company.at('slack', mei).sees('Eve Employee 已為您申請 Visual Studio Enterprise Subscription');
  });

  test('people are looked up by an admin only', async () => {
    const admin = company.at('slack', ada);
    await admin.asks('');
    await admin.presses('Find a person');
    await window(ada.slackId, 'Find a person');
    expect(await offered(ada.slackId, 'person', 'mei')).toEqual(['Mei Lin (mei@contoso.example)']);
    await company.slack.submit(ada.slackId, front(ada.slackId)?.id as string, {
      person: 'Mei Lin (mei@contoso.example)',
    });
    await window(ada.slackId, 'Mei Lin');
    await admin.closesWindow();

    // Whoever is no admin gets nothing of anybody, whatever a client asks for.
    expect(await suggested(omar.slackId)).toEqual({ options: [] });
    expect(await suggested(ada.slackId)).toMatchObject({
      options: [{ text: { text: 'Mei Lin (mei@contoso.example)' } }],
    });
  });

  test('before a request is taken back, Slack asks once more', async () => {
    const her = company.at('slack', eve);
    await her.asks('requests');
    const message = company.slack.messages(eve.slackId).at(-1);
    const confirm = JSON.stringify(message?.blocks).match(/"confirm":\{"title":\{[^}]*"text":"([^"]*)"/);
    expect(confirm?.[1]).toBe('Cancel this request?');
    await her.presses('Cancel request', 'Visio Professional 2024');
    await her.sees('Cancelled by Eve Employee');
  });

  test('where our own look-up is slow, a window says so in time and becomes the form', async () => {
    const client = new Client({ connectionString: company.database.ownerUrl });
    await client.connect();
    await client.query('begin; lock table benefits in access exclusive mode');
    const her = company.at('slack', eve);
    const opening = her.types('request sql server');
    await window(eve.slackId, 'One moment');
    await client.query('rollback');
    await client.end();
    await opening;
    await window(eve.slackId, 'Reason');
    await her.closesWindow();
  });

  test('nothing went wrong in the client', () => expect(company.at('slack', eve).complaints()).toEqual([]));

  /** As a client would send it that shows a field which its owner was never shown. */
  async function suggested(user: string): Promise<unknown> {
    const payload = {
      type: 'block_suggestion',
      team: { id: teamId },
      user: { id: user, team_id: teamId },
      block_id: 'person',
      action_id: 'people',
      value: 'mei',
    };
    const { answer } = await company.slack.raw.post(
      new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    );
    return answer.kind === 'answered' && JSON.parse(answer.body);
  }
});
