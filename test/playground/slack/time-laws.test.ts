import { ann, button, dig, modal, type Scene, scene, section } from './throwaway-bot';

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.end());

const plain = (text: string) => ({ type: 'plain_text', text });

/** A fresh trigger from a slash command, or from a button in the modal in front. */
async function trigger(from: 'command' | 'modal' = 'command'): Promise<string> {
  s.reply(() => undefined);
  const view = s.slack.views(ann.id).at(-1);
  if (from === 'modal' && view) await s.slack.press(ann.id, view.id, 'go');
  else await s.slack.slash(ann.id, 'im', '/benefits');
  return dig(s.heard.at(-1)?.body, 'trigger_id');
}

const withButton = (more: Record<string, unknown> = {}) =>
  modal({ blocks: [{ type: 'actions', block_id: 'row', elements: [button('Next')] }], ...more });

describe('a trigger', () => {
  it('opens one view', async () => {
    const trigger_id = await trigger();
    expect(await s.call('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
    expect(await s.call('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  it('is good for three seconds', async () => {
    const inTime = await trigger();
    s.clock.ms += 3_000;
    expect(await s.call('views.open', { trigger_id: inTime, view: modal() })).toMatchObject({ ok: true });
    const late = await trigger();
    s.clock.ms += 3_001;
    expect(await s.call('views.open', { trigger_id: late, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('is not used up by a view Slack refuses', async () => {
    const trigger_id = await trigger();
    expect(await s.call('views.open', { trigger_id, view: modal({ title: undefined }) })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await s.call('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
  });

  it('cannot be made up', async () => {
    expect(await s.call('views.open', { trigger_id: '1.2.abc', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('is spoiled, and the person told, when the bot does not answer in time', async () => {
    const hasty = await scene({ answerWithinMs: 50 });
    hasty.reply(() => 'hang');
    const { warning } = await hasty.slack.slash(ann.id, 'im', '/benefits');
    expect(warning).toBe('/benefits failed with the error "operation_timeout"');
    expect(hasty.slack.messages(ann.id)).toMatchObject([
      { author: { name: 'Slackbot' }, ephemeral: true, text: warning },
    ]);
    const trigger_id = dig(hasty.heard[0]?.body, 'trigger_id');
    expect(await hasty.call('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    });

    const { ts } = await hasty.call('chat.postMessage', {
      channel: ann.id,
      text: 'x',
      blocks: [section('x', { accessory: button('Go') })],
    });
    expect(await hasty.slack.press(ann.id, { channel: 'D0ANN', ts }, 'go')).toMatchObject({
      answer: { kind: 'timeout' },
      warning: expect.stringContaining('did not respond'),
    });
    await hasty.end();
  });
});

describe('the stack of modals', () => {
  it('holds three, linked to each other', async () => {
    await s.call('views.open', { trigger_id: await trigger(), view: withButton() });
    await s.call('views.push', { trigger_id: await trigger('modal'), view: withButton() });
    await s.call('views.push', { trigger_id: await trigger('modal'), view: withButton() });
    expect(
      await s.call('views.push', { trigger_id: await trigger('modal'), view: withButton() }),
    ).toMatchObject({ error: 'push_limit_reached' });
    const [first, second, third] = s.slack.views(ann.id);
    expect(third).toMatchObject({ previousViewId: second?.id, rootViewId: first?.id });
  });

  it('is pushed onto from inside only', async () => {
    expect(await s.call('views.push', { trigger_id: await trigger(), view: modal() })).toMatchObject({
      error: 'not_found',
    });
  });

  it('goes as a whole when a view says clear_on_close, each view told', async () => {
    await s.call('views.open', { trigger_id: await trigger(), view: withButton({ notify_on_close: true }) });
    await s.call('views.push', {
      trigger_id: await trigger('modal'),
      view: withButton({ clear_on_close: true, notify_on_close: true }),
    });
    await s.slack.close(ann.id, s.slack.views(ann.id).at(-1)!.id);
    expect(s.slack.views(ann.id)).toEqual([]);
    expect(s.heard.slice(-2).map(({ body }) => [body.type, body.is_cleared])).toEqual([
      ['view_closed', true],
      ['view_closed', true],
    ]);
  });
});

describe('a view', () => {
  it('is updated by hash or not at all when it has changed meanwhile', async () => {
    const opened = await s.call('views.open', { trigger_id: await trigger(), view: modal() });
    const [view_id, hash] = [dig(opened, 'view.id'), dig(opened, 'view.hash')];
    expect(await s.call('views.update', { view_id, hash, view: modal() })).toMatchObject({ ok: true });
    expect(await s.call('views.update', { view_id, hash, view: modal() })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await s.call('views.update', { view_id: 'V0', view: modal() })).toMatchObject({
      error: 'not_found',
    });
  });

  it('has an external id no other view has', async () => {
    await s.call('views.open', { trigger_id: await trigger(), view: withButton({ external_id: 'e1' }) });
    expect(
      await s.call('views.push', { trigger_id: await trigger('modal'), view: modal({ external_id: 'e1' }) }),
    ).toMatchObject({ error: 'duplicate_external_id' });
    expect(
      await s.call('views.update', { external_id: 'e1', view: withButton({ external_id: 'e1' }) }),
    ).toMatchObject({ ok: true });
  });

  it('keeps what was typed while block and action id stay', async () => {
    const field = (block_id: string) =>
      modal({
        blocks: [
          {
            type: 'input',
            block_id,
            label: plain('Reason'),
            element: { type: 'plain_text_input', action_id: 'text', initial_value: 'first' },
          },
        ],
      });
    const opened = await s.call('views.open', { trigger_id: await trigger(), view: field('a') });
    const view_id = dig(opened, 'view.id');
    expect(dig(opened, 'view.state.values.a.text.value')).toBe('first');
    await s.slack.fill(ann.id, view_id, 'text', 'typed');
    expect(s.slack.state(ann.id, view_id)).toEqual({
      a: { text: { type: 'plain_text_input', value: 'typed' } },
    });
    expect(
      dig(await s.call('views.update', { view_id, view: field('a') }), 'view.state.values.a.text.value'),
    ).toBe('typed');
    expect(
      dig(await s.call('views.update', { view_id, view: field('b') }), 'view.state.values.b.text.value'),
    ).toBe('first');
  });

  it('sends an input to the bot only when its block asks for it', async () => {
    const field = (dispatch_action: boolean) => ({
      type: 'input',
      block_id: 'b',
      dispatch_action,
      label: plain('Language'),
      element: {
        type: 'static_select',
        action_id: 'language',
        options: [{ text: plain('English'), value: 'en' }],
      },
    });
    await s.call('views.open', { trigger_id: await trigger(), view: modal({ blocks: [field(false)] }) });
    expect(await s.slack.press(ann.id, s.slack.views(ann.id)[0]!.id, 'language', 'English')).toEqual({
      sent: false,
    });
    await s.call('views.open', { trigger_id: await trigger(), view: modal({ blocks: [field(true)] }) });
    await s.slack.press(ann.id, s.slack.views(ann.id)[0]!.id, { label: 'Language' }, { option: 'English' });
    expect(s.heard.at(-1)?.body).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      view: { state: { values: { b: { language: { selected_option: { value: 'en' } } } } } },
      actions: [{ type: 'static_select', selected_option: { value: 'en' } }],
    });
    expect(s.heard.at(-1)?.body).not.toHaveProperty('response_url');
  });

  it('of a person is not in front of anybody else', async () => {
    const opened = await s.call('views.open', { trigger_id: await trigger(), view: modal() });
    await expect(s.slack.submit('U0BOB', dig(opened, 'view.id'), { Reason: 'x' })).rejects.toThrow('no view');
  });
});

describe('a response URL', () => {
  const respond = async (url: string, body: Record<string, unknown>) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const fresh = async () => {
    await s.slack.slash(ann.id, 'im', '/benefits');
    return dig(s.heard.at(-1)?.body, 'response_url');
  };

  it('takes five messages', async () => {
    const url = await fresh();
    for (const text of ['1', '2', '3', '4', '5'])
      expect(await respond(url, { text })).toMatchObject({ status: 200 });
    expect(await respond(url, { text: '6' })).toEqual({
      status: 404,
      body: { ok: false, error: 'used_url' },
    });
    expect(s.slack.messages(ann.id)).toHaveLength(5);
  });

  it('lives for thirty minutes', async () => {
    const url = await fresh();
    s.clock.ms += 30 * 60_000;
    expect(await respond(url, { text: 'just in time' })).toMatchObject({ status: 200 });
    s.clock.ms += 1;
    expect(await respond(url, { text: 'too late' })).toEqual({
      status: 404,
      body: { ok: false, error: 'expired_url' },
    });
  });

  it('replaces or deletes what was pressed, and refuses what Slack cannot show', async () => {
    const { ts } = await s.call('chat.postMessage', {
      channel: ann.id,
      text: 'x',
      blocks: [section('x', { accessory: button('Go') })],
    });
    await s.slack.press(ann.id, { channel: 'D0ANN', ts }, 'go');
    const url = dig(s.heard[0]?.body, 'response_url');
    await respond(url, { replace_original: true, text: 'Decided' });
    expect(s.slack.messages(ann.id)).toMatchObject([{ ts, text: 'Decided', blocks: [] }]);
    expect(await respond(url, { blocks: [{ type: 'nope' }] })).toMatchObject({
      status: 400,
      body: { error: 'invalid_blocks' },
    });
    await respond(url, { delete_original: true });
    expect(s.slack.messages(ann.id)).toEqual([]);
    expect(await respond(`${s.slack.baseUrl}/slack/response/made-up`, { text: 'x' })).toMatchObject({
      status: 404,
    });
  });
});

describe('rates', () => {
  const say = (channel: string) => s.call('chat.postMessage', { channel, text: 'x' });

  it('let a short burst into a channel, then one message a second', async () => {
    const burst = [await say(ann.id), await say('D0ANN'), await say(ann.id), await say(ann.id)];
    expect(burst.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(burst[3]).toMatchObject({ ok: false, error: 'ratelimited' });
    expect(await say('U0BOB')).toMatchObject({ status: 200 });
    s.clock.ms += 1_000;
    expect([(await say(ann.id)).status, (await say(ann.id)).status]).toEqual([200, 429]);
    const limited = s.slack.ledger.calls('chat.postMessage').at(-1)?.answer;
    expect(limited).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect(s.slack.messages(ann.id)).toHaveLength(4);
  });

  it('count each method by its tier, within a minute', async () => {
    for (let call = 0; call < 20; call += 1) expect(await s.call('users.list')).toMatchObject({ ok: true });
    s.clock.ms += 20_000;
    expect(await s.call('users.list')).toMatchObject({ status: 429 });
    expect(s.slack.ledger.calls('users.list').at(-1)?.answer).toMatchObject({
      headers: { 'retry-after': '40' },
    });
    expect(await s.call('users.info', { user: ann.id })).toMatchObject({ ok: true });
    s.clock.ms += 40_000;
    expect(await s.call('users.list')).toMatchObject({ ok: true });
  });

  it('can be switched off', async () => {
    s.slack.rates = 'off';
    for (let call = 0; call < 10; call += 1) expect(await say(ann.id)).toMatchObject({ status: 200 });
  });
});

it('a message says when it was posted, also after the clock was put back; its place in the conversation stays the last', async () => {
  s.clock.ms += 90 * 86_400_000;
  await s.slack.say(ann.id, 'im', 'In ninety days');
  s.clock.ms -= 90 * 86_400_000;
  await s.slack.say(ann.id, 'im', 'Now');
  const [before, after] = s.slack.messages(ann.id).slice(-2);
  expect(after).toMatchObject({ text: 'Now', at: s.clock.ms });
  expect(Number(after?.ts)).toBeGreaterThan(Number(before?.ts));
});
