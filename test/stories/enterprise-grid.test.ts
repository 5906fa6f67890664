import { type Company, openCompany } from '../support/company';
import { everybody, type Figure, figure, teamId } from '../support/people';
import { query } from '../support/query';

/** An account of an organisation has an id of its own kind (docs.slack.dev/reference/objects/user-object). */
const ofGrid = (one: Figure, slackId: string): Figure => ({ ...one, slackId });
const wanda = ofGrid(figure(21, 'Wanda Wide', 'employee'), 'W0WANDA');
const otto = ofGrid(figure(22, 'Otto Other', 'employee'), 'W0OTTO');
const bea = ofGrid(figure(23, 'Bea Both', 'employee'), 'W0BEA');

const [organisation, otherTeam] = ['E0CONTOSO', 'T0OTHER'];
const visio = 'Visio Professional 2024';
const refusal = 'I only serve members of this company';
const anyBenefit = /Visio|Windows|SQL|Visual Studio|Azure|Office|incident/;

/** Otto and Bea are of another workspace of the organisation, and Bea of ours as well. */
async function openGrid(orgWide: boolean, homes: string): Promise<Company> {
  const company = await openCompany(
    { people: [...everybody, wanda, otto, bea] },
    { SLACK_TEAM_IDS: homes },
    'off',
    { id: organisation, name: 'Contoso worldwide', teams: [otherTeam], orgWide },
  );
  company.slack.change(otto.slackId, { team_id: otherTeam });
  company.slack.change(bea.slackId, { team_id: otherTeam, alsoIn: [teamId] });
  return company;
}

/** All that the bot has put before the eyes of somebody: messages in every conversation, windows, the Home tab. */
function shownTo({ slack }: Company, user: string): string {
  const said = slack
    .conversations(user)
    .flatMap(({ messages }) => messages.filter(({ fromBot, user: by }) => fromBot || by === 'USLACKBOT'))
    .map(({ reading }) => reading);
  return JSON.stringify([said, slack.views(user), slack.home(user)]);
}

async function isServed(company: Company, who: Figure): Promise<void> {
  const somebody = company.at('slack', who);
  expect(await somebody.asks('list software')).toContain(visio);
  await somebody.says('show visio');
  await somebody.sees('How you get it');
  await company.slack.openHome(who.slackId);
  await company.slack.until('the Home tab', () =>
    JSON.stringify(company.slack.home(who.slackId) ?? '').includes(visio),
  );
  await somebody.opensFormFor('visio');
  await somebody.fills({ Reason: 'Drawings' }, 'Request');
  await somebody.sees(`You asked for ${visio}`);
}

/** Tries every door. Whoever knocks reads one sentence, which names nothing that we have. */
async function getsNothing(company: Company, user: string): Promise<void> {
  const { slack } = company;
  const requests = () => query(company.database.url, 'select id, state from requests order by id');
  const before = await requests();
  await slack.say(user, 'im', 'list software');
  await slack.say(user, '#general', '@benefits show visio');
  await slack.slash(user, '#general', '/benefits', 'request visio');
  await slack.shortcut(user, 'request_benefit');
  await slack.openHome(user);
  await slack.until('an answer', () => shownTo(company, user).includes(refusal));
  await slack.settled();
  expect(shownTo(company, user)).not.toMatch(anyBenefit);
  expect(await requests()).toEqual(before);
}

describe.each<[string, boolean, string]>([
  ['an organisation that has the app in all of its workspaces', true, organisation],
  ['a workspace of an organisation that has the app in it alone', false, teamId],
])('in %s', (_, orgWide, homes) => {
  let company: Company;
  beforeAll(async () => {
    company = await openGrid(orgWide, homes);
  });
  afterAll(() => company.close());

  const stranger = (id: string, more: object) => {
    const team_id = 'T0FABRIKAM';
    company.slack.addPerson({
      id,
      name: id.toLowerCase(),
      email: `${id}@fabrikam.example`,
      team_id,
      ...more,
    });
    return id;
  };

  test('somebody of our workspace is served', () => isServed(company, wanda));

  test('so is who is of another workspace and of ours', () => isServed(company, bea));

  test('who is of another workspace alone is served where the organisation is meant', () =>
    orgWide ? isServed(company, otto) : getsNothing(company, otto.slackId));

  test('somebody of another company in a shared channel gets nothing', () =>
    getsNothing(company, stranger('U9STRANGER', { is_stranger: true })));

  test('nor does somebody of another organisation whom nothing but their team tells', () =>
    getsNothing(company, stranger('W9STRANGER', {})));

  test('a stranger’s press of a colleague’s button does nothing', async () => {
    const { slack } = company;
    const presser = stranger('U9PRESSER', { is_stranger: true });
    await company.at('slack', wanda).types('requests');
    const source = await slack.until('the button', () =>
      slack.messages(wanda.slackId).find(({ blocks }) => JSON.stringify(blocks).includes('Cancel request')),
    );
    await slack.say(presser, 'im', 'hello');
    const target = await slack.until('a message to press in', () =>
      slack.messages(presser).find(({ fromBot }) => fromBot),
    );
    target.blocks.push(...source.blocks);
    await slack.press(presser, target, { label: 'Cancel request' });
    await slack.settled();
    expect(await company.at('slack', wanda).asks('requests', visio)).toContain('Waits for');
  });

  test('whoever is deactivated has left, whichever workspace they were of', async () => {
    const active = () =>
      query<{ name: string }>(
        company.database.url,
        `select name from people where not active and name in ('Wanda Wide', 'Bea Both') order by name`,
      );
    for (const one of [wanda, bea]) await company.slack.deactivate(one.slackId);
    await company.slack.settled();
    expect(await active()).toEqual([{ name: 'Bea Both' }, { name: 'Wanda Wide' }]);
  });
});
