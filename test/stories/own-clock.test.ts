import { type Company, openCompany } from '../support/company';
import { anotherKey, oneKey, visio } from '../support/one-key';
import { dana, eve, everybody, type Figure, figure } from '../support/people';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

/** Three who wait for the same benefit: evening in California is the next day in Taiwan, and of the third nobody knows where they are. */
const lea: Figure = { ...figure(21, 'Lea Losangeles', 'employee'), timeZone: 'America/Los_Angeles' };
const tai: Figure = { ...figure(22, 'Tai Taipei', 'employee'), timeZone: 'Asia/Taipei' };
const noa: Figure = { ...figure(23, 'Noa Nowhere', 'employee'), timeZone: 'Nowhere/Known' };
const hour = 3_600_000;

/** A moment as a clock on a wall in a zone shows it, written as we write hours. */
const onTheWall = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let approver: Somebody;
  const of = (one: Figure) => company.at(platform, one);

  beforeAll(async () => {
    company = await openCompany({
      ...oneKey,
      people: [...everybody, lea, tai, noa],
      benefits: oneKey.benefits.map((row) => (row.benefit === visio ? { ...row, quantity: 4 } : row)),
    });
    approver = of(dana);
    await approver.asks('help');
    // Five in the morning by Greenwich: where Lea is it is still the day before.
    await company.moveTime(((29 - new Date().getUTCHours()) % 24) * hour);
    for (const one of [eve, lea, tai, noa]) {
      await of(one).opensFormFor('visio');
      await of(one).fills({ Reason: 'Drawings' }, 'Request');
      await of(one).sees(`You asked for ${visio}`);
      await of(one).closesWindow();
      await approver.sees(`${one.name} asks for ${visio}`);
      await approver.presses('Approve', one.name);
      await of(one).sees(`${visio} is`);
    }
  });
  afterAll(() => company.close());

  test('the day of a request is the day it was where its reader is', async () => {
    const [row] = await query<{ at: Date }>(
      company.database.url,
      `select r.asked_at as at from requests r join people p on p.id = r.requester_id where p.name = $1`,
      [lea.name],
    );
    const { at } = row as { at: Date };
    const dayIn = (zone: string) => onTheWall(at, zone).split(',')[0] as string;
    expect(dayIn('America/Los_Angeles')).not.toBe(dayIn('Asia/Taipei'));
    expect(await of(lea).asks('requests', visio)).toContain(dayIn('America/Los_Angeles'));
    expect(await of(tai).asks('requests', visio)).toContain(dayIn('Asia/Taipei'));
  });

  test('an offer stands until an hour of the clock on the reader’s own wall', async () => {
    for (const number of [3, 4, 5]) await anotherKey(company, number);
    for (const one of [lea, tai, noa]) {
      const offer = await of(one).sees(`Your turn: ${visio}`);
      const [row] = await query<{ until: Date }>(
        company.database.url,
        `select r.offered_until as until from requests r join people p on p.id = r.assignee_id where p.name = $1`,
        [one.name],
      );
      const { until } = row as { until: Date };
      // Where nobody knows the reader's clock the hour is the company's, and says which that is.
      const expected =
        one === noa ? `${onTheWall(until, 'UTC')} UTC.` : `${onTheWall(until, one.timeZone as string)}.`;
      expect(offer).toContain(`It is kept until ${expected}`);
      expect(await of(one).asks('requests')).toContain(`Kept until ${expected.replace(/\.$/, ':')}`);
    }
  });
});
