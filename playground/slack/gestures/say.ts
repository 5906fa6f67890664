import { randomUUID } from 'node:crypto';
import { foreigner } from '../organisation';
import { actor, type Hands, type Outcome, place } from './hands';
import { asSent } from './typed';

/**
 * A person writes a message, in the thread of another where one is named. The bot hears direct messages (`message.im`) and mentions of itself (`app_mention`);
 * what is said in a channel otherwise does not reach it. docs.slack.dev/reference/events/message.im, app_mention
 */
export async function say(
  hands: Hands,
  user: string,
  channel: string,
  typed: string,
  threadTs?: string,
): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const conversation = place(workspace, person, channel);
  if (conversation.archived) throw new Error(`#${conversation.name} is archived.`);
  const text = asSent(workspace, typed, 'message');
  const foreign = foreigner(workspace, person);
  const thread = threadTs === undefined ? {} : { threadTs };
  const message = workspace.post(conversation, { user, text, ...thread });
  const heard = conversation.kind === 'im' || text.includes(`<@${workspace.app.botUserId}>`);
  if (!heard) return { sent: false, message };
  const { answer } = await hands.events.send(
    {
      type: conversation.kind === 'im' ? 'message' : 'app_mention',
      client_msg_id: randomUUID(),
      user,
      text,
      ts: message.ts,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      team: person.team_id,
      ...(foreign ? { user_team: person.team_id, source_team: person.team_id } : {}),
      blocks: [
        {
          type: 'rich_text',
          block_id: message.ts.slice(-5),
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
        },
      ],
      channel: conversation.id,
      event_ts: message.ts,
      ...(conversation.kind === 'im' ? { channel_type: 'im' } : {}),
    },
    { from: foreign },
  );
  return { sent: true, answer, message };
}

/** A person opens the bot's Home tab. docs.slack.dev/reference/events/app_home_opened */
export async function openHome(hands: Hands, user: string): Promise<Outcome> {
  const { workspace } = hands;
  const person = actor(workspace, user);
  const { answer } = await hands.events.send(
    {
      type: 'app_home_opened',
      user,
      channel: workspace.directMessage(user).id,
      tab: 'home',
      event_ts: workspace.timestamps.next(),
    },
    { from: foreigner(workspace, person) },
  );
  return { sent: true, answer };
}
