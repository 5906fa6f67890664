import { handClock } from '../../../playground/teams/clock';
import type { Person } from '../../../playground/teams/people';
import { answer, attached, card, line, type Stage, stage, type Turn } from './bots';

const UNREACHABLE = 'Unable to reach app. Please try again.';
const WENT_WRONG = 'Something went wrong. Please try again.';

describe('a bot that does not answer as it must', () => {
  let on: Stage;
  let ada: Person;
  const time = handClock();
  beforeEach(async () => {
    on = await stage({ clock: time });
    ada = on.teams.person('Ada Lin');
  });
  afterEach(() => on.close());

  const sendCard = async () => {
    const conversationId = on.teams.chat(ada).id;
    const sent = await on.call('POST', `/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
      type: 'message',
      summary: 'A card',
      attachments: [
        attached(
          card(
            [line('Card')],
            [
              { type: 'Action.Execute', title: 'Execute', verb: 'v' },
              { type: 'Action.Submit', title: 'Fetch', data: { msteams: { type: 'task/fetch' } } },
              { type: 'Action.Submit', title: 'Submit', data: {} },
            ],
          ),
        ),
      ],
    });
    return { id: sent.body.id as string, conversationId };
  };
  /** Lets the clock run on as soon as the bot has heard so many calls, and never answers any. */
  const silence = () => {
    let heard = 0;
    let wake = () => {};
    on.bot(() => {
      heard++;
      wake();
    });
    return {
      heard: () => heard,
      async until(count: number) {
        while (heard < count)
          await new Promise<void>((done) => {
            wake = done;
          });
      },
    };
  };

  const adaptive = 'application/vnd.microsoft.card.adaptive';
  // adaptive-cards/authoring-cards/universal-action-model, "Response format"
  test.each<[string, Turn, string, RegExp]>([
    ['HTTP 500', (_, res) => answer(res, 500), UNREACHABLE, /HTTP 500/],
    ['HTTP 501', (_, res) => answer(res, 501), UNREACHABLE, /HTTP 501/],
    ['HTTP 401', (_, res) => answer(res, 401), UNREACHABLE, /HTTP 401/],
    ['hanging up', (_, res) => res.destroy(), UNREACHABLE, /ECONNRESET/],
    ['nothing in the body', (_, res) => answer(res, 200), WENT_WRONG, /no JSON/],
    ['HTML', (_, res) => res.end('<html>'), WENT_WRONG, /no JSON/],
    [
      'no statusCode',
      (_, res) => answer(res, 200, { type: adaptive, value: card([]) }),
      WENT_WRONG,
      /no statusCode/,
    ],
    [
      'an unknown type',
      (_, res) => answer(res, 200, { statusCode: 200, type: 'x', value: 1 }),
      WENT_WRONG,
      /type x/,
    ],
    [
      'a card that is none',
      (_, res) => answer(res, 200, { statusCode: 200, type: adaptive, value: 'x' }),
      WENT_WRONG,
      /not a card/,
    ],
    [
      'a card nobody can draw',
      (_, res) => answer(res, 200, { statusCode: 200, type: adaptive, value: card([{ type: 'Marquee' }]) }),
      'This card could not be displayed',
      /Marquee/,
    ],
    [
      'an error of its own',
      (_, res) =>
        answer(res, 200, {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'BadRequest', message: 'no' },
        }),
      WENT_WRONG,
      /400: BadRequest no/,
    ],
  ])('Action.Execute answered by %s', async (_name, turn, text, why) => {
    const key = await sendCard();
    on.bot(turn);
    expect(await on.teams.press(ada, key, { label: 'Execute' })).toEqual({
      shows: 'error',
      text,
      why: expect.stringMatching(why),
    });
    expect(on.teams.ledger.last('invoke adaptiveCard/action').warnings.join()).toContain(text);
    expect(on.teams.messages(ada).at(-1)?.actions).toHaveLength(3);
  });

  // task-modules-bots: {task: {type, value}}
  test.each<[string, Turn, RegExp]>([
    ['nothing', (_, res) => answer(res, 200), /no task/],
    ['an unknown task', (_, res) => answer(res, 200, { task: { type: 'later', value: {} } }), /later/],
    [
      'a message that is no text',
      (_, res) => answer(res, 200, { task: { type: 'message', value: {} } }),
      /no text/,
    ],
    [
      'a bare card in place of an attachment',
      (_, res) => answer(res, 200, { task: { type: 'continue', value: { card: card([]) } } }),
      /attachment/,
    ],
    [
      'a card of another kind',
      (_, res) =>
        answer(res, 200, {
          task: {
            type: 'continue',
            value: { card: { ...attached(card([])), contentType: 'application/vnd.microsoft.card.hero' } },
          },
        }),
      /attachment/,
    ],
  ])('task/fetch answered by %s', async (_name, turn, why) => {
    const key = await sendCard();
    on.bot(turn);
    const outcome = await on.teams.press(ada, key, { label: 'Fetch' });
    expect(outcome).toEqual({ shows: 'error', text: WENT_WRONG, why: expect.stringMatching(why) });
    expect(on.teams.dialog(ada)).toBeUndefined();
  });

  test('a dialog whose card nobody can draw opens with a sentence', async () => {
    const key = await sendCard();
    const value = { title: 'Form', card: attached(card([{ type: 'Marquee' }])) };
    on.bot((_, res) => answer(res, 200, { task: { type: 'continue', value } }));
    await on.teams.press(ada, key, { label: 'Fetch' });
    expect(on.teams.dialog(ada)).toMatchObject({ problem: 'This card could not be displayed', buttons: [] });
  });

  // bot-invoke-activity, and msteams-docs#6084
  test('an invoke is late after 15 seconds, not before', async () => {
    const key = await sendCard();
    const { until } = silence();
    const pressed = on.teams.press(ada, key, { label: 'Execute' });
    let settled = false;
    void pressed.then(() => {
      settled = true;
    });
    await until(1);
    time.forward(14_999);
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    time.forward(1);
    expect(await pressed).toEqual({ shows: 'error', text: UNREACHABLE, why: 'no answer in time' });
    const entry = on.teams.ledger.last('invoke adaptiveCard/action');
    expect(entry.warnings[0]).toBe('no answer within 15 s');
    expect(entry.status).toBeUndefined();
  });

  test('a message without an answer in time is sent again, the same one', async () => {
    const { until, heard } = silence();
    const said = on.teams.say(ada, on.teams.chat(ada), 'hello');
    for (let n = 1; n <= 3; n++) {
      await until(n);
      time.forward(15_000);
    }
    await said;
    expect(heard()).toBe(3);
    const ids = on.teams.ledger.entries
      .filter((e) => e.kind === 'message')
      .map((e) => (e.body as { id: string }).id);
    expect(new Set(ids).size).toBe(1);
    expect(on.teams.messages(ada)).toHaveLength(1);
  });

  test('a message answered by 500 is sent again, one that was refused is not', async () => {
    const statuses = [500, 503, 200];
    on.bot((_, res) => answer(res, statuses.shift() ?? 200));
    expect(await on.teams.say(ada, on.teams.chat(ada), 'hello')).toMatchObject({ status: 200 });
    expect(on.teams.ledger.entries.map((e) => e.status)).toEqual([500, 503, 200]);
    on.teams.ledger.clear();
    on.bot((_, res) => answer(res, 403));
    expect(await on.teams.say(ada, on.teams.chat(ada), 'hello')).toMatchObject({ status: 403 });
    expect(on.teams.ledger.entries).toHaveLength(1);
  });

  test('an Action.Submit without a 2xx shows a sentence', async () => {
    const key = await sendCard();
    on.bot((_, res) => answer(res, 403));
    expect(await on.teams.press(ada, key, { label: 'Submit' })).toMatchObject({
      shows: 'error',
      text: WENT_WRONG,
    });
  });

  test('Action.Execute does not work in a dialog', async () => {
    const key = await sendCard();
    const inside = attached(card([], [{ type: 'Action.Execute', title: 'Go', verb: 'v' }]));
    on.bot((_, res) => answer(res, 200, { task: { type: 'continue', value: { title: 'T', card: inside } } }));
    await on.teams.press(ada, key, { label: 'Fetch' });
    expect(await on.teams.submitDialog(ada, { label: 'Go' })).toMatchObject({
      shows: 'error',
      text: WENT_WRONG,
    });
    expect(on.teams.ledger.entries.filter((e) => e.kind.startsWith('invoke'))).toHaveLength(1);
  });
});
