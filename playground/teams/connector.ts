import { isTooBig, judgeCard } from './card-laws';
import { botMessage, type Conversation, type Message, nextMessageId } from './conversations';
import { isJson, type Json, objects, words } from './json';
import type { Entry } from './ledger';
import { asMember } from './people';
import { type Reply, refusal } from './refusals';
import { type Call, chatOf, conversationOf, forgetOwnCards, type World } from './world';

/**
 * The Bot Connector's REST, as far as a bot needs it.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference (2026-09)
 */
export function answerCall(world: World, call: Call, query: URLSearchParams, entry: Entry): Reply {
  const body = isJson(call.body) ? call.body : {};
  if (call.operation === 'create') return create(world, body, entry);
  if (call.operation === 'unknown') return refusal('NotFound');
  const conversation = conversationOf(world, call.conversationId ?? '');
  if (!conversation) return refusal('ConversationNotFound');
  const late = tooFast(
    world,
    ['member', 'members', 'pagedmembers'].includes(call.operation) ? 'members' : 'send',
    conversation,
  );
  if (late) return late;
  switch (call.operation) {
    case 'send':
    case 'reply':
      return send(world, conversation, threadOf(call.conversationId), body, call.activityId, entry);
    case 'update':
      return update(world, conversation, call.activityId ?? '', body, entry);
    case 'delete':
      return remove(world, conversation, call.activityId ?? '');
    case 'members':
      return roster(conversation, (members) => members);
    case 'pagedmembers':
      return roster(conversation, (members) => page(members, query));
    default:
      return member(conversation, call.activityId ?? '');
  }
}

/** Which operation of the connector a method and path mean; undefined when the path is not the connector's. */
export function readPath(method: string, pathname: string, body: unknown): Call | undefined {
  const [version, noun, cid, part, id] = pathname.split('/').slice(1).map(decode);
  if (version !== 'v3') return undefined;
  const call = { method, path: pathname, body };
  if (noun !== 'conversations') return { ...call, operation: 'unknown' };
  if (!cid) return { ...call, operation: method === 'POST' ? 'create' : 'unknown' };
  const at = { ...call, conversationId: cid, ...(id ? { activityId: id } : {}) };
  if (part === 'activities') {
    if (method === 'POST') return { ...at, operation: id ? 'reply' : 'send' };
    if (id && method === 'PUT') return { ...at, operation: 'update' };
    if (id && method === 'DELETE') return { ...at, operation: 'delete' };
  }
  if (part === 'members' && method === 'GET') return { ...at, operation: id ? 'member' : 'members' };
  if (part === 'pagedmembers' && method === 'GET') return { ...at, operation: 'pagedmembers' };
  return { ...at, operation: 'unknown' };
}

/**
 * Opens the one chat with a person (or a thread in a channel).
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages (2026-09)
 */
function create(world: World, body: Json, entry: Entry): Reply {
  const channelData = isJson(body.channelData) ? body.channelData : {};
  const channelId = isJson(channelData.channel) ? words(channelData.channel.id) : undefined;
  const tenantId =
    words(body.tenantId) ?? (isJson(channelData.tenant) ? words(channelData.tenant.id) : undefined);
  if (!channelId && !tenantId) return refusal('BadArgument', { message: 'The tenant id is missing.' });
  if (!channelId && tenantId !== world.tenantId)
    return refusal('BadArgument', { message: 'The tenant id is not the one of the conversation.' });
  const who = words(objects(body.members)[0]?.id) ?? '';
  const person = world.people.find((p) => p.inRoster && (p.id === who || p.aadObjectId === who));
  const conversation = channelId ? conversationOf(world, channelId) : person && chatOf(world, person);
  if (!conversation)
    return channelId
      ? refusal('ConversationNotFound')
      : refusal('BadArgument', { message: 'Failed to decrypt conversation id.' });
  const late = tooFast(world, 'create', conversation);
  if (late) return late;
  const shut = shutOut(conversation);
  if (shut) return shut;
  const activity = isJson(body.activity) ? body.activity : undefined;
  if (!activity)
    return { status: 201, body: { id: conversation.id, activityId: '', serviceUrl: world.serviceUrl } };
  const sent = send(world, conversation, undefined, activity, undefined, entry);
  if (sent.status !== 201) return sent;
  const { id } = sent.body as { id: string };
  const thread = channelId ? `;messageid=${id}` : '';
  return {
    status: 201,
    body: { id: `${conversation.id}${thread}`, activityId: id, serviceUrl: world.serviceUrl },
  };
}

function send(
  world: World,
  conversation: Conversation,
  threadId: string | undefined,
  activity: Json,
  replyToId: string | undefined,
  entry: Entry,
): Reply {
  const shut = shutOut(conversation);
  if (shut) return shut;
  if (isTooBig(activity)) return refusal('MessageSizeTooBig');
  const id = nextMessageId(conversation, world.clock.now());
  if (activity.type === 'typing') {
    conversation.botIsTyping = true;
    world.changed({ kind: 'typing', conversationId: conversation.id });
    return { status: 201, body: { id } };
  }
  if (activity.type !== 'message')
    return refusal('BadArgument', {
      message: `An activity of type ${String(activity.type)} cannot be sent.`,
    });
  const content = botMessage(activity);
  if (!content.text && content.cards.length === 0)
    return refusal('BadArgument', { message: 'The activity has neither text nor card.' });
  conversation.messages.push({
    id,
    conversationId: conversation.id,
    from: 'bot',
    fromName: world.botName,
    at: world.clock.now(),
    ...content,
    ...(replyToId && !content.replyToId ? { replyToId } : {}),
    ...(conversation.kind === 'channel'
      ? { threadId: threadId ?? threadOfMessage(conversation, replyToId) ?? id }
      : {}),
    cardErrors: judged(content, entry),
    edited: false,
    deleted: false,
  });
  conversation.botIsTyping = false;
  world.changed({ kind: 'message', conversationId: conversation.id });
  return { status: 201, body: { id } };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/update-and-delete-bot-messages (2026-09) */
function update(world: World, conversation: Conversation, id: string, activity: Json, entry: Entry): Reply {
  const shut = shutOut(conversation);
  if (shut) return shut;
  if (isTooBig(activity)) return refusal('MessageSizeTooBig');
  const message = botsOwn(conversation, id);
  if (!message) return refusal('ActivityNotFoundInConversation');
  const content = botMessage(activity);
  Object.assign(message, content, { cardErrors: judged(content, entry), edited: true });
  forgetOwnCards(world, conversation, id);
  world.changed({ kind: 'message', conversationId: conversation.id });
  return { status: 200, body: { id } };
}

function remove(world: World, conversation: Conversation, id: string): Reply {
  const message = botsOwn(conversation, id);
  if (!message) return refusal('ActivityNotFoundInConversation');
  Object.assign(message, { text: '', summary: '', cards: [], cardErrors: [], deleted: true });
  forgetOwnCards(world, conversation, id);
  world.changed({ kind: 'message', conversationId: conversation.id });
  return { status: 200, body: {} };
}

const botsOwn = (conversation: Conversation, id: string): Message | undefined =>
  conversation.messages.find((m) => m.id === id && (m.from === 'bot' || m.throughBot) && !m.deleted);

function judged(content: Pick<Message, 'cards' | 'text' | 'summary'>, entry: Entry): string[] {
  const verdicts = content.cards.map(judgeCard);
  const errors = verdicts.flatMap((v) => v.errors);
  entry.warnings.push(
    ...errors.map((e) => `card cannot be shown: ${e}`),
    ...verdicts.flatMap((v) => v.warnings),
  );
  if (content.cards.length > 0 && !content.summary && !content.text)
    entry.warnings.push('a card without summary: the notification can only say that there is a card');
  // Teams splits such an activity in two and then answers no id to update it by (conversation-messages, note).
  if (content.text && content.cards.length > 0)
    entry.warnings.push('text and card in one activity are split');
  return errors;
}

function roster(
  conversation: Conversation,
  shape: (members: ReturnType<typeof asMember>[]) => unknown,
): Reply {
  const shut = shutOut(conversation, 'reading');
  if (shut) return shut;
  return { status: 200, body: shape(conversation.members.filter((p) => p.inRoster).map(asMember)) };
}

function member(conversation: Conversation, key: string): Reply {
  const shut = shutOut(conversation, 'reading');
  if (shut) return shut;
  const person = conversation.members.find((p) => [p.id, p.aadObjectId, p.userPrincipalName].includes(key));
  return person?.inRoster ? { status: 200, body: asMember(person) } : refusal('MemberNotFoundInConversation');
}

/** https://learn.microsoft.com/microsoftteams/platform/resources/team-chat-member-api-changes (2026-09) */
function page(members: ReturnType<typeof asMember>[], query: URLSearchParams): unknown {
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize')) || 200));
  const start = Number(query.get('continuationToken')) || 0;
  const next = start + size;
  return {
    members: members.slice(start, next),
    ...(next < members.length ? { continuationToken: String(next) } : {}),
  };
}

/** Why the bot may not use a conversation, if so. Reading a roster needs the app only, not the right to write. */
function shutOut(conversation: Conversation, purpose: 'writing' | 'reading' = 'writing'): Reply | undefined {
  const [person] = conversation.members;
  const personal = conversation.kind === 'personal' ? person : undefined;
  if (!conversation.hasBot || (personal && !personal.installed)) return refusal('BotNotInConversationRoster');
  if (!personal) return undefined;
  if (personal.botAccess === 'disabledByAdmin') return refusal('BotDisabledByAdmin');
  if (purpose === 'reading') return undefined;
  if (personal.botAccess === 'blockedByUser') return refusal('ConversationBlockedByUser');
  return personal.botAccess === 'writesBlocked' ? refusal('MessageWritesBlocked') : undefined;
}

function tooFast(
  world: World,
  kind: 'send' | 'create' | 'members',
  conversation: Conversation,
): Reply | undefined {
  const wait = world.rates?.take(kind, conversation.id);
  return wait === undefined ? undefined : refusal('Throttled', { retryAfterMs: wait });
}

const threadOfMessage = (conversation: Conversation, id: string | undefined): string | undefined =>
  conversation.messages.find((m) => m.id === id)?.threadId;

const threadOf = (conversationId: string | undefined): string | undefined =>
  /;messageid=(\d+)$/.exec(conversationId ?? '')?.[1];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
