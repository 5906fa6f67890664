import { z } from 'zod';
import type { Heard } from '../turn';
import type { SlackFile } from './files';
import { enteredIn } from './form';
import { hearMessage, mostWords, wordsToUs } from './hear-message';

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
  /** The file that was given with it. */
  file?: SlackFile;
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
      return hearMessage(body, homes, ourself);
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
