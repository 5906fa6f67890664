import type { Json } from './block-kit/block';
import type { Conversation, Message } from './conversations';
import { actsIn, enterpriseIn } from './organisation';
import type { Person } from './people';
import type { Workspace } from './workspace';

/** A message as answers, events and payloads show it. docs.slack.dev/reference/events/message */
export function messageObject(workspace: Workspace, message: Message): Json {
  const { app, teamId } = workspace.settings;
  return {
    user: message.user,
    type: 'message',
    ts: message.ts,
    ...(message.fromBot ? { bot_id: app.botId, app_id: app.id } : {}),
    text: message.text,
    team: teamId,
    ...(message.fromBot
      ? {
          bot_profile: {
            id: app.botId,
            app_id: app.id,
            name: app.name,
            deleted: false,
            team_id: teamId,
            icons: {},
          },
        }
      : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
  };
}

/** The name Slack gives a conversation in payloads. */
export function payloadName(conversation: Conversation): string {
  return conversation.kind === 'im' ? 'directmessage' : conversation.name;
}

/** What every interaction payload begins with. docs.slack.dev/reference/interaction-payloads */
export function interaction(workspace: Workspace, type: string, person: Person): Json {
  const { app, domain, teamId } = workspace.settings;
  const team = actsIn(workspace, person);
  return {
    type,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team_id },
    api_app_id: app.id,
    token: 'verification-token',
    team: {
      id: team,
      domain: team === teamId ? domain : `team-${team.toLowerCase()}`,
    },
    ...enterpriseIn(workspace, person),
  };
}
