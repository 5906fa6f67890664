import type { Json } from '../block-kit/block';
import type { Conversation, Message } from '../conversations';
import type { Delivered } from '../deliveries';
import type { Events } from '../events';
import type { Answer } from '../ledger';
import type { Context } from '../methods/method';
import type { Person } from '../people';
import type { Trigger } from '../triggers';
import type { Workspace } from '../workspace';

/** What a person's client works with: the workspace, and the wire to the bot. */
export type Hands = Context & {
  events: Events;
  /** Options last offered for an external select, by person, surface, block and action id. */
  offered: Map<string, Json[]>;
};

/** What became of a gesture. */
export type Outcome = {
  /** False when the client kept it to itself (a field still empty, an input that reports nothing). */
  sent: boolean;
  /** The bot's answer, or the lack of one. */
  answer?: Answer;
  /** What the client tells the person when something went wrong. */
  warning?: string;
  /** The message that appeared as the immediate answer (slash command), or that the person wrote. */
  message?: Message;
  /** What stands beside the fields after a submission, by block id. */
  errors?: Record<string, string>;
  /** What an external select offers. */
  options?: Json[];
};

/** The person who acts. Somebody deactivated cannot sign in any more. */
export function actor(workspace: Workspace, id: string): Person {
  const person = workspace.people.find((found) => found.id === id);
  if (!person) throw new Error(`Nobody in this workspace has the id ${id}.`);
  if (person.deleted) throw new Error(`${person.realName} is deactivated and cannot sign in.`);
  return person;
}

/** The conversation a person is in: an id, `#name`, or `im` for their direct message with the bot. */
export function place(workspace: Workspace, person: Person, channel: string): Conversation {
  const found =
    channel === 'im'
      ? workspace.directMessage(person.id)
      : (workspace.conversation(channel) ??
        workspace.conversations.find(
          (known) => known.kind === 'channel' && known.name === channel.replace(/^#/, ''),
        ));
  if (!found) throw new Error(`There is no conversation ${channel}.`);
  if (!found.members.includes(person.id)) throw new Error(`${person.realName} is not in ${channel}.`);
  return found;
}

/** Posts a form to the bot, and spoils the trigger of a request that was not answered in time. */
export async function sendForm(
  hands: Hands,
  kind: string,
  form: Record<string, string>,
  body: Json,
  trigger?: Trigger,
): Promise<Delivered> {
  const delivered = await hands.deliveries.send({
    kind,
    contentType: 'application/x-www-form-urlencoded',
    raw: new URLSearchParams(form).toString(),
    body,
  });
  if (trigger && delivered.answer.kind === 'timeout') hands.workspace.triggers.spoil(trigger);
  return delivered;
}

/** Posts an interaction payload, which travels as one form field. docs.slack.dev/interactivity/handling-user-interaction */
export function sendPayload(hands: Hands, payload: Json, trigger?: Trigger): Promise<Delivered> {
  return sendForm(hands, String(payload.type), { payload: JSON.stringify(payload) }, payload, trigger);
}

export function isOk(answer: Answer): boolean {
  return answer.kind === 'answered' && answer.status === 200;
}

/** Reads a JSON object from an answer's body; undefined when it is not one. */
export function jsonBody(answer: Answer): Json | undefined {
  if (answer.kind !== 'answered' || !answer.body.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(answer.body) as Json;
  } catch {
    return undefined;
  }
}
