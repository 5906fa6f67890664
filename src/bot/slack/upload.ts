import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import type { Logger } from '../../log';
import type { Draw } from '../pictures/pictures';
import { codeOf } from './failure';
import { isSlackFile } from './files';
import type { Files } from './picture';

/** Brings the pictures of a card to Slack; undefined where it has none, or they did not get there. Never rejects. */
export type Upload = (card: Card) => Promise<Files | undefined>;

const patience = 8_000;
/** Slack looks at a file before it may stand in a message; these many milliseconds lie between our questions whether it has. */
const pauses = [100, 300, 600, 1_000, 2_000, 4_000];
/** The same numbers are the same picture: it is brought once. */
const mostKept = 50;

/**
 * Pictures as files of Slack that are shared nowhere: nobody finds them but on the card that shows them. Two calls and one POST to Slack's own host
 * (docs.slack.dev/messaging/working-with-files); then it says when a file is ready, by what kind it is (github.com/slackapi/node-slack-sdk/issues/1865).
 * @param apiUrl an emulator's, in whose place the files lie
 */
export function makeUpload(web: WebClient, draw: Draw, log: Logger, apiUrl: string | undefined): Upload {
  const kept = new Map<string, string>();

  async function bring(png: Uint8Array): Promise<string> {
    const digest = createHash('sha256').update(png).digest('base64url');
    const known = kept.get(digest);
    // Whoever has deleted it has it drawn anew.
    if (known && (await isReady(known).catch(() => false))) return known;
    const { upload_url: url = '', file_id: id = '' } = await web.files.getUploadURLExternal({
      filename: 'chart.png',
      length: png.byteLength,
    });
    if (!isSlackFile(url, apiUrl)) throw new Error('not an address of Slack');
    const { ok } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(png),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!ok) throw new Error('the file was not taken');
    await web.files.completeUploadExternal({ files: [{ id, title: 'chart.png' }] });
    await untilReady(id);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
    kept.set(digest, id);
    return id;
  }

  const isReady = async (id: string): Promise<boolean> =>
    Boolean((await web.files.info({ file: id })).file?.mimetype);

  async function untilReady(id: string): Promise<void> {
    for (const milliseconds of pauses) {
      if (await isReady(id)) return;
      await pause(milliseconds);
    }
    throw new Error('the file was not ready in time');
  }

  return async (card) => {
    const pictures = await draw(card);
    if (pictures.size === 0) return undefined;
    try {
      const files = new Map<Parameters<typeof pictures.get>[0], string>();
      for (const [chart, png] of pictures) files.set(chart, await bring(png));
      return files;
    } catch (error) {
      // The words are there: nobody misses a number.
      log.warn({ code: codeOf(error) }, 'slack-picture-not-brought');
      return undefined;
    }
  };
}
