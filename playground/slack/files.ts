import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from './methods/method';

/** A file that somebody shared. docs.slack.dev/reference/objects/file-object */
export type SharedFile = { id: string; user: string; name: string; bytes: Buffer };

/** Files of the workspace, by their ids. */
export class Files {
  private readonly shared = new Map<string, SharedFile>();

  add(user: string, name: string, bytes: Buffer): SharedFile {
    const file = { id: `F${randomBytes(5).toString('hex').toUpperCase()}`, user, name, bytes };
    this.shared.set(file.id, file);
    return file;
  }

  find(id: string): SharedFile | undefined {
    return this.shared.get(id);
  }
}

/** Where a file can be fetched. On the real host it begins `https://files.slack.com/files-pri/`. */
const downloadUrl = (baseUrl: string, { id, name }: SharedFile): string =>
  `${baseUrl}/files-pri/${id}/download/${encodeURIComponent(name)}`;

/** A file as an event describes it. */
export const fileObject = (baseUrl: string, file: SharedFile) => ({
  id: file.id,
  name: file.name,
  title: file.name,
  mimetype: 'application/octet-stream',
  filetype: 'binary',
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
