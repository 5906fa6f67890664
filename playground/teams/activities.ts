import { randomUUID } from 'node:crypto';
import type { Conversation } from './conversations';
import type { Json } from './json';
import type { Person } from './people';
import { botId, type World } from './world';

/** Where in a conversation something happens: in a channel the thread is part of the conversation's id. */
export type Place = { conversation: Conversation; threadId?: string | undefined };

/**
 * What every activity of Teams carries.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (2026-09)
 */
function envelope(world: World, person: Person, place: Place): Json {
  const { conversation, threadId } = place;
  const at = new Date(world.clock.now());
  const tenantId = conversation.kind === 'personal' ? person.tenantId : world.tenantId;
  const thread = conversation.kind === 'channel' && threadId ? `;messageid=${threadId}` : '';
  return {
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    timestamp: at.toISOString(),
    localTimestamp: at.toISOString(),
    localTimezone: person.timeZone ?? 'Etc/UTC',
    from: {
      id: person.id,
      name: person.name,
      ...(person.userRole === 'anonymous' ? {} : { aadObjectId: person.aadObjectId }),
    },
    recipient: { id: botId(world), name: world.botName },
    conversation: {
      ...(conversation.kind === 'personal' ? {} : { isGroup: true, name: conversation.name }),
      conversationType: conversation.kind,
      tenantId,
      id: `${conversation.id}${thread}`,
    },
    channelData: {
      tenant: { id: tenantId },
      ...(conversation.kind === 'channel'
        ? {
            team: { id: conversation.teamId },
            channel: { id: conversation.id },
            teamsTeamId: conversation.teamId,
            teamsChannelId: conversation.id,
          }
        : {}),
    },
    locale: person.locale,
    entities: [
      {
        type: 'clientInfo',
        locale: person.locale,
        country: person.locale === 'zh-TW' ? 'TW' : 'US',
        platform: 'Web',
        timezone: person.timeZone ?? 'Etc/UTC',
      },
    ],
  };
}

/** Who was named with @; the bot has no account in the directory. */
export type Mentioned = { id: string; name: string; aadObjectId?: string };

/** Somebody wrote a message. `mentions` are the people (or the bot) named with @ in it. */
export function messageActivity(
  world: World,
  person: Person,
  place: Place,
  message: { id: string; text: string; mentions?: Mentioned[]; quoted?: string | undefined },
): Json {
  const shell = envelope(world, person, place);
  return {
    ...shell,
    type: 'message',
    id: message.id,
    textFormat: 'plain',
    text: message.text,
    ...(message.quoted === undefined ? {} : { attachments: [quotation(message.quoted, message.text)] }),
    entities: [
      ...(shell.entities as Json[]),
      ...(message.mentions ?? []).map((mentioned) => ({
        type: 'mention',
        mentioned,
        text: `<at>${mentioned.name}</at>`,
      })),
    ],
  };
}

/**
 * What Teams sends beside the words of somebody who quotes a message of a private chat: the quotation and the words as HTML.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (2026-09)
 */
const quotation = (quoted: string, text: string): Json => ({
  contentType: 'text/html',
  content: `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${quoted}"><p itemprop="preview">…</p></blockquote><p>${inMarkup(text)}</p>`,
});

const inMarkup = (text: string): string =>
  text.replaceAll(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );

/**
 * Somebody pressed an Action.Submit: a message without text that carries the button's data.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions (2026-09)
 */
export const submitActivity = (
  world: World,
  person: Person,
  place: Place,
  submit: { id: string; replyToId: string; value: unknown; text?: string },
): Json => ({
  ...envelope(world, person, place),
  type: 'message',
  id: submit.id,
  replyToId: submit.replyToId,
  ...(submit.text === undefined ? {} : { textFormat: 'plain', text: submit.text }),
  value: submit.value,
});

/** An invoke: Teams waits for the answer in the HTTP response. */
export const invokeActivity = (
  world: World,
  person: Person,
  place: Place,
  invoke: { name: string; value: Json; replyToId?: string | undefined },
): Json => {
  const shell = envelope(world, person, place);
  return {
    ...shell,
    type: 'invoke',
    id: `f:${randomUUID()}`,
    name: invoke.name,
    value: invoke.value,
    ...(invoke.replyToId
      ? {
          replyToId: invoke.replyToId,
          channelData: {
            ...(shell.channelData as Json),
            source: { name: 'message' },
            legacy: { replyToId: invoke.replyToId },
          },
        }
      : {}),
  };
};

/**
 * Nobody speaks when an app comes: whoever did it is there by ids alone, and neither their name nor their clock is told.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (2026-11)
 */
function comingEnvelope(world: World, person: Person, place: Place): Json {
  const shell = envelope(world, person, place);
  for (const told of ['localTimestamp', 'localTimezone', 'locale', 'entities']) delete shell[told];
  delete (shell.from as Json).name;
  return shell;
}

/** The app came to a person, or left: in the language of their client. */
export const installationActivity = (
  world: World,
  person: Person,
  place: Place,
  action: 'add' | 'remove',
): Json => ({
  ...comingEnvelope(world, person, place),
  locale: person.locale,
  entities: [{ type: 'clientInfo', locale: person.locale }],
  type: 'installationUpdate',
  id: `f:${randomUUID()}`,
  action,
});

/**
 * The app came into a conversation or went, told as everybody's coming and going is, in nobody's language; with a person's app the person
 * comes, too.
 */
export const membersActivity = (
  world: World,
  person: Person,
  place: Place,
  how: 'membersAdded' | 'membersRemoved',
): Json => ({
  ...comingEnvelope(world, person, place),
  type: 'conversationUpdate',
  id: `f:${randomUUID()}`,
  [how]: [
    ...(place.conversation.kind === 'personal' ? [{ id: person.id, aadObjectId: person.aadObjectId }] : []),
    { id: botId(world) },
  ],
});
