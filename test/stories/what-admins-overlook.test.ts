import { readView } from '../../playground/slack';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei } from '../support/people';
import { bringsInExport } from '../support/portal-export';
import type { Somebody } from '../support/somebody';

const azure = 'Azure DevOps';
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const studio = {
  category: 'visual-studio',
  benefit: 'Visual Studio Enterprise Subscription',
  quantity: 3,
  unit: 'subscription',
  delivery: 'assign',
};
const sample = {
  benefits: [{ category: 'software', benefit: azure, quantity: 1, unit: 'licence', delivery: 'key' }, studio],
  keys: [],
};

describe.each(['slack', 'teams'] as const)(
  'what waits for an admin without being a task, in %s',
  (platform) => {
    let company: Company;
    let admin: Somebody;
    let asker: Somebody;
    let approver: Somebody;
    beforeAll(async () => {
      company = await openCompany(sample);
      [admin, asker, approver] = [
        company.at(platform, ada),
        company.at(platform, eve),
        company.at(platform, dana),
      ];
      for (const who of [admin, asker, approver]) await who.asks('help');
    });
    afterAll(() => company.close());

    test('where nothing waits, there is nothing to do', async () => {
      expect(await admin.asks('tasks', 'Tasks for the admins')).toContain('There is nothing to do.');
    });

    test('somebody was approved for something of which no key was ever brought in', async () => {
      expect(await asker.asks('list', azure)).toContain('no key in stock yet, so it has to be waited for');
      await asker.opensFormFor(azure);
      await asker.sees('once it is approved, you wait until an admin brings a key in');
      await asker.fills({ Reason: 'The boards' }, 'Request');
      await asker.sees('No key of it is in stock yet: once it is approved, it waits');
      await asker.closesWindow();
      await approver.sees(`Eve Employee asks for ${azure}`);
      await approver.sees('No key of it is in stock yet: approval puts Eve Employee on the waiting list');
      await approver.presses('Approve', 'Eve Employee');
      await asker.sees(`${azure} is approved; on the waiting list`);
      await asker.sees(`No key of ${azure} is in stock yet, so it has to be waited for`);
      const tasks = await admin.asks('tasks', 'Tasks for the admins');
      expect(tasks).not.toContain('There is nothing to do.');
      expect(tasks).toContain(`One person waits for ${azure}`);
      expect(tasks).toContain('no key is left to give');
      await admin.presses('Who has it', `One person waits for ${azure}`);
      await admin.sees(/Who waits for it[\s\S]*Eve Employee/);
      await admin.closesWindow();
    });

    test('and differences to Microsoft’s portal that nobody has spoken on, with the way to them', async () => {
      await bringsInExport(company, [mei], yesterday);
      const tasks = await admin.asks('tasks', 'difference');
      expect(tasks).toContain('One difference to Microsoft’s portal waits');
      await admin.presses('Show them', 'One difference');
      await admin.sees('Where Microsoft’s portal says something else');
      await admin.closesWindow();
    });

    test('the page with everything says the same', async () => {
      if (platform === 'slack') await company.slack.openHome(ada.slackId);
      const home =
        platform === 'slack'
          ? await company.slack.until('the page', () => {
              const page = company.slack.home(ada.slackId);
              return page && readView(page);
            })
          : await admin.asks('home', 'Your benefits');
      for (const line of [`One person waits for ${azure}`, 'One difference to Microsoft’s portal waits'])
        expect(home).toContain(line);
      expect(home).not.toContain('There is nothing to do.');
      for (const who of [admin, asker, approver]) expect(who.complaints()).toEqual([]);
    });
  },
);
