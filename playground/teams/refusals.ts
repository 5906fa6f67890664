/** What the connector answers: a status, a JSON body, and headers where they matter. */
export type Reply = { status: number; body: unknown; headers?: Record<string, string> };

/**
 * The connector's own words.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages,
 * "Status codes from agent conversational APIs" (2026-09)
 */
const refusals = {
  BadArgument: [400, 'The request is not as it should be.'],
  BotNotRegistered: [401, 'No registration found for this bot.'],
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot.'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  MessageWritesBlocked: [403, 'Thread is not writable: messages are blocked.'],
  ActivityNotFoundInConversation: [404, 'The message could not be found in the conversation.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  MemberNotFoundInConversation: [404, 'The member was not found in the conversation.'],
  NotFound: [404, 'There is no such address.'],
  PreconditionFailed: [412, 'Precondition failed, please try again.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  Throttled: [429, 'Too many requests.'],
  ServiceError: [502, 'A dependency failed.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** The connector's answer under this name, ready to be sent. */
export function refusal(code: RefusalCode, more: { message?: string; retryAfterMs?: number } = {}): Reply {
  const [status, message] = refusals[code];
  return {
    status,
    body: { error: { code, message: more.message ?? message } },
    ...(more.retryAfterMs === undefined
      ? {}
      : { headers: { 'retry-after': String(Math.max(1, Math.ceil(more.retryAfterMs / 1000))) } }),
  };
}
