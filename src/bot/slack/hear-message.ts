import { z } from 'zod';
import type { Spoken } from './hear';
import { plainWords } from './text';

const Event = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  authorizations: z
    .array(z.object({ user_id: z.string().nullish(), is_enterprise_install: z.boolean().nullish() }))
    .optional(),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    /** An edit, a deletion, a join: none of them is somebody speaking to us. A file is. */
    subtype: z.literal('file_share').optional(),
    bot_id: z.undefined().optional(),
    channel_type: z.string().optional(),
    channel: z.string(),
    user: z.string(),
    text: z.string(),
    files: z
      .array(
        z.object({
          name: z.string().nullish(),
          size: z.number().int().min(0).optional().catch(undefined),
          url_private_download: z.string().max(8_000).optional().catch(undefined),
        }),
      )
      .optional()
      .catch(undefined),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
    team: z.string().optional(),
    user_team: z.string().optional(),
    source_team: z.string().optional(),
  }),
});

/** The most words a command takes; nobody's longer message means more by its end. */
export const mostWords = 4_000;

/** Words or a file that somebody sent us; undefined where nobody did, or it was not to us. */
export function hearMessage(
  written: object,
  homes: ReadonlySet<string>,
  knownAs: string | undefined,
): Spoken | undefined {
  const body = Event.safeParse(written).data;
  if (!body) return undefined;
  const { event, authorizations } = body;
  const ourself = authorizations?.[0]?.user_id ?? knownAs;
  const isDirect = event.type === 'message' && event.channel_type === 'im';
  if (event.user === ourself || (event.type === 'message' && !isDirect)) return undefined;

  // A file in a channel, or in what somebody else shared there, is none that is given to us.
  if (event.subtype === 'file_share' && !isDirect) return undefined;
  const [file, ...more] = (isDirect && event.files) || [];
  const thread = event.thread_ts === undefined ? {} : { thread: event.thread_ts };
  const teams = [event.team, event.user_team, event.source_team].filter((team) => team !== undefined);
  const text = wordsToUs(event.text, ourself, !isDirect).slice(0, mostWords);
  const isReply = isDirect && event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return {
    heard: {
      input: file
        ? {
            type: 'offer-file',
            name: file.name ?? '',
            ...(file.size !== undefined && { size: file.size }),
            ...(more.length > 0 && { several: true }),
          }
        : isReply
          ? { type: 'reply', to: { channel: event.channel, ts: event.thread_ts }, text }
          : { type: 'say', text, dialog: false },
      home: body.team_id,
      user: event.user,
      address: isDirect ? { channel: event.channel } : null,
      identity: body.event_id,
    },
    way: isDirect
      ? { kind: 'direct message', channel: event.channel, ...thread }
      : { kind: 'mention', channel: event.channel, user: event.user, ...thread },
    ...(file && { file: { name: file.name ?? '', size: file.size, url: file.url_private_download } }),
    atHome:
      homes.has(body.team_id) &&
      teams.every((team) => team === body.team_id) &&
      !authorizations?.some(({ is_enterprise_install }) => is_enterprise_install),
  };
}

/** A mention of us is how we are called, not what is said. Where our id is not known, the first word of a mention event is it. */
export function wordsToUs(text: string, ourself: string | undefined, isCall = false): string {
  const call = ourself
    ? new RegExp(`<@${ourself}(\\|[^<>]*)?>`, 'g')
    : isCall && /^\s*<@[UW][A-Z0-9]+(\|[^<>]*)?>/;
  return plainWords(call ? text.replace(call, ' ') : text).trim();
}
