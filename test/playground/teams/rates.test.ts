import { handClock } from '../../../playground/teams/clock';
import { createRates } from '../../../playground/teams/rates';
import { type Stage, stage } from './bots';

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
describe('how fast a bot may be', () => {
  const clock = () => handClock(1_000_000);

  /** Calls as many as are allowed now. */
  const burst = (take: () => number | undefined) => {
    let allowed = 0;
    while (allowed < 5_000 && take() === undefined) allowed++;
    return allowed;
  };

  test('7 in a second, 8 in two, 60 in thirty, 1800 in an hour, to one conversation', () => {
    const time = clock();
    const rates = createRates(time.now);
    const take = () => rates.take('send', 'a:1');
    expect(burst(take)).toBe(7);
    time.forward(1_000);
    expect(burst(take)).toBe(1);
    expect(take()).toBe(1_000);
    let inThirty = 8;
    for (let second = 2; second < 30; second++) {
      time.forward(1_000);
      inThirty += burst(take);
    }
    expect(inThirty).toBe(60);
    let inAnHour = inThirty;
    for (let second = 30; second < 3_600; second++) {
      time.forward(1_000);
      inAnHour += burst(take);
    }
    expect(inAnHour).toBe(1_800);
  });

  test('one conversation does not slow another, until the tenant has had 50 in a second', () => {
    const time = clock();
    const rates = createRates(time.now);
    let sent = 0;
    for (let person = 0; person < 20; person++) sent += burst(() => rates.take('send', `a:${person}`));
    expect(sent).toBe(50);
    time.forward(1_000);
    expect(rates.take('send', 'a:19')).toBeUndefined();
  });

  test('members may be read twice as often as messages sent', () => {
    const rates = createRates(clock().now);
    expect(burst(() => rates.take('members', 'a:1'))).toBe(14);
  });

  describe('over HTTP', () => {
    let on: Stage;
    const time = handClock();
    beforeAll(async () => {
      on = await stage({ rates: 'on', clock: time });
    });
    afterAll(() => on.close());

    test('one too many gets 429 and the seconds to wait; after them it passes', async () => {
      const chat = on.teams.chat(on.teams.person('Ada Lin'));
      const send = () =>
        on.call('POST', `/v3/conversations/${encodeURIComponent(chat.id)}/activities`, {
          type: 'message',
          text: 'hi',
        });
      const first = await Promise.all(Array.from({ length: 7 }, send));
      expect(first.map((r) => r.status)).toEqual(Array(7).fill(201));
      const refused = await send();
      expect([refused.status, refused.body.error.code]).toEqual([429, 'Throttled']);
      expect(refused.headers.get('retry-after')).toBe('1');
      time.forward(1_000);
      expect((await send()).status).toBe(201);
      expect((await send()).headers.get('retry-after')).toBe('1');
      expect(on.teams.messages(on.teams.person('Ada Lin'))).toHaveLength(8);
    });
  });
});
