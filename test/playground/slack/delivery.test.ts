import { createHmac } from 'node:crypto';
import { ann, dig, type Scene, scene } from './throwaway-bot';

let s: Scene;
const pauses: number[] = [];
beforeEach(async () => {
  pauses.length = 0;
  s = await scene({
    answerWithinMs: 400,
    wait: async (ms) => {
      pauses.push(ms);
    },
  });
});
afterEach(() => s.end());

const isSigned = (heard: { headers: Record<string, string>; raw: string }) => {
  const timestamp = heard.headers['x-slack-request-timestamp'];
  const digest = createHmac('sha256', 'signing-secret').update(`v0:${timestamp}:${heard.raw}`).digest('hex');
  return (
    heard.headers['x-slack-signature'] === `v0=${digest}` &&
    Math.abs(Date.now() / 1000 - Number(timestamp)) < 60
  );
};

describe('an event', () => {
  it.each([
    ['an error', { status: 500 }, 'http_error'],
    ['silence', 'hang' as const, 'http_timeout'],
    ['a torn connection', 'reset' as const, 'connection_failed'],
  ])('comes three times more after %s', async (_what, reply, reason) => {
    s.reply(() => reply);
    await s.slack.say(ann.id, 'im', 'hello');
    await s.slack.settled();
    expect(s.heard).toHaveLength(4);
    expect(new Set(s.heard.map(({ raw }) => raw)).size).toBe(1);
    expect(s.heard.every(isSigned)).toBe(true);
    expect(s.heard.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(s.heard[1]?.headers['x-slack-retry-reason']).toBe(reason);
    expect(pauses).toEqual([0, 60_000, 300_000]);
  });

  it('comes again until it is taken', async () => {
    s.reply(() => ({ status: s.heard.length < 2 ? 503 : 200 }));
    await s.slack.say(ann.id, 'im', 'hello');
    await s.slack.settled();
    expect(s.heard).toHaveLength(2);
  });

  it('does not come again when the bot says so', async () => {
    s.reply(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await s.slack.say(ann.id, 'im', 'hello');
    await s.slack.settled();
    expect(s.heard).toHaveLength(1);
  });
});

it.each([
  ['an error', { status: 500 }, 'http_service_error'],
  ['a torn connection', 'reset' as const, 'dispatch_failed'],
])('a command is not retried after %s, and the person is told', async (_what, reply, word) => {
  s.reply(() => reply);
  expect(await s.slack.slash(ann.id, 'im', '/benefits')).toMatchObject({
    warning: `/benefits failed with the error "${word}"`,
  });
  await s.slack.settled();
  expect(s.heard).toHaveLength(1);
});

it('waits three seconds for an answer and no longer', async () => {
  const patient = await scene();
  patient.reply(() => 'hang');
  const asked = performance.now();
  const { answer } = await patient.slack.slash(ann.id, 'im', '/benefits');
  expect(answer).toEqual({ kind: 'timeout' });
  const waited = performance.now() - asked;
  expect(waited).toBeGreaterThan(2_900);
  expect(waited).toBeLessThan(3_900);
  await patient.end();
});

describe('a crafted request', () => {
  it.each([
    ['right', true, 0],
    ['wrong', false, 0],
    ['stale', true, -600],
    ['future', true, 600],
  ] as const)('carries a %s signature', async (signature, valid, offset) => {
    await s.slack.raw.post('payload=%7B%7D', { signature });
    const { headers, raw } = s.heard[0]!;
    const timestamp = headers['x-slack-request-timestamp'];
    const digest = createHmac('sha256', 'signing-secret').update(`v0:${timestamp}:${raw}`).digest('hex');
    expect(headers['x-slack-signature'] === `v0=${digest}`).toBe(valid);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000 - offset)).toBeLessThan(5);
  });

  it('carries no signature, or the checks of a new address', async () => {
    await s.slack.raw.post('{}', { signature: 'missing', contentType: 'application/json' });
    await s.slack.raw.sslCheck();
    await s.slack.raw.urlVerification('abc');
    expect(s.heard.map(({ headers }) => 'x-slack-signature' in headers)).toEqual([false, false, true]);
    expect(s.heard[1]?.body.ssl_check).toBe('1');
    expect(s.heard[2]?.body).toMatchObject({ type: 'url_verification', challenge: 'abc' });
  });

  it('repeats a recorded one byte for byte, or under a fresh signature', async () => {
    await s.slack.say(ann.id, 'im', 'hello');
    const [first] = s.slack.ledger.deliveries('event_callback');
    await s.slack.raw.replay(first!);
    const later = await s.slack.raw.redeliver(first!, { num: 2, reason: 'http_timeout' });
    const [original, replayed, redelivered] = s.heard;
    expect(replayed?.raw).toBe(original?.raw);
    expect(replayed?.headers).toEqual(original?.headers);
    expect(redelivered?.raw).toBe(original?.raw);
    expect(redelivered?.headers['x-slack-retry-num']).toBe('2');
    expect(isSigned(redelivered!)).toBe(true);
    expect(later.answer).toMatchObject({ kind: 'answered', status: 200 });
  });
});

describe('a fault', () => {
  it('strikes the next calls it is meant for', async () => {
    s.slack.faults.next(({ method }) =>
      method === 'chat.postMessage'
        ? { status: 429, headers: { 'retry-after': '7' }, body: { ok: false, error: 'ratelimited' } }
        : undefined,
    );
    expect(await s.call('auth.test')).toMatchObject({ ok: true });
    expect(await s.call('chat.postMessage', { channel: ann.id, text: 'x' })).toMatchObject({ status: 429 });
    expect(await s.call('chat.postMessage', { channel: ann.id, text: 'x' })).toMatchObject({ ok: true });
  });

  it('may swallow the answer, before or after the deed', async () => {
    const remove = s.slack.faults.every(() => 'reset');
    await expect(s.call('chat.postMessage', { channel: ann.id, text: 'never' })).rejects.toThrow();
    remove();
    s.slack.faults.next(() => 'lost');
    await expect(s.call('chat.postMessage', { channel: ann.id, text: 'done' })).rejects.toThrow();
    expect(s.slack.messages(ann.id).map(({ text }) => text)).toEqual(['done']);
  });

  it('may say nothing at all', async () => {
    s.slack.faults.next(() => 'hang');
    const call = fetch(`${s.slack.baseUrl}/api/auth.test`, {
      method: 'POST',
      signal: AbortSignal.timeout(100),
    });
    await expect(call).rejects.toThrow('timeout');
  });
});

describe('whoever looks on', () => {
  it('hears of every change and can wait for one', async () => {
    let changes = 0;
    const stop = s.slack.onChange(() => {
      changes += 1;
    });
    const waiting = s.slack.until('a message for Ann', () => s.slack.messages(ann.id)[0]);
    await s.call('chat.postMessage', { channel: ann.id, text: 'here' });
    expect((await waiting).text).toBe('here');
    expect(changes).toBeGreaterThan(0);
    stop();
    await expect(s.slack.until('a second one', () => s.slack.messages(ann.id)[1], 20)).rejects.toThrow(
      'a second one',
    );
  });

  it('reads both directions in the ledger', async () => {
    s.reply(async ({ body }) => {
      await s.call('chat.postMessage', { channel: dig(body, 'channel_id'), text: 'hi' });
      return { body: 'ok' };
    });
    await s.slack.slash(ann.id, 'im', '/benefits', 'list');
    expect(s.slack.ledger.entries).toMatchObject([
      {
        direction: 'to-bot',
        kind: 'slash_command',
        body: { text: 'list' },
        answer: { status: 200, body: 'ok' },
      },
      { direction: 'from-bot', method: 'chat.postMessage', body: { text: 'hi' }, answer: { status: 200 } },
    ]);
  });

  it('leaves other paths alone', async () => {
    expect((await fetch(`${s.slack.baseUrl}/page`)).status).toBe(404);
  });
});
