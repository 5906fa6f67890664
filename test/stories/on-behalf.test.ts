import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('asking for a colleague in %s', (on) => {
  let company: Company;
  let lead: Somebody;
  let colleague: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    lead = company.at(on, eve);
    colleague = company.at(on, mei);
    approver = company.at(on, dana);
    admin = company.at(on, ada);
    for (const one of [lead, colleague, approver, admin]) await one.says('help');
  });
  afterAll(() => company.close());

  async function closesAll(who: Somebody) {
    while (who.window() !== undefined) await who.closesWindow();
  }

  test('the form of a key asks for nobody, the one of a subscription does', async () => {
    await lead.opensFormFor('visio');
    expect(lead.screen()).not.toMatch(/\bPerson\b/);
    await closesAll(lead);
    await lead.opensFormFor('visual studio enterprise');
    expect(lead.screen()).toMatch(/\bPerson\b/);
    await closesAll(lead);
  });

  test('both are told that it was asked, and for whom', async () => {
    await lead.opensFormFor('visual studio enterprise');
    await lead.fills({ Person: 'Mei Lin', Reason: 'She joins the build team' }, 'Request');
    await lead.sees('You asked for Visual Studio Enterprise Subscription for Mei Lin');
    await closesAll(lead);
    const told = await colleague.sees('Eve Employee 已為您申請 Visual Studio Enterprise Subscription');
    expect(told).toContain('She joins the build team');
    const card = await approver.sees('Visual Studio Enterprise Subscription for Mei Lin');
    expect(card).toMatch(/Person:?\s+Mei Lin/);
  });

  test('a question goes to both, and to neither any more once one of them has answered', async () => {
    await approver.presses('Ask', 'She joins the build team');
    await approver.fills({ Question: 'From which day on?' }, 'Ask');
    await closesAll(approver);
    await colleague.sees(/Dana Decider[\s\S]*From which day on\?[\s\S]*回答/);
    await lead.sees('From which day on?');
    await lead.presses('Answer', 'From which day on?');
    await lead.fills({ Answer: 'From the first of May' }, 'Answer');
    await closesAll(lead);
    for (const [one, answer] of [
      [lead, 'Answer'],
      [colleague, '回答'],
    ] as const) {
      await one.sees('From the first of May');
      await one.sees(/^(?![\s\S]*(Press Answer|請按「回答」))/);
      await one.hasNoButton(answer, 'From which day on?');
    }
  });

  test('she cannot be asked for twice, but one may ask for oneself', async () => {
    await lead.opensFormFor('visual studio enterprise');
    await lead.fills({ Person: 'Mei Lin', Reason: 'Once more' }, 'Request');
    await lead.sees('Mei Lin already has an open request for Visual Studio Enterprise Subscription');
    await closesAll(lead);
    await lead.opensFormFor('visual studio enterprise');
    await lead.fills({ Reason: 'And one for me' }, 'Request');
    await lead.sees('You asked for Visual Studio Enterprise Subscription');
    await closesAll(lead);
    await lead.opensFormFor('visual studio enterprise');
    await lead.sees('You have already asked for this for yourself.');
    await closesAll(lead);
  });

  test('both are told of every step until she has it', async () => {
    await approver.presses('Approve', 'She joins the build team');
    await colleague.sees('Visual Studio Enterprise Subscription 已核准');
    await lead.sees('Visual Studio Enterprise Subscription is approved');
    await admin.sees('Set up Visual Studio Enterprise Subscription for Mei Lin');
    await admin.presses('Done', 'Mei Lin');
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await closesAll(admin);
    await colleague.sees('Visual Studio Enterprise Subscription 已經是您的了');
    await colleague.types('我的');
    await colleague.sees(/您持有的權益[\s\S]*Visual Studio Enterprise Subscription/);
  });

  test('support takes a second address, which must be neither hers nor the company’s', async () => {
    const asks = async (email: string, benefit: string) => {
      await lead.opensFormFor(benefit);
      await lead.fills(
        { Person: 'Mei Lin', 'Alternative e-mail': email, Reason: 'The cluster fails at night' },
        'Request',
      );
    };
    await asks('mei@contoso.example', 'support incidents');
    await lead.sees('must differ from the person’s own');
    await closesAll(lead);
    await asks('partner@contoso.example', 'support incidents');
    await lead.sees('must differ from the one of the company’s Partner Center account');
    await closesAll(lead);
    await asks('mei.private@example.org', 'support incidents');
    await lead.sees('You asked for Product support incidents for Mei Lin');
    await closesAll(lead);
  });

  test('a token says that it cannot be split', async () => {
    await lead.opensFormFor('office 365');
    await lead.sees('The next key carries 5 seats and cannot be split: you get all of them.');
    await closesAll(lead);
  });

  test('nothing went wrong in any client', () => {
    for (const one of [lead, colleague, approver, admin]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
