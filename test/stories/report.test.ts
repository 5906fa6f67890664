import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { bringsIn, dayAhead } from '../support/membership-file';
import { ada, dana, eve } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const cal = 'Windows Server CAL';

describe.each(['slack', 'teams'] as const)('how the membership is used, asked in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let employee: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    await bringsIn(company, [`software,${visio},2,licence,key,`, `software,${cal},10,CAL,none,`], {
      ends: dayAhead(60),
      'grace-days': '0',
    });
    [admin, employee, approver] = [ada, eve, dana].map((one) => company.at(on, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const who of [admin, employee, approver]) await who.says('help');
  });
  afterAll(() => company?.close());

  test('an admin reads what is in use, how fast it went and what lapses; nobody else does', async () => {
    await admin.asks('report', 'Nobody answered a request in this time.');
    await gets(employee, approver, ['CAL', cal], { Quantity: '4' });
    const report = await admin.asks('report', '4 of 10 in use');
    expect(report).toMatch(
      /Asked for\W+1\s[\s\S]*Approved\W+1\s[\s\S]*Denied\W+0\s[\s\S]*From asking to having/,
    );
    expect(report).toContain('How much is in use');
    expect(report).toMatch(/Windows Server CAL.*▰▰▰▰▱▱▱▱▱▱ 40% · 4 of 10 in use/s);
    expect(report).toMatch(/▱▱▱▱▱▱▱▱▱▱ 0% · 0 of 2 in use/);
    expect(report).toMatch(/Dana Decider\W+\d+ (s|min)\b/);
    expect(report).toContain('in 60 days');
    await employee.asks('report', 'Only an admin can do this.');
  });

  test('a picture stands where the numbers do, and says in words what it shows', async () => {
    await admin.asks('report');
    const words = await admin.sees(/1\. Windows Server CAL: 40%/);
    expect(words).toContain('Filled: in use. Outline: all there is.');
    const pictures = picturesIn(company, on);
    expect(pictures.length).toBeGreaterThan(0);
    for (const bytes of pictures) {
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect(bytes.length).toBeLessThan(3_000);
    }
  });

  if (on === 'slack')
    test('in Slack a picture follows onto the message, or into the window, where the words stand already', async () => {
      const { slack } = company;
      const isPictured = (shown: unknown) => JSON.stringify(shown ?? '').includes('"slack_file"');
      await admin.says('report');
      await slack.until('a message that stays, with a picture', () =>
        slack.messages(ada.slackId).find((one) => !one.ephemeral && isPictured(one.blocks)),
      );
      await slack.openHome(ada.slackId);
      const home = await slack.until('the Home tab', () => slack.home(ada.slackId));
      await slack.press(ada.slackId, home.id, { label: 'Report' });
      await slack.until('a window with a picture', () => isPictured(slack.views(ada.slackId).at(-1)?.blocks));
      await admin.closesWindow();
    });

  test('and of the last ninety days by a press', async () => {
    await admin.asks('report');
    await admin.presses('Last 90 days');
    await admin.sees('Last 30 days');
  });

  test('nothing was lost on the way', () => {
    expect(company.log()).not.toMatch(
      /picture-not-|slack-answer-not-taken|turn-failed|could not be delivered/,
    );
  });
});

/** The pictures that the admin has on the screen, as bytes. */
function picturesIn({ slack, teams }: Company, on: 'slack' | 'teams'): Buffer[] {
  const shown =
    on === 'slack'
      ? slack.messages(ada.slackId)
      : teams.messages(teams.person(ada.teamsId)).map(({ cards }) => cards);
  const addresses =
    on === 'slack'
      ? [...JSON.stringify(shown).matchAll(/"slack_file":\{"id":"(\w+)"\}/g)].map(([, id]) =>
          slack.picture(String(id)),
        )
      : [...JSON.stringify(shown).matchAll(/"url":"(data:[^"]+)"/g)].map(([, url]) => url);
  return addresses.map((address) =>
    Buffer.from(String(address).replace('data:image/png;base64,', ''), 'base64'),
  );
}
