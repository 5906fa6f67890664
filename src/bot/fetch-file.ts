import { mostOfAFile } from '../core/file';
import type { Fetched } from './turn';

const patience = 10_000;

/**
 * Fetches a file that a platform keeps, from an address the caller has found to be the platform's own. Redirects are not followed, no more is
 * read than a file may have, and nothing is written anywhere. Never rejects.
 */
export async function fetchFile(url: string, headers: Record<string, string> = {}): Promise<Fetched> {
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patience) });
    // Where the token is not good for files, Slack answers with its page to sign in.
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
    if (!response.ok || !response.body || isPage) {
      await response.body?.cancel();
      return 'unreachable';
    }
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      // Leaving the loop closes the connection.
      if (size > mostOfAFile) return 'too-large';
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    return 'unreachable';
  }
}
