import { type Company, openCompany } from '../support/company';
import { dana, eve, everybody, mei, omar } from '../support/people';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

async function asksForVisio(who: Somebody) {
  await who.opensFormFor('visio');
  await who.fills({ Reason: 'Diagrams' }, 'Request');
  await who.sees('You asked for Visio Professional 2024');
  await who.closesWindow();
}
const card = 'asks for Visio Professional 2024';
const shows = (who: Somebody, what: string) => who.messages().some((message) => message.includes(what));

describe('a notice goes', () => {
  let company: Company;
  afterEach(() => company.close());

  test('once, to the chat in which the person last spoke', async () => {
    company = await openCompany();
    const [inSlack, inTeams] = [company.at('slack', dana), company.at('teams', dana)];
    await inSlack.asks('help');
    await inTeams.asks('help');
    await inSlack.asks('help');
    await asksForVisio(company.at('teams', eve));
    await inSlack.sees(card);
    expect(shows(inTeams, card)).toBe(false);

    await inTeams.asks('help');
    await asksForVisio(company.at('slack', omar));
    await inTeams.sees(`Omar Okay ${card}`);
    expect(shows(inSlack, `Omar Okay ${card}`)).toBe(false);
  });

  test('to the account of the people file, before the person has ever spoken', async () => {
    company = await openCompany();
    await asksForVisio(company.at('teams', eve));
    await company.at('slack', dana).sees(card);
    await company.at('slack', omar).sees(card);
  });

  test('to the account with the same address, for somebody of whom nothing else is known', async () => {
    company = await openCompany({
      people: everybody.map((one) => (one === dana ? { ...one, slackId: '', teamsId: '' } : one)),
    });
    await asksForVisio(company.at('teams', eve));
    await company.at('slack', dana).sees(card);
    await company.at('slack', dana).presses('Approve');
    await company.at('teams', eve).sees('Visio Professional 2024 is yours');
  });

  test('to the other chat, from which the app was not taken away, and to the first when it is back', async () => {
    company = await openCompany();
    const [inSlack, inTeams] = [company.at('slack', dana), company.at('teams', dana)];
    await inSlack.asks('help');
    await inTeams.asks('help');
    const teams = company.teams.person(dana.teamsId);
    await company.teams.uninstall(teams);
    const addresses = await query(
      company.database.url,
      `select address->>'conversationId' as chat from accounts where platform = 'teams'`,
    );
    expect(addresses).toEqual([{ chat: null }]);
    await asksForVisio(company.at('slack', eve));
    await inSlack.sees(`Eve Employee ${card}`);
    expect(shows(inTeams, card)).toBe(false);

    await company.teams.install(teams);
    await inTeams.asks('help');
    await asksForVisio(company.at('slack', omar));
    await inTeams.sees(`Omar Okay ${card}`);
    expect(shows(inSlack, `Omar Okay ${card}`)).toBe(false);
  });

  test('to the other chat, when it cannot arrive in the first', async () => {
    company = await openCompany();
    await company.at('teams', dana).asks('help');
    await company.at('slack', dana).asks('help');
    company.slack.faults.every((call) =>
      call.method === 'conversations.open' || call.method === 'chat.postMessage'
        ? { status: 200, body: { ok: false, error: 'channel_not_found' } }
        : undefined,
    );
    await asksForVisio(company.at('teams', eve));
    await company.at('teams', dana).sees(card);
  });

  test('in the language of its reader', async () => {
    company = await openCompany();
    const approver = company.at('slack', dana);
    await approver.asks('help');
    const reader = company.at('teams', mei);
    await reader.asks('說明');
    await reader.types('申請 visio');
    await reader.sees('取得方式');
    await reader.presses('申請');
    await reader.fills({ 理由: '畫流程圖' }, '申請');
    await reader.sees('您已申請 Visio Professional 2024');
    await approver.sees(`Mei Lin ${card}`);
    await approver.presses('Approve');
    await reader.sees('Visio Professional 2024 已經是您的了');
    await reader.presses('顯示金鑰');
    await reader.sees('您的金鑰');
    await reader.closesWindow();
  });
});
