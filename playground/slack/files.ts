import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { laws } from './laws';
import type { Context } from './methods/method';

/** A file of the workspace. `from`: when Slack has looked at it, in milliseconds. docs.slack.dev/reference/objects/file-object */
export type SharedFile = { id: string; user: string; name: string; bytes: Buffer; from?: number };

/** What is to be uploaded, from the address that was given for it to the word that it is complete. */
export type Ticket = { id: string; name: string; length: number; bytes?: Buffer };

/** Files of the workspace, by their ids. */
export class Files {
  private readonly shared = new Map<string, SharedFile>();
  private readonly tickets = new Map<string, Ticket>();

  add(user: string, name: string, bytes: Buffer): SharedFile {
    const file = { id: newId(), user, name, bytes };
    this.shared.set(file.id, file);
    return file;
  }

  find(id: string): SharedFile | undefined {
    return this.shared.get(id);
  }

  /** Somebody deletes it. */
  remove(id: string): void {
    this.shared.delete(id);
  }

  /** A place for a file of so many bytes. docs.slack.dev/reference/methods/files.getUploadURLExternal */
  expect(name: string, length: number): Ticket {
    const ticket = { id: newId(), name, length };
    this.tickets.set(ticket.id, ticket);
    return ticket;
  }

  /** Its bytes; false where nobody expects as many. */
  take(id: string, bytes: Buffer): boolean {
    const ticket = this.tickets.get(id);
    if (!ticket || ticket.length !== bytes.length) return false;
    ticket.bytes = bytes;
    return true;
  }

  /** The upload is complete: Slack looks at the file. Undefined where its bytes have not come. docs.slack.dev/reference/methods/files.completeUploadExternal */
  complete(id: string, user: string, now: number): SharedFile | undefined {
    const ticket = this.tickets.get(id);
    if (!ticket?.bytes) return undefined;
    this.tickets.delete(id);
    const file = { id, user, name: ticket.name, bytes: ticket.bytes, from: now + laws.fileLookMs };
    this.shared.set(id, file);
    return file;
  }
}

const newId = (): string => `F${randomBytes(5).toString('hex').toUpperCase()}`;

const signatures = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
] as const;

/** What Slack has found a file to be, by its first bytes; nothing before it has looked. */
export const kindOf = ({ bytes, from = 0 }: SharedFile, now: number): string => {
  if (now < from) return '';
  const begins = bytes.subarray(0, 8).toString('hex');
  return signatures.find(([, signature]) => begins.startsWith(signature))?.[0] ?? 'application/octet-stream';
};

/** Where a file can be fetched. On the real host it begins `https://files.slack.com/files-pri/`. */
const downloadUrl = (baseUrl: string, { id, name }: SharedFile): string =>
  `${baseUrl}/files-pri/${id}/download/${encodeURIComponent(name)}`;

/** A file as an event describes it. */
export const fileObject = (baseUrl: string, file: SharedFile, now: number) => ({
  id: file.id,
  name: file.name,
  title: file.name,
  mimetype: kindOf(file, now),
  filetype: kindOf(file, now).split('/').at(-1),
  user: file.user,
  mode: 'hosted',
  is_external: false,
  is_public: false,
  size: file.bytes.length,
  url_private: downloadUrl(baseUrl, file).replace('/download/', '/'),
  url_private_download: downloadUrl(baseUrl, file),
});

/**
 * Serves a file to the bot's own token with the scope `files:read`; everybody else is sent to the page to sign in, as Slack does it.
 * docs.slack.dev/reference/objects/file-object (authentication)
 */
export function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  { workspace }: Context,
): boolean {
  const url = new URL(request.url ?? '/', 'http://slack');
  const id = /^\/files-pri\/(F[0-9A-F]+)\/(?:download\/)?[^/]+$/.exec(url.pathname)?.[1];
  if (id === undefined) return false;
  const entry = workspace.ledger.call({
    at: workspace.now(),
    method: 'files-pri',
    url: url.pathname,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: {},
  });
  const { tokens, scopes } = workspace.app;
  const good = tokens.some(
    ({ token, until }) =>
      request.headers.authorization === `Bearer ${token}` && (until === undefined || workspace.now() < until),
  );
  const allowed = good && scopes.has('files:read');
  const file = workspace.files.find(id);
  const status = allowed ? (file ? 200 : 404) : 302;
  response.writeHead(
    status,
    status === 302
      ? { location: `${workspace.baseUrl}/signin`, 'content-type': 'text/html' }
      : { 'content-type': 'application/octet-stream' },
  );
  response.end(status === 200 ? file?.bytes : undefined);
  entry.answer = { kind: 'answered', status, headers: {}, body: '' };
  workspace.changed();
  return true;
}
