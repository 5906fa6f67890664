import { makeLog } from '../../src/log';
import { startBot } from '../../src/main';
import { type Company, openCompany } from '../support/company';
import { anotherKey, hour, keyOf, lawsBrokenIn, offerTime, oneKey, visio } from '../support/one-key';
import { ada, dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let approver: Somebody;
  let first: Somebody;
  let second: Somebody;
  let third: Somebody;

  async function opensWith(sample: Parameters<typeof openCompany>[0]): Promise<void> {
    company = await openCompany(sample);
    approver = company.at(platform, dana);
    [first, second, third] = [
      company.at(platform, eve),
      company.at(platform, omar),
      company.at(platform, ada),
    ];
    await approver.asks('help');
  }
  async function closes(): Promise<void> {
    expect(await lawsBrokenIn(company)).toEqual([]);
    await company.close();
  }

  async function asks(who: Somebody): Promise<void> {
    await who.opensFormFor('visio');
    await who.fills({ Reason: 'Drawings' }, 'Request');
    await who.sees(`You asked for ${visio}`);
    await who.closesWindow();
    await approver.sees(`${who.figure.name} asks for ${visio}`);
  }
  async function isApproved(who: Somebody): Promise<void> {
    await asks(who);
    await approver.presses('Approve', who.figure.name);
    await who.sees(new RegExp(`${visio} is (yours|approved)`));
  }

  describe('three people, one key', () => {
    beforeAll(async () => {
      await opensWith(oneKey);
      for (const one of [first, second, third]) await isApproved(one);
    });
    afterAll(closes);

    test('whoever comes first gets it, the others are told their place and what comes next', async () => {
      await first.sees(`${visio} is yours`);
      const told = await second.sees(`${visio} is approved; on the waiting list`);
      expect(told).toContain(`Not enough is left of ${visio} just now`);
      expect(told).toContain('First in line.');
      expect(await third.sees('on the waiting list')).toContain('Place 2 on the waiting list.');
      await third.asks('requests', 'Approved by Dana Decider; place 2 on the waiting list');
      await third.asks('mine', 'place 2 on the waiting list');
      expect(await third.asks('list software')).toMatch(/0 of 3 left \(licences\) · 2 waiting/);
    });

    test('what comes in is kept for the first in line, who takes it', async () => {
      await anotherKey(company, 3);
      const offer = await second.sees(`Your turn: ${visio}`);
      expect(offer).toMatch(/It is kept until \d+ \w+ \d{4}, \d\d:\d\d\./);
      await second.presses('Take it', 'Your turn');
      await second.sees(`${visio} is yours`);
      await second.presses('Show key', `${visio} is yours`);
      expect(await second.sees('Your key')).toContain(keyOf(3));
      await second.closesWindow();
      await second.hasNoButton('Take it');
    });

    test('whoever stood behind moves up, and may leave what is kept to the next one', async () => {
      await third.asks('requests', 'place 1 on the waiting list');
      expect(third.messages().join()).not.toContain('Your turn');
      await anotherKey(company, 4);
      await third.sees(`Your turn: ${visio}`);
      expect(await first.asks('list software')).toMatch(/0 of 3 left/);
      await third.presses('Leave it', 'Your turn');
      await third.sees('Ada Admin left it to the next one');
      expect(await first.asks('list software')).toMatch(/1 of 3 left/);
    });
  });

  describe('an offer that nobody takes', () => {
    beforeAll(async () => {
      await opensWith(oneKey);
      for (const one of [first, second, third]) await isApproved(one);
    });
    afterAll(closes);

    test('is one offer, though two copies of the bot are at work', async () => {
      const copy = await startBot({ ...company.config, port: 0 }, makeLog('silent', { write: () => {} }));
      try {
        await anotherKey(company, 3);
        await second.sees(`Your turn: ${visio}`);
        // Both have made their rounds when the time has been asked for again.
        await company.moveTime(3_000);
        await third.asks('requests', 'place 1 on the waiting list');
        expect(second.messages().filter((message) => message.includes('Your turn'))).toHaveLength(1);
      } finally {
        await copy.stop();
      }
    });

    test('stands until its time is over', async () => {
      await company.moveTime(offerTime - hour);
      expect(await second.asks('requests')).toMatch(/Kept until .*\d\d:\d\d: take it or leave it/);
    });

    test('then goes to the next one, and a late press is told so', async () => {
      await company.moveTime(hour);
      await second.sees('Cancelled: the offer was not taken in time');
      await third.sees(`Your turn: ${visio}`);
      await second.presses('Take it', 'Kept until');
      await second.sees(`The time to take ${visio} is over`);
    });
  });

  describe('before the first key is brought in', () => {
    beforeAll(() => opensWith({ ...oneKey, keys: [] }));
    afterAll(closes);

    test('one can ask, and the approver knows what a yes leads to', async () => {
      await first.asks('list software', 'no key in stock yet');
      await asks(first);
      await approver.asks(
        'queue',
        'No key of it is in stock yet: approval puts Eve Employee on the waiting list',
      );
      await approver.presses('Approve', 'Eve Employee');
      await first.sees('First in line.');
    });

    test('one can step out again, and whoever is behind gets the first key', async () => {
      await isApproved(second);
      await first.presses('Cancel request', 'First in line.');
      await first.sees('Cancelled by Eve Employee');
      await second.asks('requests', 'place 1 on the waiting list');
      await anotherKey(company, 3);
      await second.sees(`Your turn: ${visio}`);
    });
  });
});
