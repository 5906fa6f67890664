import { z } from 'zod';
import type { Heard } from '../turn';
import { enteredIn } from './form';
import { plainWords } from './text';

/** How whoever spoke can be answered: each way of speaking has its own (docs.slack.dev/interactivity/handling-user-interaction). */
export type Way =
  | { kind: 'command'; trigger: string; responseUrl: string }
  | { kind: 'direct message'; channel: string; thread?: string }
  | { kind: 'mention'; channel: string; user: string; thread?: string }
  /** `message`: the one whose button was pressed, where it stays; what only whoever pressed can see cannot be changed later. */
  | { kind: 'button'; trigger: string; responseUrl: string; message?: MessageRef }
  | { kind: 'button in a modal'; trigger: string; view: string }
  | { kind: 'form'; view: string };

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
}

const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
  is_enterprise_install: z.string().optional(),
});

const Event = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  authorizations: z
    .array(z.object({ user_id: z.string().nullish(), is_enterprise_install: z.boolean().nullish() }))
    .optional(),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    /** An edit, a deletion, a join, a file: none of them is somebody speaking to us. */
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
    channel_type: z.string().optional(),
    channel: z.string(),
    user: z.string(),
    text: z.string(),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
    team: z.string().optional(),
    user_team: z.string().optional(),
    source_team: z.string().optional(),
  }),
});

/** Where somebody acted and who it was; the same in every interaction. */
const acting = {
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  is_enterprise_install: z.boolean().nullish(),
};

const Press = z.object({
  ...acting,
  type: z.literal('block_actions'),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  view: z.object({ id: z.string() }).nullish(),
  container: z
    .object({ channel_id: z.string(), message_ts: z.string(), is_ephemeral: z.boolean().default(false) })
    .optional()
    .catch(undefined),
  /** A button with an address has no value: its press opens the address and needs nothing from us. */
  actions: z.tuple([z.object({ type: z.literal('button'), value: z.string() })], z.unknown()),
});

const Submission = z.object({
  ...acting,
  type: z.literal('view_submission'),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
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
      return hearMessage(Event.safeParse(body).data, homes, ourself);
    case 'block_actions':
      return hearPress(Press.safeParse(body).data, homes);
    case 'view_submission':
      return hearSubmission(Submission.safeParse(body).data, homes);
    default:
      return undefined;
  }
}

function hearCommand(
  body: z.infer<typeof SlashCommand> | undefined,
  homes: ReadonlySet<string>,
  ourself: string | undefined,
): Spoken | undefined {
  if (!body) return undefined;
  return {
    heard: {
      input: { type: 'say', text: wordsToUs(body.text, ourself).slice(0, mostWords), dialog: true },
      home: body.team_id,
      user: body.user_id,
      address: null,
      identity: body.trigger_id,
    },
    way: { kind: 'command', trigger: body.trigger_id, responseUrl: body.response_url },
    atHome: homes.has(body.team_id) && body.is_enterprise_install !== 'true',
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

  const thread = event.thread_ts === undefined ? {} : { thread: event.thread_ts };
  const teams = [event.team, event.user_team, event.source_team].filter((team) => team !== undefined);
  const text = wordsToUs(event.text, ourself, !isDirect).slice(0, mostWords);
  const isReply = isDirect && event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return {
    heard: {
      input: isReply
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
    atHome:
      homes.has(body.team_id) &&
      teams.every((team) => team === body.team_id) &&
      !authorizations?.some(({ is_enterprise_install }) => is_enterprise_install),
  };
}

/** A mention of us is how we are called, not what is said. Where our id is not known, the first word of a mention event is it. */
function wordsToUs(text: string, ourself: string | undefined, isCall = false): string {
  const call = ourself
    ? new RegExp(`<@${ourself}(\\|[^<>]*)?>`, 'g')
    : isCall && /^\s*<@[UW][A-Z0-9]+(\|[^<>]*)?>/;
  return plainWords(call ? text.replace(call, ' ') : text).trim();
}

function hearPress(body: z.infer<typeof Press> | undefined, homes: ReadonlySet<string>): Spoken | undefined {
  if (!body) return undefined;
  const { trigger_id: trigger, response_url: responseUrl, view, container } = body;
  const message =
    container && !container.is_ephemeral
      ? { message: { channel: container.channel_id, ts: container.message_ts } }
      : {};
  const way: Way | undefined = view
    ? { kind: 'button in a modal', trigger, view: view.id }
    : responseUrl
      ? { kind: 'button', trigger, responseUrl, ...message }
      : undefined;
  if (!way) return undefined;
  return {
    heard: { input: parsed(body.actions[0].value), ...actor(body), identity: trigger },
    way,
    atHome: isAtHome(body, homes),
  };
}

function hearSubmission(
  body: z.infer<typeof Submission> | undefined,
  homes: ReadonlySet<string>,
): Spoken | undefined {
  if (!body) return undefined;
  const { view } = body;
  const press = parsed(view.private_metadata);
  return {
    heard: {
      // The waiting command has the last word: no field can be named like a part of it and replace it.
      input: typeof press === 'object' ? { ...enteredIn(view.state.values), ...press } : press,
      ...actor(body),
      identity: `${view.id}:${view.hash}`,
    },
    way: { kind: 'form', view: view.id },
    atHome: isAtHome(body, homes),
  };
}

type Acting = z.infer<z.ZodObject<typeof acting>>;

const actor = ({ team, user }: Acting) => ({
  home: team?.id ?? user.team_id ?? '',
  user: user.id,
  address: null,
});

/** Acted in a home workspace, as one of its own: in a channel shared through Slack Connect the two teams differ. */
const isAtHome = ({ team, user, is_enterprise_install }: Acting, homes: ReadonlySet<string>): boolean =>
  homes.has(team?.id ?? '') && (user.team_id ?? team?.id) === team?.id && !is_enterprise_install;

/** A payload of ours; what is none is passed on as it is, for the answer that it was not understood. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
