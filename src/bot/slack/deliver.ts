import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Account } from '../../store/store';
import type { Found, Outcome, Platform } from '../platform';
import { standingOf } from './directory';
import { codeOf, failureOf } from './failure';
import { isMember } from './text';
import { calling, type Message, messageOf } from './view';
import type { Workspaces } from './workspaces';

/** A message of ours, as chat.update asks for it. */
const Ref = z.object({ channel: z.string(), ts: z.string(), team: z.string().optional() });
const Address = z.object({ channel: z.string() });

const mostRemembered = 10_000;

/**
 * Direct messages out to people. A card's keys and forms are never part of a message. Links are not unfolded: Slack would
 * fetch them (docs.slack.dev/messaging/unfurling-links-in-messages).
 */
export function slackPlatform(workspaces: Workspaces, homes: ReadonlySet<string>, several = false): Platform {
  const conversations = new Map<string, string>();

  return {
    name: 'slack',
    find: async (email) => {
      for (const home of several ? await workspaces.homes() : [null]) {
        const found = await lookFor(email, home);
        if (found.is !== 'nobody') return found;
      }
      return { is: 'nobody' };
    },
    deliver: (account, card) =>
      inWorkspace(account.home, async (web) => {
        const known = knownConversation(account);
        if (known) {
          const outcome = await attempt(() => post(web, account.home, known, messageOf(card)));
          if (outcome.sent || outcome.reason !== 'channel_not_found') return outcome;
        }
        return post(web, account.home, await open(web, account), messageOf(card));
      }),
    redraw: async (posted, card) => {
      const ref = Ref.safeParse(posted.ref);
      if (!ref.success) return { sent: false, tryAgain: false, gone: true, reason: 'unknown_ref' };
      const { team, ...message } = ref.data;
      return inWorkspace(team ?? null, async (web) => {
        await web.chat.update({ ...message, ...messageOf(card) });
        return { sent: true, posted };
      });
    },
    // An id that is none, from a people file, would call nobody.
    call: ({ account: { home, user }, channel, words }) =>
      inWorkspace(home, async (web) =>
        isMember(user)
          ? post(web, home, channel, calling(user, words))
          : { sent: false, tryAgain: false, reason: 'user_not_found' },
      ),
    check: async () => {
      try {
        const installed = several ? await workspaces.homes() : [null];
        if (installed.length === 0) return { ok: false, reason: 'not_installed' };
        for (const home of installed) await (await workspaces.of(home))?.web.auth.test();
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: codeOf(error) };
      }
    },
  };

  function knownConversation({ home, user, address }: Account): string | undefined {
    return conversations.get(`${home}/${user}`) ?? Address.safeParse(address).data?.channel;
  }

  /** By the token of this very workspace. Where we are not installed nothing can be said, until we are again. */
  function inWorkspace(home: string | null, run: (web: WebClient) => Promise<Outcome>): Promise<Outcome> {
    return attempt(async () => {
      const workspace = await workspaces.of(home);
      return workspace ? run(workspace.web) : { sent: false, tryAgain: false, reason: 'not_installed' };
    });
  }

  async function lookFor(email: string, workspace: string | null): Promise<Found> {
    try {
      const there = await workspaces.of(workspace);
      if (!there) return { is: 'nobody' };
      const { user } = await there.web.users.lookupByEmail({ email });
      const home = workspace ?? user?.team_id ?? '';
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
  }

  async function open(web: WebClient, { home, user }: Account): Promise<string> {
    const { channel } = await web.conversations.open({ users: user });
    const id = channel?.id ?? user;
    if (conversations.size >= mostRemembered) conversations.clear();
    conversations.set(`${home}/${user}`, id);
    return id;
  }

  async function post(
    web: WebClient,
    home: string | null,
    channel: string,
    message: Message,
  ): Promise<Outcome> {
    const { channel: posted, ts } = await web.chat.postMessage({
      channel,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    // Of several workspaces the right one has to be found again.
    const team = several && home ? { team: home } : {};
    return { sent: true, posted: { platform: 'slack', ref: { channel: posted ?? channel, ts, ...team } } };
  }
}

async function attempt(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return failureOf(error);
  }
}
