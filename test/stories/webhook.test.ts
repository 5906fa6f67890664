import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { bringsIn, dayAhead } from '../support/membership-file';
import { ada, dana, eve } from '../support/people';
import { openReceiver, type Receiver, secretSetting } from '../webhook/receiver';

const cal = 'Windows Server CAL';

describe.each(['slack', 'teams'] as const)('what happens in %s', (on) => {
  let receiver: Receiver;
  let company: Company;
  beforeAll(async () => {
    receiver = await openReceiver();
    company = await openCompany({}, { WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secretSetting });
    await bringsIn(company, [`software,${cal},10,CAL,none,`], { ends: dayAhead(60) });
  });
  afterAll(async () => {
    await company?.close();
    await receiver?.close();
  });

  test('is told to the webhook, and when that fails for days the admins are told', async () => {
    const [admin, employee, approver] = [ada, eve, dana].map((one) => company.at(on, one)) as [
      ReturnType<Company['at']>,
      ReturnType<Company['at']>,
      ReturnType<Company['at']>,
    ];
    for (const who of [admin, employee, approver]) await who.says('help');
    await gets(employee, approver, ['CAL', cal]);
    await receiver.until('asked and approved', () =>
      ['request.asked', 'request.approved'].every((type) =>
        receiver.taken.some(({ body }) => body.type === type),
      ),
    );
    expect(receiver.forged).toBe(0);
    expect(receiver.taken.find(({ body }) => body.type === 'request.asked')?.body.data).toMatchObject({
      by: { name: eve.name, email: eve.email },
      benefit: { name: cal },
      why: 'For the client project',
    });

    receiver.answer = (_, response) => void response.writeHead(503).end();
    const before = receiver.tries.length;
    await gets(company.at(on, dana), company.at(on, ada), ['CAL', cal]).catch(() => undefined);
    await receiver.until('a try that fails', () => receiver.tries.length > before);
    await company.moveTime(4 * 86_400_000);
    // A try that was on its way meanwhile is followed by another after half an hour at most.
    const told = 'The webhook does not take events';
    for (let hour = 0; hour < 3 && !admin.messages().join().includes(told); hour++) {
      await company.moveTime(3_600_000);
      await admin.sees(told).catch(() => undefined);
    }
    expect(admin.messages().join()).toContain(told);

    // An operator sees it too; the page is two seconds old at most.
    const givenUp = async () => {
      const page = await (await fetch(`${company.botUrl}/metrics`)).text();
      return Number(/^benefits_events_undeliverable (\d+)$/m.exec(page)?.[1]);
    };
    while ((await givenUp()) === 0);
    expect(await givenUp()).toBeGreaterThan(0);
  });
});
