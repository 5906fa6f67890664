import { z } from 'zod';
import { outerId } from '../outer-id';
import type { Heard } from '../turn';
import { filesIn, offeredIn, type SlackFile } from './files';
import { hearInteraction } from './hear-interaction';
import { homeIn, isOfHome, place, placeIn } from './home';
import { isMember, plainWords } from './text';

/** How whoever spoke can be answered: each way of speaking has its own (docs.slack.dev/interactivity/handling-user-interaction). */
export type Way =
  | { kind: 'command'; trigger: string; responseUrl: string }
  | { kind: 'direct message'; channel: string; thread?: string }
  | { kind: 'mention'; channel: string; user: string; thread?: string }
  /** `message`: the one whose button was pressed, where it stays; what only whoever pressed can see cannot be changed later. `at`: its name in any case. */
  | { kind: 'button'; trigger: string; responseUrl: string; message?: MessageRef; at?: string }
  | { kind: 'button in a modal'; trigger: string; view: string }
  | { kind: 'form'; view: string }
  /** The Home tab is drawn, or drawn anew. */
  | { kind: 'home'; home: string; user: string; command: unknown }
  | { kind: 'button in the home'; trigger: string; user: string }
  | { kind: 'shortcut'; trigger: string; user: string; responseUrl?: string }
  /** Somebody types into a field that looks things up: the answer is what fits. */
  | { kind: 'typing' };

/** A message in Slack, as it is changed later. */
export interface MessageRef {
  channel: string;
  ts: string;
}

/** Something said to us. `atHome` is false for everybody who is not of a home workspace, whatever a directory would say. */
export interface Spoken {
  heard: Heard;
  way: Way;
  atHome: boolean;
  /** The file that was given with it. */
  file?: SlackFile;
}

const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: outerId,
  user_id: outerId,
  trigger_id: outerId,
  response_url: z.string(),
  enterprise_id: outerId.optional(),
  is_enterprise_install: z.string().optional(),
});

const Event = z.object({
  ...place,
  type: z.literal('event_callback'),
  event_id: outerId,
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    /** An edit, a deletion, a join: none of them is somebody speaking to us. A file is. */
    subtype: z.literal('file_share').optional(),
    bot_id: z.undefined().optional(),
    channel_type: z.string().optional(),
    channel: outerId,
    user: outerId,
    text: z.string(),
    files: filesIn,
    ts: outerId.optional(),
    thread_ts: outerId.optional(),
    team: outerId.optional(),
    user_team: outerId.optional(),
    source_team: outerId.optional(),
  }),
});

/** Somebody looks at the Home tab (docs.slack.dev/reference/events/app_home_opened). */
const Opened = z.object({
  ...place,
  type: z.literal('event_callback'),
  event_id: outerId,
  event: z.object({ type: z.literal('app_home_opened'), user: outerId, tab: z.literal('home') }),
});

/** The most words a command takes; nobody's longer message means more by its end. */
const mostWords = 4_000;

/**
 * What a verified body of Slack says to us; undefined when nobody speaks to us in it (it is acknowledged and forgotten).
 * Who speaks is read from the body's team and user ids only.
 * @param homes the ids of the workspaces whose members we know; an empty set knows nobody.
 * @param ourself our own id as a user, once it is known: a command does not bring it along.
 */
export function hear(body: unknown, homes: ReadonlySet<string>, ourself?: string): Spoken | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('command' in body) return hearCommand(SlashCommand.safeParse(body).data, homes, ourself);
  if (!('type' in body)) return undefined;
  switch (body.type) {
    case 'event_callback':
      return (
        hearMessage(Event.safeParse(body).data, homes, ourself) ??
        hearOpened(Opened.safeParse(body).data, homes)
      );
    default:
      return hearInteraction(body, homes);
  }
}

function hearCommand(
  body: z.infer<typeof SlashCommand> | undefined,
  homes: ReadonlySet<string>,
  ourself: string | undefined,
): Spoken | undefined {
  if (!body) return undefined;
  const home = homeIn(
    {
      team: body.team_id,
      enterprise: body.enterprise_id,
      orgWide: body.is_enterprise_install === 'true',
    },
    homes,
  );
  return {
    heard: {
      input: { type: 'say', text: wordsToUs(body.text, ourself).slice(0, mostWords), dialog: true },
      home: home ?? body.team_id,
      user: body.user_id,
      address: null,
      identity: body.trigger_id,
    },
    way: { kind: 'command', trigger: body.trigger_id, responseUrl: body.response_url },
    atHome: home !== undefined,
  };
}

function hearMessage(
  body: z.infer<typeof Event> | undefined,
  homes: ReadonlySet<string>,
  knownAs: string | undefined,
): Spoken | undefined {
  if (!body) return undefined;
  const { event, authorizations } = body;
  const ourself = authorizations?.[0]?.user_id ?? knownAs;
  const isDirect = event.type === 'message' && event.channel_type === 'im';
  if (event.user === ourself || (event.type === 'message' && !isDirect)) return undefined;

  const at = placeIn(body);
  const home = homeIn(at, homes);
  // A file that is shared elsewhere is none that is given to us.
  if (event.subtype === 'file_share' && !isDirect) return undefined;
  const offered = isDirect ? offeredIn(event.files) : undefined;
  const thread = event.thread_ts === undefined ? {} : { thread: event.thread_ts };
  const teams = [event.team, event.user_team, event.source_team].filter((team) => team !== undefined);
  const text = wordsToUs(event.text, ourself, !isDirect).slice(0, mostWords);
  const isReply = isDirect && event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return {
    heard: {
      input:
        offered?.input ??
        (isReply
          ? { type: 'reply', to: { channel: event.channel, ts: event.thread_ts }, text }
          : { type: 'say', text, dialog: false }),
      home: home ?? body.team_id,
      user: event.user,
      address: isDirect ? { channel: event.channel } : null,
      identity: body.event_id,
    },
    way: isDirect
      ? { kind: 'direct message', channel: event.channel, ...thread }
      : { kind: 'mention', channel: event.channel, user: event.user, ...thread },
    ...(offered && { file: offered.file }),
    atHome: home !== undefined && teams.every((team) => isOfHome(home, team, at)),
  };
}

/** The Home tab names nobody but whoever looks at it; whether they are one of ours the directory says. */
function hearOpened(
  body: z.infer<typeof Opened> | undefined,
  homes: ReadonlySet<string>,
): Spoken | undefined {
  if (!body) return undefined;
  const { event } = body;
  const home = homeIn(placeIn(body), homes);
  return {
    heard: {
      input: { type: 'home', tab: true },
      home: home ?? body.team_id,
      user: event.user,
      address: null,
      identity: body.event_id,
    },
    way: { kind: 'home', home: home ?? body.team_id, user: event.user, command: { type: 'home', tab: true } },
    atHome: home !== undefined,
  };
}

/** A mention of us is how we are called, not what is said. Where our id is not known, the first word of a mention event is it. */
function wordsToUs(text: string, ourself: string | undefined, isCall = false): string {
  const call =
    ourself !== undefined && isMember(ourself)
      ? new RegExp(`<@${ourself}(\\|[^<>]*)?>`, 'g')
      : isCall && /^\s*<@[UW][A-Z0-9]+(\|[^<>]*)?>/;
  return plainWords(call ? text.replace(call, ' ') : text).trim();
}
