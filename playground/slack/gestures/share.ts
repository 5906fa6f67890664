import { randomUUID } from 'node:crypto';
import { fileObject } from '../files';
import { foreigner } from '../organisation';
import { actor, type Hands, type Outcome, place } from './hands';
import { asSent } from './typed';

/** A file as somebody picks it. */
export type Shared = { name: string; bytes: Buffer };

/**
 * A person shares a file, with words beside it or without. In a direct message the bot hears it as a message of the subtype `file_share`; what
 * is shared in a channel without a mention does not reach it. docs.slack.dev/reference/events/message/file_share
 */
export async function share(
  hands: Hands,
  user: string,
  channel: string,
  given: Shared,
  typed: string,
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const conversation = place(workspace, person, channel);
  if (conversation.archived) throw new Error(`#${conversation.name} is archived.`);
  const text = asSent(workspace, typed, 'message');
  const file = workspace.files.add(user, given.name, given.bytes);
  const message = workspace.post(conversation, {
    user,
    text,
    file: { name: file.name, size: file.bytes.length },
  });
  if (conversation.kind !== 'im') return { sent: false, message };
  const { answer } = await hands.events.send(
    {
      type: 'message',
      subtype: 'file_share',
      client_msg_id: randomUUID(),
      user,
      text,
      files: [fileObject(workspace.baseUrl, file, workspace.now())],
      upload: false,
      ts: message.ts,
      channel: conversation.id,
      event_ts: message.ts,
      channel_type: 'im',
    },
    { from: foreigner(workspace, person) },
  );
  return { sent: true, answer, message };
}
