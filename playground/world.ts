import { EventEmitter } from 'node:events';
import type { Member } from './company';
import type { Kept } from './settings';
import { createSlack, type Slack } from './slack';
import type { Memory } from './teams/memory';
import type { Teams } from './teams/teams';
import { createTeams } from './teams/tenant';

export type BotState = 'starting' | 'ready' | 'restarting';

/** One company with its Slack, its Teams and its clock: everything the page shows and moves. */
export type World = {
  readonly company: Member[];
  readonly benefits: string[];
  readonly slack: Slack;
  readonly teams: Teams;
  /** How far the visitor moved the clock, in milliseconds; never negative. */
  offset: number;
  bot: BotState;
  /** What each person has seen: by person and conversation the time of the last message. */
  readonly seen: Map<string, string>;
  /** Tells everybody who listens that something changed. */
  changed(): void;
  onChange(listener: () => void): () => void;
};

/** Beyond this many entries the Slack's ledger is emptied: a playground may run for weeks. */
const mostEntries = 2_000;

/** Makes the world; nothing runs until its two platforms are served and the bot is there. */
export function makeWorld(given: {
  company: Member[];
  benefits: string[];
  kept: Kept;
  origin: string;
  botOrigin: string;
  memory?: Memory | undefined;
  offset?: number;
}): World {
  const { company, benefits, kept, origin, botOrigin } = given;
  const emitter = new EventEmitter().setMaxListeners(0);
  const now = () => Date.now() + world.offset;
  const slack = createSlack({
    botUrl: `${botOrigin}/slack/events`,
    baseUrl: origin,
    signingSecret: kept.slackSigningSecret,
    botToken: kept.slackToken,
    teamId: 'T0CONTOSO',
    teamName: 'Contoso',
    people: company.flatMap((member) => member.slack ?? []),
    now: () => now(),
  });
  const teams = createTeams({
    botUrl: `${botOrigin}/api/messages`,
    baseUrl: origin,
    appId: kept.teamsAppId,
    tenantId: kept.teamsTenant,
    botName: 'Benefits',
    people: company.flatMap((member) => member.teams ?? []),
    now: () => now(),
    ...(given.memory ? { memory: given.memory } : {}),
  });
  const world: World = {
    company,
    benefits,
    slack,
    teams,
    offset: given.offset ?? 0,
    bot: 'starting',
    seen: new Map(),
    changed: () => emitter.emit('change'),
    onChange(listener) {
      emitter.on('change', listener);
      return () => emitter.off('change', listener);
    },
  };
  slack.onChange(() => {
    if (slack.ledger.entries.length > mostEntries) slack.ledger.clear();
    world.changed();
  });
  teams.onChange(() => world.changed());
  return world;
}
