import { ann, type Scene, scene, token } from './throwaway-bot';

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.end());

const file = { name: 'keys.csv', bytes: Buffer.from('benefit,key\n') };

/** The file as the bot heard of it. */
async function heard(): Promise<{ url: string; event: Record<string, unknown> }> {
  await s.slack.share(ann.id, 'im', file, 'Here they are');
  const event = s.heard[0]?.body.event as Record<string, unknown>;
  const [one] = event.files as Array<{ url_private_download: string }>;
  return { url: String(one?.url_private_download), event };
}
const fetched = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, redirect: 'manual' });

test('a file in a direct message is heard as a message of its own subtype, with the words beside it', async () => {
  const { event } = await heard();
  expect(event).toMatchObject({
    type: 'message',
    subtype: 'file_share',
    channel_type: 'im',
    user: 'U0ANN',
    text: 'Here they are',
    files: [{ name: 'keys.csv', size: 12, mode: 'hosted', is_external: false }],
  });
  expect(s.slack.messages(ann.id)[0]?.reading).toBe('Here they are\n[keys.csv]');
});

test('what is shared in a channel does not reach the bot', async () => {
  const outcome = await s.slack.share(ann.id, '#general', file);
  expect(outcome.sent).toBe(false);
  expect(s.heard).toEqual([]);
});

test('its bytes are for the token of the bot; everybody else is sent to the page to sign in', async () => {
  const { url } = await heard();
  const given = await fetched(url, { authorization: `Bearer ${token}` });
  expect({ status: given.status, text: await given.text() }).toEqual({ status: 200, text: 'benefit,key\n' });
  for (const headers of [{}, { authorization: 'Bearer xoxb-another' }])
    expect((await fetched(url, headers as Record<string, string>)).status).toBe(302);
  const gone = await fetched(url.replace(/F[0-9A-F]+/, 'F0000'), { authorization: `Bearer ${token}` });
  expect(gone.status).toBe(404);
});

test('without the scope files:read the bot is nobody either', async () => {
  await s.end();
  s = await scene({ scopes: ['im:history', 'chat:write'] });
  const { url } = await heard();
  expect((await fetched(url, { authorization: `Bearer ${token}` })).status).toBe(302);
});

describe('a picture of the bot’s own', () => {
  const png = Buffer.from('89504e470d0a1a0a00', 'hex');
  const posting = (id: unknown) =>
    s.call('chat.postMessage', {
      channel: ann.id,
      text: 'x',
      blocks: [{ type: 'image', slack_file: { id }, alt_text: 'x' }],
    });

  async function uploaded(bytes = png, length = bytes.length): Promise<string> {
    const { upload_url: url, file_id: id } = await s.call('files.getUploadURLExternal', {
      filename: 'a.png',
      length,
    });
    const taken = await fetch(String(url), { method: 'POST', body: new Uint8Array(bytes) });
    if (taken.status === 200) await s.call('files.completeUploadExternal', { files: [{ id }] });
    return String(id);
  }

  test('stands in a message once Slack has looked at it, and says what it is from then on', async () => {
    const id = await uploaded();
    expect(await s.call('files.info', { file: id })).toMatchObject({ ok: true, file: { mimetype: '' } });
    expect(await posting(id)).toMatchObject({
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
    });
    s.clock.ms += 1_000;
    expect(await s.call('files.info', { file: id })).toMatchObject({ file: { mimetype: 'image/png' } });
    expect(await posting(id)).toMatchObject({ ok: true });
  });

  test('stands in no window before that either', async () => {
    const id = await uploaded();
    const view = {
      type: 'home',
      blocks: [{ type: 'image', slack_file: { id }, alt_text: 'x' }],
    };
    expect(await s.call('views.publish', { user_id: ann.id, view })).toMatchObject({
      error: 'invalid_blocks',
    });
    s.clock.ms += 1_000;
    expect(await s.call('views.publish', { user_id: ann.id, view })).toMatchObject({ ok: true });
  });

  test('is an image: anything else, and what nobody has uploaded, is refused', async () => {
    const text = await uploaded(Buffer.from('no picture'));
    s.clock.ms += 1_000;
    for (const id of [text, 'F0000000000', 'x', undefined]) {
      s.clock.ms += 1_000;
      expect(await posting(id)).toMatchObject({ error: 'invalid_blocks' });
    }
  });

  test('has as many bytes as were announced, and comes before it is complete', async () => {
    const short = await uploaded(png, png.length + 1);
    expect(await s.call('files.completeUploadExternal', { files: [{ id: short }] })).toMatchObject({
      error: 'file_not_found',
    });
    expect(await s.call('files.info', { file: short })).toMatchObject({ error: 'file_not_found' });
  });

  test('needs the right to write files', async () => {
    await s.end();
    s = await scene({ scopes: ['chat:write', 'files:read'] });
    expect(await s.call('files.getUploadURLExternal', { filename: 'a.png', length: 1 })).toMatchObject({
      error: 'missing_scope',
      needed: 'files:write',
    });
  });
});
