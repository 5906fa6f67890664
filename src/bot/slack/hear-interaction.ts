import { z } from 'zod';
import { lookedUp } from '../../core/card';
import { outerId } from '../outer-id';
import { spotOf } from './following';
import { enteredIn, searchField } from './form';
import type { Spoken, Way } from './hear';
import { homeIn, isOfHome, type Place } from './home';
import { refOf } from './text';

/** Where somebody acted and who it was; the same in every interaction. */
const acting = {
  team: z.object({ id: outerId }).nullish(),
  enterprise: z.object({ id: outerId }).nullish(),
  user: z.object({ id: outerId, team_id: outerId.nullish() }),
  is_enterprise_install: z.boolean().nullish(),
};
type Acting = z.infer<z.ZodObject<typeof acting>>;

const view = z.object({ id: outerId, type: z.string().optional() });

const Press = z.object({
  ...acting,
  type: z.literal('block_actions'),
  trigger_id: outerId,
  response_url: z.string().optional(),
  view: view.nullish(),
  container: z
    .object({ channel_id: outerId, message_ts: outerId, is_ephemeral: z.boolean().default(false) })
    .optional()
    .catch(undefined),
  actions: z.tuple(
    [
      z.discriminatedUnion('type', [
        /** A button with an address has no value: its press opens the address and needs nothing from us. */
        z.object({ type: z.literal('button'), value: z.string() }),
        /** The field beside the catalogue. */
        z.object({
          type: z.literal('plain_text_input'),
          block_id: z.literal(searchField),
          value: z.string().nullish(),
        }),
      ]),
    ],
    z.unknown(),
  ),
});

const Submission = z.object({
  ...acting,
  type: z.literal('view_submission'),
  view: z.object({
    id: outerId,
    hash: outerId,
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
});

/** What an app offers in the menus of Slack; the names are those of the manifest. */
const Shortcut = z.object({
  ...acting,
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.enum(['request_benefit', 'request_for_person']),
  trigger_id: outerId,
  response_url: z.string().optional(),
  message: z.object({ user: outerId.optional(), bot_id: z.string().nullish() }).optional(),
});

/** Somebody types into a field that looks things up (docs.slack.dev/reference/interaction-payloads/block_suggestion-payload). */
const Suggestion = z.object({
  ...acting,
  type: z.literal('block_suggestion'),
  action_id: z.enum(lookedUp),
  value: z.string().default(''),
});

/** What somebody pressed, sent, chose in a menu or is typing; undefined for anything else. */
export function hearInteraction(
  body: object & { type: unknown },
  homes: ReadonlySet<string>,
): Spoken | undefined {
  switch (body.type) {
    case 'block_actions':
      return hearPress(Press.safeParse(body).data, homes);
    case 'view_submission':
      return hearSubmission(Submission.safeParse(body).data, homes);
    case 'shortcut':
    case 'message_action':
      return hearShortcut(Shortcut.safeParse(body).data, homes);
    case 'block_suggestion':
      return hearTyping(Suggestion.safeParse(body).data, homes);
    default:
      return undefined;
  }
}

function hearPress(body: z.infer<typeof Press> | undefined, homes: ReadonlySet<string>): Spoken | undefined {
  if (!body) return undefined;
  const { trigger_id: trigger, actions } = body;
  const [action] = actions;
  const input =
    action.type === 'button' ? parsed(action.value) : { type: 'home', search: action.value ?? '', tab: true };
  const { home } = actor(body, homes);
  const way = wayOf(body, home, input);
  if (!way) return undefined;
  return { heard: { input, ...actor(body, homes), identity: trigger }, way, atHome: isAtHome(body, homes) };
}

function wayOf(body: z.infer<typeof Press>, home: string, input: unknown): Way | undefined {
  const { trigger_id: trigger, response_url: responseUrl, view, container, user } = body;
  if (view?.type === 'home')
    // What turns the page of the Home tab is shown there; anything else is opened over it.
    return isCommand(input, 'home')
      ? { kind: 'home', home, user: user.id, command: input }
      : { kind: 'button in the home', trigger, user: user.id };
  if (view) return { kind: 'button in a modal', trigger, view: view.id };
  if (!responseUrl) return undefined;
  if (!container) return { kind: 'button', trigger, responseUrl };
  const message = { channel: container.channel_id, ts: container.message_ts };
  const stays = container.is_ephemeral ? {} : { message };
  return { kind: 'button', trigger, responseUrl, ...stays, at: spotOf(message) };
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
      ...actor(body, homes),
      identity: `${view.id}:${view.hash}`,
    },
    way: { kind: 'form', view: view.id },
    atHome: isAtHome(body, homes),
  };
}

/** A message names who wrote it; what a bot wrote names nobody, and then it is as if no message had been chosen. */
function hearShortcut(
  body: z.infer<typeof Shortcut> | undefined,
  homes: ReadonlySet<string>,
): Spoken | undefined {
  if (!body) return undefined;
  const { trigger_id: trigger, response_url: responseUrl, message, user } = body;
  const author = message && !message.bot_id && message.user !== user.id ? message.user : undefined;
  return {
    heard: {
      input: { type: 'pick', ...(author && { person: refOf(author) }) },
      ...actor(body, homes),
      identity: trigger,
    },
    way: { kind: 'shortcut', trigger, user: user.id, ...(responseUrl && { responseUrl }) },
    atHome: isAtHome(body, homes),
  };
}

function hearTyping(
  body: z.infer<typeof Suggestion> | undefined,
  homes: ReadonlySet<string>,
): Spoken | undefined {
  if (!body) return undefined;
  return {
    heard: {
      input: { type: 'suggest', of: body.action_id, typed: body.value },
      ...actor(body, homes),
      identity: '',
    },
    way: { kind: 'typing' },
    atHome: isAtHome(body, homes),
  };
}

const placeOf = ({ team, enterprise, is_enterprise_install: orgWide }: Acting): Place => ({
  team: team?.id,
  enterprise: enterprise?.id,
  orgWide,
});

const actor = (body: Acting, homes: ReadonlySet<string>) => ({
  home: homeIn(placeOf(body), homes) ?? body.team?.id ?? body.user.team_id ?? '',
  user: body.user.id,
  address: null,
});

function isAtHome(body: Acting, homes: ReadonlySet<string>): boolean {
  const place = placeOf(body);
  const home = homeIn(place, homes);
  return home !== undefined && isOfHome(home, body.user.team_id, place);
}

const isCommand = (input: unknown, type: string): boolean =>
  typeof input === 'object' && input !== null && 'type' in input && input.type === type;

/** A payload of ours; what is none is passed on as it is, for the answer that it was not understood. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
