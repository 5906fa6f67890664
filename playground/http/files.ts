import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page loads nothing from elsewhere, runs nothing that stands in its HTML, and is framed by nobody. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/**
 * Serves the files of the page as they are, and Microsoft's card renderer beside them.
 * Resolves to false, with the response untouched, when there is no such file.
 */
export async function serveFile(project: string, path: string, response: ServerResponse): Promise<boolean> {
  const file = fileFor(project, path);
  const type = file && types[extname(file)];
  if (!file || !type) return false;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': found.size });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
  return true;
}

function fileFor(project: string, path: string): string | undefined {
  if (path === '/') return join(project, 'playground/page/index.html');
  if (path === '/adaptivecards.js')
    return join(project, 'node_modules/adaptivecards/dist/adaptivecards.min.js');
  const name = /^\/page\/([\w/-]+\.(?:js|css|svg))$/.exec(path)?.[1];
  return name === undefined ? undefined : join(project, 'playground/page', normalize(name));
}
