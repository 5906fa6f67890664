import { fetchFile } from '../fetch-file';
import type { Fetched } from '../turn';

/** A file of a message, as Slack describes it (docs.slack.dev/reference/objects/file-object). */
export interface SlackFile {
  name: string;
  size?: number | undefined;
  url?: string | undefined;
}

/** Files lie at Slack's own host, or, where the Web API is an emulator on this machine, there: our token travels to nobody else. */
export const isSlackFile = (url: string, apiUrl: string | undefined): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(url);
  if (username || password) return false;
  if (apiUrl && isLoopback(apiUrl)) return origin === new URL(apiUrl).origin;
  return protocol === 'https:' && hostname === 'files.slack.com' && port === '';
};

const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** Fetches what somebody gave us, with the bot's token. Files that Slack does not describe in full (of other companies) are not fetched. */
export async function fetchFromSlack(
  { url }: SlackFile,
  token: string,
  apiUrl: string | undefined,
): Promise<Fetched> {
  if (!url || !isSlackFile(url, apiUrl)) return 'unreachable';
  return fetchFile(url, { authorization: `Bearer ${token}` });
}
