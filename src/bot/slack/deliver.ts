import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Account } from '../../store/store';
import type { Outcome, Platform } from '../platform';
import { standingOf } from './directory';
import { codeOf, failureOf } from './failure';
import { isMember } from './text';
import { calling, type Message, messageOf } from './view';

/** A message of ours, as chat.update asks for it. */
const Ref = z.object({ channel: z.string(), ts: z.string() });
const Address = z.object({ channel: z.string() });

const mostRemembered = 10_000;

/**
 * Direct messages out to people. A card's keys and forms are never part of a message. Links are not unfolded: Slack would
 * fetch them (docs.slack.dev/messaging/unfurling-links-in-messages).
 */
export function slackPlatform(web: WebClient, homes: ReadonlySet<string>): Platform {
  const conversations = new Map<string, string>();

  return {
    name: 'slack',
    find: async (email) => {
      try {
        const { user } = await web.users.lookupByEmail({ email });
        const home = user?.team_id ?? '';
        if (!user?.id || !homes.has(home) || standingOf(user, home).standing !== 'member')
          return { is: 'nobody' };
        return { is: 'found', account: { platform: 'slack', home, user: user.id, address: null } };
      } catch (error) {
        const outcome = failureOf(error);
        return !outcome.sent && outcome.tryAgain
          ? {
              is: 'silent',
              reason: outcome.reason,
              ...(outcome.after !== undefined && { after: outcome.after }),
            }
          : { is: 'nobody' };
      }
    },
    deliver: (account, card) =>
      attempt(async () => {
        const known = knownConversation(account);
        if (known) {
          const outcome = await attempt(() => post(known, messageOf(card)));
          if (outcome.sent || outcome.reason !== 'channel_not_found') return outcome;
        }
        return post(await open(account), messageOf(card));
      }),
    redraw: (posted, card) =>
      attempt(async () => {
        const ref = Ref.safeParse(posted.ref);
        if (!ref.success) return { sent: false, tryAgain: false, gone: true, reason: 'unknown_ref' };
        await web.chat.update({ ...ref.data, ...messageOf(card) });
        return { sent: true, posted };
      }),
    // An id that is none, from a people file, would call nobody.
    call: ({ account: { user }, channel, words }) =>
      attempt(async () =>
        isMember(user)
          ? post(channel, calling(user, words))
          : { sent: false, tryAgain: false, reason: 'user_not_found' },
      ),
    check: async () => {
      try {
        await web.auth.test();
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: codeOf(error) };
      }
    },
  };

  function knownConversation({ home, user, address }: Account): string | undefined {
    return conversations.get(`${home}/${user}`) ?? Address.safeParse(address).data?.channel;
  }

  async function open({ home, user }: Account): Promise<string> {
    const { channel } = await web.conversations.open({ users: user });
    const id = channel?.id ?? user;
    if (conversations.size >= mostRemembered) conversations.clear();
    conversations.set(`${home}/${user}`, id);
    return id;
  }

  async function post(channel: string, message: Message): Promise<Outcome> {
    const { channel: posted, ts } = await web.chat.postMessage({
      channel,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { sent: true, posted: { platform: 'slack', ref: { channel: posted ?? channel, ts } } };
  }
}

async function attempt(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return failureOf(error);
  }
}
