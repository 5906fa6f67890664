import type { Slack } from '../../playground/slack';
import type { Teams } from '../../playground/teams/teams';

type SlackFault = Exclude<ReturnType<Parameters<Slack['faults']['every']>[0]>, undefined>;
type TeamsFault = Exclude<ReturnType<Teams['faults'][number]>, undefined>;

const teamsSays = (code: string) => ({ error: { code, message: 'No.' } });
const page = '<!DOCTYPE html><html><body>Something went wrong.</body></html>';
const html = { 'content-type': 'text/html' };
const seconds = (draw: Draw) => String(1 + Math.floor(draw() * 4));
type Draw = () => number;

/** The ways in which Slack fails, by what an operator would call them. */
const inSlack: Record<string, (draw: Draw) => SlackFault> = {
  'too many': (draw) => ({
    status: 429,
    headers: { 'retry-after': seconds(draw) },
    body: slackSays('ratelimited'),
  }),
  500: () => ({ status: 500, body: 'trouble' }),
  503: () => ({ status: 503, body: 'trouble' }),
  reset: () => 'reset',
  hang: () => 'hang',
  'a page with 200': () => ({ status: 200, headers: html, body: page }),
  'a page with 502': () => ({ status: 502, headers: html, body: page }),
  channel_not_found: () => ({ status: 200, body: slackSays('channel_not_found') }),
  is_archived: () => ({ status: 200, body: slackSays('is_archived') }),
};

/** The ways in which Teams fails. */
const inTeams: Record<string, (draw: Draw) => TeamsFault> = {
  'too many': (draw) => ({
    status: 429,
    headers: { 'retry-after': seconds(draw) },
    body: teamsSays('Throttled'),
  }),
  412: () => ({ status: 412, body: teamsSays('PreconditionFailed') }),
  502: () => ({ status: 502, body: teamsSays('ServiceError') }),
  504: () => ({ status: 504 }),
  reset: () => 'reset',
  hang: () => 'hang',
  'a page with 200': () => ({ status: 200, headers: html, body: page }),
  'a page with 502': () => ({ status: 502, headers: html, body: page }),
  '403 roster': () => ({ status: 403, body: teamsSays('BotNotInConversationRoster') }),
  '404 conversation': () => ({ status: 404, body: teamsSays('ConversationNotFound') }),
};

/** The ways in which the roster fails, which says who somebody is before anything is done for them. */
const ofRoster = {
  '403 members': { status: 403, body: teamsSays('BotNotInConversationRoster') },
  '503 members': { status: 503, body: teamsSays('ServiceError') },
} satisfies Record<string, TeamsFault>;

const forGood = new Set(['channel_not_found', 'is_archived', '403 roster', '404 conversation']);

const slackSays = (error: string) => ({ ok: false, error });

/** How much of what is said outward fails. */
const share = 0.3;
/**
 * Of messages that were taken, one in so many loses its answer. Neither platform knows a message that comes again, so each of these is a
 * double: this, and nothing else, is how many there are.
 */
const answersLost = 150;

/** Weather over both platforms: a share of all calls fails, by a seed, until it is calm. */
export class Weather {
  isCalm = false;
  calls = 0;
  /** Calls that nobody answers, until their caller gives up: each by where it went. */
  readonly hanging: string[] = [];
  /** How often each thing went wrong. */
  readonly struck = new Map<string, number>();
  /** Conversations in which a message was taken whose answer was lost. */
  readonly unanswered: string[] = [];
  /** Calls that nobody made fail, and that were given up all the same: this machine was too slow to answer. */
  late = 0;
  private taken = 0;
  private looks = 0;
  private readonly draw: Draw;

  constructor(slack: Slack, teams: Teams, seed: number) {
    this.draw = drawingFrom(seed);
    slack.faults.every(({ method, body }) =>
      this.onto<SlackFault>('slack', inSlack, {
        place: String(body.channel ?? body.users ?? body.email),
        isMessage: method === 'chat.postMessage',
        lost: 'lost',
      }),
    );
    teams.faults.push(({ operation, path, conversationId }) =>
      operation === 'member'
        ? this.onRoster()
        : this.onto<TeamsFault>('teams', inTeams, {
            place: conversationId ?? path,
            isMessage: operation === 'send',
            lost: { status: 504, accept: true },
          }),
    );
  }

  /** Whoever called gave up. */
  gaveUp(place: string): void {
    const at = this.hanging.indexOf(place);
    if (at >= 0) this.hanging.splice(at, 1);
    else this.late += 1;
  }

  private onto<Fault>(
    platform: string,
    ways: Record<string, (draw: Draw) => Fault>,
    { place, isMessage, lost }: { place: string; isMessage: boolean; lost: Fault },
  ): Fault | undefined {
    if (this.isCalm) return undefined;
    this.calls += 1;
    if (this.draw() < share) {
      const names = Object.keys(ways);
      const name = names.find((one) => !this.struck.has(`${platform}: ${one}`)) ?? this.oneOf(names);
      this.note(`${platform}: ${name}`);
      if (name === 'hang') this.hanging.push(place);
      return ways[name]?.(this.draw);
    }
    if (!isMessage) return undefined;
    this.taken += 1;
    if (this.taken % answersLost > 0) return undefined;
    this.note(`${platform}: answer lost`);
    this.unanswered.push(place);
    return lost;
  }

  /** Whoever speaks waits for the roster: it never hangs, but fails every third time, in both of its ways by turns. */
  private onRoster(): TeamsFault | undefined {
    if (this.isCalm) return undefined;
    this.calls += 1;
    this.looks += 1;
    if (this.looks % 3 !== 1) return undefined;
    const name = this.looks % 2 === 1 ? '403 members' : '503 members';
    this.note(`teams: ${name}`);
    return ofRoster[name];
  }

  /** One after the other until each has been; from then on what is for good comes a quarter as often as what passes: whoever is hit by it is not asked again before they speak. */
  private oneOf(names: string[]): string {
    const weighed = names.flatMap((name) => Array<string>(forGood.has(name) ? 1 : 4).fill(name));
    return weighed[Math.floor(this.draw() * weighed.length)] as string;
  }

  private note(what: string): void {
    this.struck.set(what, (this.struck.get(what) ?? 0) + 1);
  }

  /** Every way in which a call can fail. */
  static readonly ways = [
    ...Object.keys(inSlack).map((name) => `slack: ${name}`),
    ...[...Object.keys(inTeams), ...Object.keys(ofRoster)].map((name) => `teams: ${name}`),
  ];
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function drawingFrom(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
