import { isDeepStrictEqual } from 'node:util';
import type { Figure } from '../support/people';
import { onSlack, onTeams } from '../support/somebody';
import type { Stage } from './stage';

/** A call of the bot as a platform wrote it down. */
export interface Call {
  platform: 'slack' | 'teams';
  at: number;
  /** The conversation it is about; of a call that is about none, its method. */
  place: string;
  does: 'post' | 'change' | 'other';
  /** Milliseconds for which the platform asked to be left alone. */
  retryAfter?: number;
  /** The platform said that there is no such conversation. */
  nowhere: boolean;
}

/** All calls of the bot, in the order in which they came. */
export function callsTo({ slack, teams }: Stage): Call[] {
  const ofSlack = slack.ledger.calls().map(({ at, method, body, answer }): Call => {
    const [headers, words] = answer?.kind === 'answered' ? [answer.headers, answer.body] : [{}, ''];
    return {
      platform: 'slack',
      at,
      place: String(body.channel ?? method),
      does: method === 'chat.postMessage' ? 'post' : method === 'chat.update' ? 'change' : 'other',
      ...waitIn(headers),
      nowhere: words.includes('channel_not_found'),
    };
  });
  // The roster is asked while somebody waits for an answer: that cannot wait for what was written to others.
  const carried = teams.ledger.entries.filter(({ kind }) => kind !== 'member');
  const ofTeams = carried.map(({ at, kind, path, headers, answer }): Call => {
    const place = /^\/v3\/conversations\/([^/]+)/.exec(path)?.[1];
    return {
      platform: 'teams',
      at,
      place: place ? decodeURIComponent(place) : kind,
      does: kind === 'send' ? 'post' : kind === 'update' ? 'change' : 'other',
      ...waitIn(headers ?? {}),
      nowhere: isDeepStrictEqual(answer, { error: { code: 'ConversationNotFound' } }),
    };
  });
  return [...ofSlack, ...ofTeams];
}

function waitIn(headers: Record<string, string>): { retryAfter?: number } {
  const wait = headers['retry-after'];
  return wait === undefined ? {} : { retryAfter: Number(wait) * 1000 };
}

/** Calls that came while their platform had asked to be left alone. Those of the very moment were on their way already. */
export function tooEarly(calls: Call[]): Call[] {
  const refusals = calls.filter(({ retryAfter }) => retryAfter !== undefined);
  return calls.filter((call) =>
    refusals.some(
      ({ platform, at, retryAfter = 0 }) =>
        platform === call.platform && call.at > at && call.at < at + retryAfter,
    ),
  );
}

/** The most calls that one place got within so many milliseconds. */
export function mostWithin(calls: Call[], milliseconds: number): number {
  const within = ({ place, at }: Call) =>
    calls.filter((one) => one.place === place && one.at >= at && one.at < at + milliseconds).length;
  return Math.max(0, ...calls.map(within));
}

/** What the bot has written to somebody, in both chats: the words of each message as it stands now. */
export function messagesTo({ slack, teams }: Stage, figure: Figure): string[] {
  return [
    ...(figure.slackId ? onSlack(slack, figure).messages() : []),
    ...(figure.teamsId ? onTeams(teams, figure).messages() : []),
  ];
}

/** The private chat of the bot with somebody, by the platform's own id. */
export function chatOf(
  { slack, teams }: Stage,
  { slackId, teamsId }: Figure,
  platform: Call['platform'],
): string {
  if (platform === 'teams') return teams.chat(teams.person(teamsId)).id;
  return slack.conversations(slackId).find(({ kind }) => kind === 'im')?.id ?? '';
}

/** What was written in the channels. */
export function inChannels({ slack, teams }: Stage): string[] {
  return [
    ...slack.ledger
      .calls('chat.postMessage')
      .filter(
        ({ body, answer }) =>
          body.channel === 'C0HELP' && answer?.kind === 'answered' && answer.body.includes('"ok":true'),
      )
      .map(({ body }) => String(body.text)),
    ...teams.channel.messages.map(({ text }) => text),
  ];
}
