import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageActivity } from './activities';
import type { Conversation } from './conversations';
import type { Dispatch } from './dispatch';
import { copy, type Json } from './json';
import type { Outcome } from './outcome';
import type { Person } from './people';
import { deliverMessage, postMessage } from './say';
import type { World } from './world';

/** A file as somebody picks it. */
export type Shared = { name: string; bytes: Buffer };

/** A file in somebody's OneDrive, and the word in its address that is worth a few minutes. */
type Kept = Shared & { id: string; pass: string; until: number };

/** So long an address that Teams gives out can be used, in milliseconds; the page says "a few minutes". */
const passLivesMs = 5 * 60_000;

/** Files that were sent, by tenant. */
const keptIn = new WeakMap<World, Map<string, Kept>>();

/**
 * Somebody sends a file in their private chat. It lies in their OneDrive, and the bot hears of it with an address that needs no token.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 (2026-09)
 */
export async function shareFile(
  world: World,
  dispatch: Dispatch,
  person: Person,
  conversation: Conversation,
  given: Shared,
): Promise<Outcome> {
  if (conversation.kind !== 'personal') throw new Error('Only in a private chat a bot is given files.');
  const kept: Kept = {
    ...given,
    id: randomUUID(),
    pass: randomUUID(),
    until: world.clock.now() + passLivesMs,
  };
  const files = keptIn.get(world) ?? new Map<string, Kept>();
  keptIn.set(world, files.set(kept.id, kept));
  const message = postMessage(world, person, conversation, '', {
    file: { name: given.name, size: given.bytes.length },
  });
  if (!person.installed) return { shows: 'message', message: copy(message) };
  const shell = messageActivity(world, person, { conversation }, { id: message.id, text: '' });
  const activity: Json = {
    ...shell,
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `${world.origin}/personal/documents/${encodeURIComponent(given.name)}`,
        name: given.name,
        content: {
          downloadUrl: `${world.origin}/personal/download/${kept.id}?tempauth=${kept.pass}`,
          uniqueId: kept.id,
          fileType: given.name.split('.').at(-1) ?? '',
        },
      },
      { contentType: 'text/html', content: '<div></div>' },
    ],
  };
  const { answer } = await deliverMessage(dispatch, activity);
  return {
    shows: 'message',
    message: copy(message),
    ...(answer.came === 'answer' ? { status: answer.status } : {}),
  };
}

/** Serves a file to whoever has its address, while that is good. A token of anybody has no business there. */
export function serveFile(world: World, req: IncomingMessage, res: ServerResponse): boolean {
  const url = new URL(req.url ?? '/', world.origin);
  const id = /^\/personal\/download\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (id === undefined) return false;
  const authorization = req.headers.authorization ?? '';
  const entry = world.ledger.open({
    direction: 'from bot',
    kind: 'file',
    method: req.method ?? 'GET',
    path: url.pathname,
    authorization,
    body: undefined,
  });
  const kept = keptIn.get(world)?.get(id);
  const passes = kept?.pass === url.searchParams.get('tempauth') && world.clock.now() < kept.until;
  entry.status = authorization === '' && kept && passes ? 200 : 401;
  res.writeHead(entry.status, { 'content-type': 'application/octet-stream' });
  res.end(entry.status === 200 ? kept?.bytes : undefined);
  return true;
}
