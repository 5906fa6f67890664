import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import type { Retention } from './core/retention';
import { mayBeBlank, ours, type Settings, settings } from './settings';

/** Where the embedded database and everything else of this installation lives, below the folder the bot is started in. */
const dataFolder = '.data';

/** Settings as the bot uses them: parsed once, believed from then on. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  logLevel: string;
  /** `ownerUrl`: for migrations, as whoever owns the tables; `url` is then of a role that cannot rewrite the ledger. */
  database: { at: 'url'; url: string; ownerUrl?: string } | { at: 'embedded'; folder: string };
  /** Where the head of the ledger is kept outside the database. */
  auditHeadFile: string;
  /** `check`: a database that is not up to date stops the start instead of being migrated. */
  migrate: 'auto' | 'check';
  /** By number. Undefined: made at the first start and kept beside the embedded database. */
  wrappingKeys: ReadonlyMap<number, Buffer> | undefined;
  adminEmails: ReadonlySet<string>;
  /** For how many days what is no ledger is kept. */
  retention: Retention;
  clockUrl: string | undefined;
  slack: SlackSettings | undefined;
  teams: TeamsSettings | undefined;
  webhook: WebhookSettings | undefined;
}

/** Where the events of the ledger are sent. */
export interface WebhookSettings {
  url: string;
  secrets: Buffer[];
  /** Actions of the ledger, or families of them as `request.*`; none: all. */
  events: string[];
  format: 'json' | 'ocsf';
}

export type SlackSettings = {
  teamIds: string[];
  apiUrl?: string;
} & ({ botToken: string } | { oauth: { clientId: string; clientSecret: string; stateSecret: string } }) &
  ({ signingSecret: string } | { appToken: string });

export interface TeamsSettings {
  appId: string;
  appPassword: string;
  tenantId: string;
  emulatorUrl?: string;
}

/** Settings that cannot be used. Each problem names the setting and never its value. */
export class BadSettings extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'BadSettings';
  }
}

/** The environment with the settings of `.env` below it, where there is one. */
export function environment(env: NodeJS.ProcessEnv = process.env, file = '.env'): NodeJS.ProcessEnv {
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
}

/**
 * Reads all settings. `needs: 'platform'` for the bot, which must have somebody to talk to; `'database'` for commands.
 * Throws `BadSettings` with every problem at once.
 */
export function readConfig(env: NodeJS.ProcessEnv, needs: 'platform' | 'database'): Config {
  const problems: string[] = [];
  const read = readEach(env, problems);
  const production = env.NODE_ENV === 'production';

  const slack = slackOf(read, problems);
  const teams = teamsOf(read, problems);
  const webhook = webhookOf(read, problems);
  if (needs === 'platform' && !slack && !teams && problems.length === 0)
    problems.push(
      'Neither Slack nor Teams is set up: set SLACK_… or TEAMS_… (see the README), or start the playground with “npm start”.',
    );

  if (production) {
    if (!read.DATABASE_URL)
      tellMissing('DATABASE_URL', 'in production there is no embedded database.', problems);
    for (const name of ['CLOCK_URL', 'TEAMS_EMULATOR_URL'] as const)
      if (read[name]) problems.push(`${name} is for trying things out and not allowed in production.`);
  }
  if (read.DATABASE_URL && !read.KEY_ENCRYPTION_KEYS)
    tellMissing(
      'KEY_ENCRYPTION_KEYS',
      "it protects the product keys in the database. Make one with: node -p \"'1:' + crypto.randomBytes(32).toString('base64')\"",
      problems,
    );

  if (read.DATABASE_OWNER_URL && !read.DATABASE_URL)
    tellMissing('DATABASE_URL', 'DATABASE_OWNER_URL goes with it.', problems);

  if (problems.length > 0) throw new BadSettings(problems);
  return {
    production,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    database: read.DATABASE_URL
      ? {
          at: 'url',
          url: read.DATABASE_URL,
          ...(read.DATABASE_OWNER_URL && { ownerUrl: read.DATABASE_OWNER_URL }),
        }
      : { at: 'embedded', folder: dataFolder },
    auditHeadFile:
      read.AUDIT_HEAD_FILE ??
      join(dataFolder, read.DATABASE_URL ? 'audit-head.json' : 'audit-head-embedded.json'),
    migrate: read.MIGRATE === 'off' ? 'check' : 'auto',
    wrappingKeys: read.KEY_ENCRYPTION_KEYS,
    adminEmails: new Set(read.ADMIN_EMAILS.map((email) => email.toLowerCase())),
    retention: {
      answers: read.RETENTION_DAYS_ANSWERS,
      messages: read.RETENTION_DAYS_MESSAGES,
      leavers: read.RETENTION_DAYS_LEFT,
      requestTexts: read.RETENTION_DAYS_REQUEST_TEXT,
    },
    clockUrl: read.CLOCK_URL,
    slack,
    teams,
    webhook,
  };
}

function readEach(env: NodeJS.ProcessEnv, problems: string[]): Settings {
  for (const name of Object.keys(env))
    if (ours.test(name) && !(name in settings))
      problems.push(`${name} is not a setting of this bot. Is it misspelt?`);

  const read: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(settings)) {
    const value = env[name];
    const blank = value !== undefined && value.trim() === '';
    if (blank && !mayBeBlank.has(name)) {
      problems.push(`${name} is blank. Give it a value or leave it out.`);
      continue;
    }
    const parsed = (shape as z.ZodType).safeParse(
      blank && name === 'ADMIN_EMAILS' ? undefined : value?.trim(),
    );
    if (parsed.success) read[name] = parsed.data;
    else problems.push(`${name} ${parsed.error.issues[0]?.message ?? 'cannot be read'}.`);
  }
  return read as Settings;
}

function slackOf(read: Settings, problems: string[]): SlackSettings | undefined {
  const any = Object.keys(read).some(
    (name) => name.startsWith('SLACK_') && read[name as keyof Settings] !== undefined,
  );
  if (!any) return undefined;
  // With OAuth every workspace has a token of its own.
  const several = oauthNames.filter((name) => read[name] !== undefined);
  if (read.SLACK_BOT_TOKEN !== undefined && several.length > 0) {
    for (const name of several)
      problems.push(
        `${name} and SLACK_BOT_TOKEN exclude each other: a token for one workspace, or OAuth for several.`,
      );
    return undefined;
  }
  // Over the socket nothing is signed: it is we who open it.
  const door = read.SLACK_APP_TOKEN === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
  const tokens = several.length > 0 ? oauthNames : (['SLACK_BOT_TOKEN'] as const);
  const missing = together(read, [...tokens, door, 'SLACK_TEAM_IDS'], problems);
  if (missing) return undefined;
  return {
    teamIds: read.SLACK_TEAM_IDS as string[],
    ...(read.SLACK_API_URL && { apiUrl: read.SLACK_API_URL }),
    ...(several.length > 0
      ? {
          oauth: {
            clientId: read.SLACK_CLIENT_ID as string,
            clientSecret: read.SLACK_CLIENT_SECRET as string,
            stateSecret: read.SLACK_STATE_SECRET as string,
          },
        }
      : { botToken: read.SLACK_BOT_TOKEN as string }),
    ...(read.SLACK_APP_TOKEN
      ? { appToken: read.SLACK_APP_TOKEN }
      : { signingSecret: read.SLACK_SIGNING_SECRET as string }),
  };
}

const oauthNames = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

function teamsOf(read: Settings, problems: string[]): TeamsSettings | undefined {
  const any = Object.keys(read).some(
    (name) => name.startsWith('TEAMS_') && read[name as keyof Settings] !== undefined,
  );
  if (!any) return undefined;
  const missing = together(read, ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'], problems);
  if (missing) return undefined;
  return {
    appId: read.TEAMS_APP_ID as string,
    appPassword: read.TEAMS_APP_PASSWORD as string,
    tenantId: read.TEAMS_TENANT_ID as string,
    ...(read.TEAMS_EMULATOR_URL && { emulatorUrl: read.TEAMS_EMULATOR_URL }),
  };
}

function webhookOf(read: Settings, problems: string[]): WebhookSettings | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secrets, WEBHOOK_EVENTS: events, WEBHOOK_FORMAT: format } = read;
  if (!url && !secrets) return undefined;
  if (together(read, ['WEBHOOK_URL', 'WEBHOOK_SECRET'], problems)) return undefined;
  return { url: url as string, secrets: secrets as Buffer[], events, format };
}

function together(read: Settings, names: Array<keyof Settings>, problems: string[]): boolean {
  const missing = names.filter((name) => read[name] === undefined);
  for (const name of missing) tellMissing(name, `${names.join(', ')} go together.`, problems);
  return missing.length > 0;
}

/** A setting that is there and wrong was named already, and is not missing. */
function tellMissing(name: keyof Settings, why: string, problems: string[]): void {
  if (!problems.some((problem) => problem.startsWith(`${name} `)))
    problems.push(`${name} is missing: ${why}`);
}
