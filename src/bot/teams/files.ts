import { z } from 'zod';
import { fetchFile } from '../fetch-file';
import type { Fetched } from '../turn';
import type { Activity } from './activity';

/** What Teams says of a file in a private chat; it lies in the OneDrive of whoever sent it (learn.microsoft.com, "Send and receive files from a bot", 2026-09). */
const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';
const Download = z.object({ downloadUrl: z.url().max(8_000) });

/** A file of a message: its name, and the address from which it can be fetched for a few minutes. */
export interface TeamsFile {
  name: string;
  url?: string;
}

/** The files of a message. */
export const filesOf = ({ attachments = [] }: Activity): TeamsFile[] =>
  attachments
    .filter(({ contentType }) => contentType === downloadInfo)
    .map(({ name, content }) => {
      const url = Download.safeParse(content).data?.downloadUrl;
      return { name: name ?? '', ...(url && { url }) };
    });

/** SharePoint's own hosts, the personal sites among them; or the emulator alone, where there is one. */
export function isTeamsFile(url: string, emulator: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(url);
  if (username || password) return false;
  if (emulator !== undefined) return origin === new URL(emulator).origin;
  return (
    protocol === 'https:' && port === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.sharepoint\.com$/.test(hostname)
  );
}

/** Fetches what somebody gave us. The address is worth a few minutes by itself: no token of ours travels there. */
export async function fetchFromTeams({ url }: TeamsFile, emulator: string | undefined): Promise<Fetched> {
  if (!url || !isTeamsFile(url, emulator)) return 'unreachable';
  return fetchFile(url);
}
