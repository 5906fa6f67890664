import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { home } from './rows';

/** Slack's Web API as far as the bot calls it, answering at once: what is measured is the bot. */
export async function startSlackStub(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const text = JSON.stringify(answerTo(request.url ?? '', new URLSearchParams(body)));
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

let messages = 0;

function answerTo(path: string, given: URLSearchParams): object {
  switch (path) {
    case '/api/auth.test':
      return { ok: true, team_id: home, user_id: 'U0BOT', bot_id: 'B0BOT' };
    case '/api/users.info': {
      const id = given.get('user');
      const profile = { real_name: `Person ${id}`, email: `${id?.toLowerCase()}@bench.example` };
      return { ok: true, user: { id, team_id: home, name: id, locale: 'en-US', profile } };
    }
    case '/api/conversations.open':
      return { ok: true, channel: { id: `D${given.get('users')}` } };
    default:
      messages += 1;
      return { ok: true, channel: given.get('channel') ?? 'D0', ts: `1700000000.${messages}` };
  }
}
