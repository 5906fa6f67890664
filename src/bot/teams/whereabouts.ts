import { type Locale, localeOf } from '../../core/words';
import { isPersonal, type Said, timeZoneOf } from './activity';

/** Where somebody was heard last, and in which language their client speaks. */
export interface Whereabouts {
  mri: string;
  serviceUrl: string;
  /** The last conversation of ours in which they were heard; from the compose box of other chats we hear, and have no place there. */
  conversationId?: string;
  /** The chat with this person alone, as far as it is known. */
  personal?: string;
  locale: Locale;
  /** Where their client is (IANA). */
  timeZone?: string;
}

/** The address that is stored for an account and comes back with every delivery to it. */
export interface Address {
  serviceUrl: string;
  conversationId: string | null;
  tenantId: string;
  mri: string;
  aadObjectId: string;
}

const mostRemembered = 20_000;

/**
 * The people heard since the program started, by Entra object id: the roster is asked by conversation and Teams id, which only an
 * activity tells. Nothing here is needed after a restart: whoever speaks is noted first, and addresses are stored with the account.
 */
export function makeWhereabouts(tenantId: string) {
  const people = new Map<string, Whereabouts>();
  const opened = new Map<string, { serviceUrl: string; conversationId: string }>();
  let serviceUrl: string | undefined;

  return {
    /**
     * Notes a verified activity; answers the address to store for its sender.
     * @param elsewhere it came from a chat in which we may have no place
     */
    note(said: Said, elsewhere = false): Address {
      const { user, from, conversation, locale } = said;
      const known = people.get(user);
      const personal = isPersonal(said) && !elsewhere ? conversation.id : known?.personal;
      const conversationId = elsewhere ? known?.conversationId : conversation.id;
      remember(people, user, {
        mri: from.id,
        serviceUrl: said.serviceUrl,
        ...(conversationId === undefined ? {} : { conversationId }),
        ...(personal === undefined ? {} : { personal }),
        locale: locale === undefined ? (known?.locale ?? 'en') : localeOf(locale),
        ...zoneOf(timeZoneOf(said) ?? known?.timeZone),
      });
      serviceUrl = said.serviceUrl;
      return {
        serviceUrl: said.serviceUrl,
        conversationId: personal ?? null,
        tenantId,
        mri: from.id,
        aadObjectId: user,
      };
    },
    /** A service URL is the tenant's, so any verified activity tells it. */
    noteTenant(url: string): void {
      serviceUrl = url;
    },
    /** Notes the private chat that was opened for somebody, so that the next message needs no new one. */
    notePersonal(user: string, chat: { serviceUrl: string; conversationId: string }): void {
      remember(opened, user, chat);
    },
    /** A private chat that shuts us out is not the one to try next: the next message asks for it anew. */
    forgetPersonal(user: string): void {
      opened.delete(user);
      const known = people.get(user);
      if (!known) return;
      const { personal: _, ...rest } = known;
      people.set(user, rest);
    },
    /** We are in a conversation no more: nobody is looked up or written to there. */
    forgetConversation(id: string): void {
      for (const [user, chat] of opened) if (chat.conversationId === id) opened.delete(user);
      for (const [user, { personal, conversationId, ...rest }] of people) {
        if (personal !== id && conversationId !== id) continue;
        people.set(user, {
          ...rest,
          ...(personal === undefined || personal === id ? {} : { personal }),
          ...(conversationId === undefined || conversationId === id ? {} : { conversationId }),
        });
      }
    },
    of: (user: string): Whereabouts | undefined => people.get(user),
    /** The private chat with somebody, where this program has seen or opened it. */
    personal(user: string): { serviceUrl: string; conversationId: string } | undefined {
      const known = people.get(user);
      return known?.personal === undefined
        ? opened.get(user)
        : { serviceUrl: known.serviceUrl, conversationId: known.personal };
    },
    /** The service URL last seen for the tenant. */
    serviceUrl: (): string | undefined => serviceUrl,
  };
}
export type AllWhereabouts = ReturnType<typeof makeWhereabouts>;

const zoneOf = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone });

/** Puts a value in as the youngest and lets the oldest go. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > mostRemembered) map.delete(map.keys().next().value as string);
}
