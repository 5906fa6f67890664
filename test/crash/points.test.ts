import { setTimeout as delay } from 'node:timers/promises';
import { brokenLaws } from '../support/invariants';
import { type Asked, carryOn, messagesOf, replyOf, requestOf, type Step, storyOf } from './asked';
import { type Board, type Chat, openBoard } from './board';
import { cardsOf, saysItIsYours, showsOutcome } from './claim';
import { everythingIsDelivered } from './mortal-company';

const chats = ['slack', 'teams'] as const;
/** A request that nothing happened to, by the chat in which it was asked: what was stored, and how many messages each of them has. */
const calm = {} as Record<Chat, { story: unknown; messages: ReturnType<typeof messagesOf> }>;

let board: Board;
beforeAll(async () => {
  board = await openBoard();
}, 240_000);
afterAll(() => board?.close());

/** As it would have ended without the crash: stored, delivered, shown. `twice`: who may have got one message once more. */
async function endsAsIfNothingHadHappened(asked: Asked, twice?: 'employee' | 'last'): Promise<void> {
  const { sql, company } = board;
  await everythingIsDelivered(sql);
  const without = calm[asked.employee.on];
  expect(await storyOf(sql, asked)).toEqual(without.story);
  expect(await brokenLaws(sql)).toEqual([]);
  const messages = messagesOf(asked);
  const more = twice ? messages[twice] - without.messages[twice] : 0;
  expect([0, 1]).toContain(more);
  expect(messages).toEqual({
    ...without.messages,
    ...(twice && { [twice]: without.messages[twice] + more }),
  });

  const yours = cardsOf(asked.employee, asked).filter(saysItIsYours);
  expect(yours).toHaveLength(twice === 'employee' ? 1 + more : 1);
  for (const who of [asked.manager, asked.first, asked.last]) {
    // Of two that came of one, the first was never noted, and nothing can change it.
    const stale = cardsOf(who, asked).filter((card) => !showsOutcome(card));
    expect(stale).toHaveLength(who === asked.last && twice === 'last' ? more : 0);
    if (stale.length === 0) await who.hasNoButton('Approve', asked.reason);
  }
  const everything = [asked.employee, asked.manager, asked.first, asked.last]
    .flatMap((who) => [...who.messages(), ...who.notifications()])
    .join('\n');
  expect(everything + company.bot.written.join('')).not.toContain('FAKE2');
}

/** Whoever must wait for the end of a dead bot's leases waits by the one clock. */
const pastEveryLease = () => board.company.moveTime(10_000);

describe.each(chats)('asked and last decided in %s, with copies in both chats', (chat) => {
  beforeAll(async () => {
    const asked = board.asks('calm', chat);
    for (const one of [asked.manager, asked.first, asked.last]) await one.asks('help');
    await carryOn(asked);
    await everythingIsDelivered(board.sql);
    calm[chat] = { story: await storyOf(board.sql, asked), messages: messagesOf(asked) };
  }, 240_000);

  /** Takes a step that the bot does not survive, starts it again, and has what it died of sent again, where the platform does that. */
  async function diesOf(asked: Asked, step: Step, moment: 'before' | 'after', words: string): Promise<void> {
    const before = await storyOf(board.sql, asked);
    const since = board.mark();
    const dead = board.killedAt(moment, words);
    await Promise.all([carryOn(asked, { from: step, upTo: step }), dead]);
    expect(board.wire.left()).toBe(0);
    const after = await storyOf(board.sql, asked);
    if (moment === 'after') expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
    await board.company.bot.start();
    if (moment === 'after') await board.sentAgain(chat, since);
  }

  test('F1: killed before the commit of the last yes: nothing of it is there, and whoever presses again decides', async () => {
    const asked = board.asks('F1', chat);
    await carryOn(asked, { upTo: 'firstAgrees' });
    await asked.last.sees(/1 of 2 has agreed:/);
    await diesOf(asked, 'lastAgrees', 'before', await requestOf(board.sql, asked));
    expect(asked.last.complaints()).toHaveLength(1);
    await carryOn(asked, { from: 'lastAgrees' });
    await endsAsIfNothingHadHappened(asked);
  }, 240_000);

  test('F2: killed after the commit, before the answer: sent again, it is answered and happens once', async () => {
    const asked = board.asks('F2', chat);
    await carryOn(asked, { upTo: 'lastInquires' });
    await diesOf(asked, 'employeeReplies', 'after', replyOf(asked.reason));
    await carryOn(asked, { from: 'firstAgrees', upTo: 'firstAgrees' });
    await asked.last.sees(/1 of 2 has agreed:/);
    await diesOf(asked, 'lastAgrees', 'after', await requestOf(board.sql, asked));
    await endsAsIfNothingHadHappened(asked);
  }, 240_000);

  test('F4: killed when the card of whoever decides last has arrived and nobody noted it: one more at most', async () => {
    const asked = board.asks('F4card', chat);
    await carryOn(asked, { upTo: 'asks' });
    await everythingIsDelivered(board.sql);
    const dead = board.killedBy(asked.last, asked.reason);
    await carryOn(asked, { from: 'managerAgrees', upTo: 'managerAgrees' });
    await dead;
    expect(cardsOf(asked.last, asked)).toHaveLength(1);
    await board.company.bot.start();
    pastEveryLease();
    await everythingIsDelivered(board.sql);
    await carryOn(asked, { from: 'lastInquires' });
    await endsAsIfNothingHadHappened(asked, 'last');
  }, 240_000);

  test('F4: and when the request is taken back before it is sent again, its reader is told so instead', async () => {
    const asked = board.asks('F4late', chat);
    await carryOn(asked, { upTo: 'asks' });
    await asked.employee.types('requests');
    await asked.employee.sees('Your requests');
    await everythingIsDelivered(board.sql);
    const dead = board.killedBy(asked.last, asked.reason);
    await carryOn(asked, { from: 'managerAgrees', upTo: 'managerAgrees' });
    await dead;
    await board.company.bot.start();
    await asked.employee.presses('Cancel request', asked.benefit);
    pastEveryLease();
    await everythingIsDelivered(board.sql);
    expect(await storyOf(board.sql, asked)).toMatchObject({ state: 'cancelled', holdings: 0 });
    expect(await brokenLaws(board.sql)).toEqual([]);
    const [unnoted, told, ...more] = cardsOf(asked.last, asked);
    expect(unnoted).toContain('asks for');
    expect(told).toContain('Cancelled');
    expect(more).toEqual([]);
    await asked.last.presses('Approve', asked.reason);
    expect(await storyOf(board.sql, asked)).toMatchObject({
      state: 'cancelled',
      holdings: 0,
      reviews: ['Mona Manager 1 approve'],
    });
  }, 240_000);

  test('F4: killed when the word that it is theirs has arrived: at most twice, without a key', async () => {
    const asked = board.asks('F4yours', chat);
    await carryOn(asked, { upTo: 'firstAgrees' });
    await everythingIsDelivered(board.sql);
    const dead = board.killedBy(asked.employee, 'is yours');
    await carryOn(asked, { from: 'lastAgrees' });
    await dead;
    expect(cardsOf(asked.employee, asked).filter(saysItIsYours)).toHaveLength(1);
    await board.company.bot.start();
    pastEveryLease();
    await endsAsIfNothingHadHappened(asked, 'employee');
  }, 240_000);
});

test('F3: killed after the answer, before anybody was told, in both chats: everybody is within 10 s of the next start', async () => {
  const both = chats.map((chat) => board.asks('F3', chat, 'teams'));
  for (const asked of both) await carryOn(asked, { upTo: 'firstAgrees' });
  await everythingIsDelivered(board.sql);
  const { slack, teams, bot } = board.company;
  const called = new Set<Chat>();
  const slackHears = slack.faults.every(({ method }) => {
    if (!/^chat\./.test(method)) return undefined;
    called.add('slack');
    return 'hang';
  });
  teams.faults.push(({ operation }) => {
    if (!['send', 'reply', 'update'].includes(operation)) return undefined;
    called.add('teams');
    return 'hang';
  });
  for (const asked of both) await carryOn(asked, { from: 'lastAgrees' });
  while (called.size < 2) await delay(10);
  await bot.kill();
  slackHears();
  teams.faults.pop();
  for (const asked of both) {
    expect(asked.last.complaints()).toEqual([]);
    expect(cardsOf(asked.employee, asked).filter(saysItIsYours)).toEqual([]);
  }

  await bot.start();
  const ready = performance.now();
  await everythingIsDelivered(board.sql);
  expect(performance.now() - ready).toBeLessThan(10_000);
  for (const asked of both) await endsAsIfNothingHadHappened(asked);
}, 240_000);
