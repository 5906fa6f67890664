import type { Member } from '../company';
import { hasLeft } from '../leaving';
import type { World } from '../world';
import { mostShown, slackMessage, slackView } from './slack-side';

/** What one person sees on both sides, and what the page shows around it. Messages stand apart, by conversation and id. */
export type Sight = { state: Record<string, unknown>; messages: Map<string, unknown> };

export type Side = 'slack' | 'teams';

/** The messages of the bot that a person has not had on the screen yet, oldest first. */
type Unread = { conversation: string; id: string; text: string; at: number };

export const seenKey = (person: string, side: Side, conversation: string): string =>
  `${person} ${side} ${conversation}`;

/** Everything the page draws for this person. */
export function sightOf(world: World, member: Member): Sight {
  const messages = new Map<string, unknown>();
  return {
    state: {
      me: member.key,
      people: world.company.map((one) => personRow(world, one)),
      bot: { name: world.slack.app.name, state: world.bot },
      offset: world.offset,
      benefits: world.benefits,
      slack: slackSight(world, member, messages),
      teams: teamsSight(world, member, messages),
    },
    messages,
  };
}

function personRow(world: World, member: Member) {
  const unread = { slack: unreadInSlack(world, member), teams: unreadInTeams(world, member) };
  const latest = (['slack', 'teams'] as const)
    .flatMap((side) => unread[side].map((one) => ({ side, ...one })))
    .sort((a, b) => b.at - a.at)[0];
  return {
    key: member.key,
    name: member.name,
    role: member.role,
    left: hasLeft(world, member),
    sides: (['slack', 'teams'] as const).filter((side) => member[side]),
    unread: { slack: unread.slack.length, teams: unread.teams.length },
    // By this a field says who is chosen in it from the beginning.
    ...(member.slack && { slackId: member.slack.id }),
    ...(latest ? { latest } : {}),
  };
}

function slackSight(world: World, member: Member, messages: Map<string, unknown>) {
  const { slack } = world;
  const user = member.slack?.id;
  if (!user) return null;
  const unread = unreadInSlack(world, member);
  return {
    team: slack.team.name,
    handle: slack.app.name.toLowerCase(),
    conversations: slack.conversations(user).map(({ id, kind, title, messages: all }) => {
      const shown = all.slice(-mostShown);
      for (const message of shown)
        messages.set(`slack ${id} ${message.ts}`, slackMessage(slack, user, message));
      return {
        id,
        kind,
        title,
        unread: unread.filter(({ conversation }) => conversation === id).length,
        ids: shown.map(({ ts }) => ts),
      };
    }),
    views: slack.views(user).map((view) => slackView(slack, view)),
    home: homeOf(slack, user),
  };
}

function homeOf(slack: World['slack'], user: string) {
  const view = slack.home(user);
  return view ? slackView(slack, view) : null;
}

function teamsSight(world: World, member: Member, messages: Map<string, unknown>) {
  const { teams } = world;
  if (!member.teams) return null;
  const person = teams.person(member.key);
  const unread = unreadInTeams(world, member);
  return {
    team: 'Contoso',
    conversations: teams
      .conversations(person)
      .map(({ id, kind, name, botIsTyping, messages: all }) => {
        const shown = all.filter(({ deleted }) => !deleted).slice(-mostShown);
        for (const message of shown)
          messages.set(`teams ${id} ${message.id}`, {
            id: message.id,
            at: message.at,
            author: message.fromName,
            bot: message.from === 'bot',
            mine: message.mine,
            edited: message.edited,
            // A pressed button names its message too, and says nothing in reply to it.
            ...(message.mine && message.text !== '' && { replyTo: message.replyToId }),
            notice: message.notification,
            text: message.text,
            cards: message.cards,
            ...(message.file && { file: message.file }),
            problem: message.problem,
            refreshDue: message.refreshDue,
          });
        return {
          id,
          kind,
          title: kind === 'personal' ? teams.botName : name,
          typing: botIsTyping,
          unread: unread.filter(({ conversation }) => conversation === id).length,
          ids: shown.map((message) => message.id),
        };
      })
      .sort((a, b) => Number(b.kind === 'personal') - Number(a.kind === 'personal')),
    dialog: teams.dialog(person) ?? null,
    toasts: teams.toasts(person).slice(-5),
  };
}

function unreadInSlack(world: World, member: Member): Unread[] {
  const user = member.slack?.id;
  if (!user) return [];
  return world.slack
    .conversations(user)
    .filter(({ kind }) => kind === 'im')
    .flatMap(({ id, messages }) => {
      const last = Number(world.seen.get(seenKey(member.key, 'slack', id)) ?? 0);
      return messages
        .filter(({ ts, fromBot }) => fromBot && Number(ts) > last)
        .map(({ ts, at, text, reading }) => ({ conversation: id, id: ts, text: text || reading, at }));
    });
}

function unreadInTeams(world: World, member: Member): Unread[] {
  if (!member.teams) return [];
  return world.teams
    .conversations(world.teams.person(member.key))
    .filter(({ kind }) => kind === 'personal')
    .flatMap(({ id, messages }) => {
      const last = Number(world.seen.get(seenKey(member.key, 'teams', id)) ?? 0);
      return messages
        .filter((message) => message.from === 'bot' && !message.deleted && Number(message.id) > last)
        .map((message) => ({
          conversation: id,
          id: message.id,
          text: message.notification,
          at: message.at,
        }));
    });
}
