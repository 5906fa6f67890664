import type { Called, ConnectorHttp } from './connector-http';

/** A conversation, and the service at which it lives. */
export interface Conversation {
  serviceUrl: string;
  conversationId: string;
}

/**
 * The calls of the Bot Connector that we make, and no others.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference (2026-11)
 */
export function makeConnector(http: ConnectorHttp) {
  return {
    post: (to: Conversation, activity: object): Promise<Called> =>
      http.call('POST', `${conversationUrl(to)}/activities`, activity),
    put: (to: Conversation, activityId: string, activity: object): Promise<Called> =>
      http.call('PUT', `${conversationUrl(to)}/activities/${encodeURIComponent(activityId)}`, activity),
    /** Opens the chat with one person, or finds the one there is. */
    open: (serviceUrl: string, parties: { bot: string; tenantId: string; member: string }): Promise<Called> =>
      http.call('POST', conversationsUrl(serviceUrl), {
        bot: { id: parties.bot },
        members: [{ id: parties.member }],
        tenantId: parties.tenantId,
        channelData: { tenant: { id: parties.tenantId } },
        isGroup: false,
      }),
    member: (of: Conversation, id: string, deadline?: number): Promise<Called> =>
      http.call('GET', `${conversationUrl(of)}/members/${encodeURIComponent(id)}`, undefined, deadline),
  };
}
export type Connector = ReturnType<typeof makeConnector>;

const conversationsUrl = (serviceUrl: string): string => `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;

const conversationUrl = ({ serviceUrl, conversationId }: Conversation): string =>
  `${conversationsUrl(serviceUrl)}/${encodeURIComponent(conversationId)}`;
