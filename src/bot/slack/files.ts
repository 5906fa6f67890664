import { z } from 'zod';
import { fetchFile } from '../fetch-file';
import type { Fetched } from '../turn';

/** A file of a message, as Slack describes it (docs.slack.dev/reference/objects/file-object). */
export interface SlackFile {
  name: string;
  size?: number | undefined;
  url?: string | undefined;
}

/** The files of a message, as far as we look at them. */
export const filesIn = z
  .array(
    z.object({
      name: z.string().nullish(),
      size: z.number().int().min(0).optional().catch(undefined),
      url_private_download: z.string().max(8_000).optional().catch(undefined),
    }),
  )
  .optional()
  .catch(undefined);

/** What somebody asks of us who sends files; undefined where there is none. */
export function offeredIn(files: z.infer<typeof filesIn>): { input: object; file: SlackFile } | undefined {
  const [file, ...more] = files ?? [];
  if (!file) return undefined;
  const { size, url_private_download: url } = file;
  const name = file.name ?? '';
  return {
    input: {
      type: 'offer-file',
      name,
      ...(size !== undefined && { size }),
      ...(more.length > 0 && { several: true }),
    },
    file: { name, size, url },
  };
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
  token: string | undefined,
  apiUrl: string | undefined,
): Promise<Fetched> {
  if (!url || !token || !isSlackFile(url, apiUrl)) return 'unreachable';
  return fetchFile(url, { authorization: `Bearer ${token}` });
}
