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
