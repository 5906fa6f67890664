import { z } from 'zod';
import { localeOf } from '../../core/words';
import type { Standing } from '../../store/store';
import type { Directory } from '../directory';
import type { Connector } from './connector';
import type { Delivery } from './deliver';
import type { AllWhereabouts } from './whereabouts';

/** A little under what an answer may wait for the directory, so that a hanging call does not outlive its turn. */
const deadline = 1_000;

/**
 * A member as the roster shows one.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context (2026-11)
 */
const Member = z.object({
  name: z.string().trim().min(1).optional(),
  email: z.string().trim().min(3).optional().catch(undefined),
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
});

/**
 * Who somebody is, by the roster of the conversation in which they were heard last; of somebody who never spoke (a colleague who was
 * named), by the roster of their private chat with us, which exists when they have the app. A member is an ordinary user of the home
 * tenant; guests, anonymous people, other tenants' people and whoever the roster does not know are strangers. Throws when there is no
 * such chat, or the roster does not answer.
 */
export function makeDirectory(
  connector: Connector,
  whereabouts: AllWhereabouts,
  openChat: Delivery['openChat'],
): Directory {
  /** The roster to ask, and the id by which it knows somebody: each roster takes both ids, but only Entra's is known of everybody. */
  async function rosterFor(user: string) {
    const last = whereabouts.of(user);
    if (last?.conversationId !== undefined) {
      const of = { serviceUrl: last.serviceUrl, conversationId: last.conversationId };
      return { of, id: last.mri, locale: last.locale };
    }
    const of = whereabouts.personal(user) ?? (await openChat(user));
    if (!('conversationId' in of)) throw new Error('no chat with somebody who never spoke');
    return { of, id: user, locale: last?.locale ?? localeOf(undefined) };
  }

  return {
    async look(home, user): Promise<Standing> {
      if (!z.guid().safeParse(user).success)
        return { standing: 'stranger', locale: whereabouts.of(user)?.locale ?? localeOf(undefined) };
      const { of, id: known, locale } = await rosterFor(user);

      const found = await connector.member(of, known, deadline);
      if (!found.ok) {
        if (found.status === 404 || found.status === 403) return { standing: 'stranger', locale };
        throw new Error(`roster: ${found.code}`);
      }
      const member = Member.parse(found.body);
      const id = member.aadObjectId ?? member.objectId;
      const ordinary = member.userRole === undefined || member.userRole.toLowerCase() === 'user';
      const ours = same(member.tenantId, home) && (id === undefined || same(id, user));
      if (!ordinary || !ours || member.name === undefined) return { standing: 'stranger', locale };
      return {
        standing: 'member',
        name: member.name,
        ...(member.email === undefined ? {} : { email: member.email }),
        locale,
      };
    },
  };
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
