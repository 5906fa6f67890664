import { interaction, messageObject } from '../payloads';
import { actor, type Hands, isOk, type Outcome, sendPayload } from './hands';
import { surfaceAt, surfacePayload, type Where } from './surface';

/** A person uses a global shortcut, or (with a message) a message shortcut. docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function shortcut(
  hands: Hands,
  user: string,
  callbackId: string,
  where?: Where,
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const trigger = workspace.triggers.issue(user);
  const base = interaction(workspace, where === undefined ? 'shortcut' : 'message_action', person);
  const payload = {
    ...base,
    callback_id: callbackId,
    trigger_id: trigger.id,
    action_ts: workspace.timestamps.next(),
  };
  if (where === undefined) return done(await sendPayload(hands, payload, trigger));
  const surface = surfaceAt(hands, user, where);
  if (surface.kind !== 'message') throw new Error('A message shortcut is used on a message.');
  const { channel } = surfacePayload(hands, surface);
  const id = workspace.responseUrls.issue(user, surface.conversation.id, surface.message.ts);
  return done(
    await sendPayload(
      hands,
      {
        ...payload,
        channel,
        message_ts: surface.message.ts,
        message: messageObject(workspace, surface.message),
        response_url: `${workspace.baseUrl}/slack/response/${id}`,
      },
      trigger,
    ),
  );
}

function done({ answer }: { answer: NonNullable<Outcome['answer']> }): Outcome {
  return isOk(answer)
    ? { sent: true, answer }
    : { sent: true, answer, warning: 'That did not work. Try again?' };
}
