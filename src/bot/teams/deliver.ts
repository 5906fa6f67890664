import { z } from 'zod';
import type { Card } from '../../core/card';
import type { Account, Posted } from '../../store/store';
import type { Pictures } from '../pictures/pictures';
import type { Call, Outcome } from '../platform';
import type { Connector, Conversation } from './connector';
import type { Called } from './connector-http';
import { calling, messageOf } from './message';
import type { Seal } from './seal';
import { globalServiceUrl } from './service-url';
import type { AllWhereabouts } from './whereabouts';

interface DeliveryConfig {
  appId: string;
  tenantId: string;
  connector: Connector;
  whereabouts: AllWhereabouts;
  /** Where a tenant is spoken to that has not spoken yet; Microsoft's global address unless an emulator is set. */
  firstServiceUrl?: string | undefined;
}

const StoredAddress = z.object({ serviceUrl: z.string(), conversationId: z.string().nullable() });
const StoredId = z.object({ mri: z.string() });
const PostedRef = z.object({ serviceUrl: z.string(), conversationId: z.string(), activityId: z.string() });
type Failed = Extract<Outcome, { sent: false }>;

/** The message that was to be changed is not there any more. */
const gone = 'ActivityNotFoundInConversation';

/** The chat is not there any more: its id is of no use, and another one may be opened. */
const dead = 'ConversationNotFound';

const Created = z.object({ id: z.string().min(1) });

/** Sends cards as messages and changes them later. Every answer of Teams becomes one of the three outcomes the courier knows. */
export function makeDelivery({ appId, tenantId, connector, whereabouts, firstServiceUrl }: DeliveryConfig) {
  const serviceUrl = () => whereabouts.serviceUrl() ?? firstServiceUrl ?? globalServiceUrl;

  /** Puts a message into a conversation that is there. */
  async function post(to: Conversation, message: object): Promise<Outcome> {
    const called = await connector.post(to, message);
    if (!called.ok) return failure(called);
    const created = Created.safeParse(called.body);
    // Sent, but without an id nothing can ever take its place: a redraw will say so.
    const activityId = created.data?.id ?? '';
    return { sent: true, posted: { platform: 'teams', ref: { ...to, activityId } } };
  }

  /** The private chat with an account: stored with it, seen or opened by this program, or opened now. */
  async function chatWith(account: Account): Promise<Conversation | Failed> {
    const stored = StoredAddress.safeParse(account.address).data;
    if (stored?.conversationId)
      return { serviceUrl: stored.serviceUrl, conversationId: stored.conversationId };
    const known = whereabouts.personal(account.user);
    if (known) return known;

    return openChat(account.user, stored?.serviceUrl);
  }

  /** The private chat with somebody of the tenant, by their Entra object id; Teams has one only for people who have the app. */
  async function openChat(user: string, at = serviceUrl()): Promise<Conversation | Failed> {
    const called = await connector.open(at, { bot: `28:${appId}`, tenantId, member: user });
    if (!called.ok) return failure(called);
    const created = Created.safeParse(called.body);
    if (!created.success) return { sent: false, tryAgain: false, reason: 'no_conversation_id' };
    const chat = { serviceUrl: at, conversationId: created.data.id };
    whereabouts.notePersonal(user, chat);
    return chat;
  }

  return {
    post,
    openChat,

    async deliver(account: Account, card: Card, pictures?: Pictures): Promise<Outcome> {
      // An account known from the people file alone has no home yet: there is one tenant it can be of.
      if (account.home !== null && account.home.toLowerCase() !== tenantId) {
        return { sent: false, tryAgain: false, reason: 'other_tenant' };
      }
      const chat = await chatWith(account);
      if (!('conversationId' in chat)) return chat;
      const message = messageOf(card, undefined, pictures);
      const outcome = await post(chat, message);
      if (outcome.sent || outcome.tryAgain) return outcome;
      whereabouts.forgetPersonal(account.user);
      if (outcome.reason !== dead) return outcome;
      const opened = await openChat(account.user, chat.serviceUrl);
      // Whether there is another chat may not be known just now: then it is asked again, and not before Teams lets us.
      if (!('conversationId' in opened)) return opened.tryAgain ? opened : outcome;
      return opened.conversationId === chat.conversationId ? outcome : post(opened, message);
    },

    async call({ account, name, channel, words }: Call): Promise<Outcome> {
      const id = StoredId.safeParse(account.address).data?.mri ?? account.user;
      return post({ serviceUrl: serviceUrl(), conversationId: channel }, calling({ id, name }, words));
    },

    async redraw(posted: Posted, card: Card, seal?: Seal, pictures?: Pictures): Promise<Outcome> {
      const ref = PostedRef.safeParse(posted.ref).data;
      if (!ref?.activityId) return { sent: false, tryAgain: false, gone: true, reason: 'no_message_id' };
      const { activityId, ...chat } = ref;
      const called = await connector.put(chat, activityId, {
        ...messageOf(card, seal, pictures),
        id: activityId,
      });
      if (called.ok) return { sent: true, posted };
      const failed = failure(called);
      return called.code === gone && !failed.tryAgain ? { ...failed, gone: true } : failed;
    },

    /** Any answer but "who are you?" from the roster says that the service is there and knows our token. */
    async check(): Promise<{ ok: true } | { ok: false; reason: string }> {
      const called = await connector.member(
        { serviceUrl: serviceUrl(), conversationId: 'a:none' },
        '29:none',
      );
      const known = called.ok || (called.status >= 400 && called.status < 500 && called.status !== 401);
      return known ? { ok: true } : { ok: false, reason: called.code };
    },
  };
}
export type Delivery = ReturnType<typeof makeDelivery>;

/**
 * What comes right by waiting: too many calls, a service in trouble, no answer, and a token that was refused (a new secret is on its
 * way, or the next token is good). Everything else is final: blocked, removed, gone, too large.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit and …/conversations/send-proactive-messages (2026-11)
 */
function failure({ status, code, after }: Extract<Called, { ok: false }>): Failed {
  const untrusted = code === 'untrusted_address';
  const passing = (status === 0 && !untrusted) || status >= 500 || [401, 408, 412, 429].includes(status);
  if (!passing) return { sent: false, tryAgain: false, reason: code };
  return { sent: false, tryAgain: true, ...(after === undefined ? {} : { after }), reason: code };
}
