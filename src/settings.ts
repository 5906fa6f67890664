import { z } from 'zod';
import { leastRequestTexts, usualRetention } from './core/retention';

const commaList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .pipe(z.number().min(1, 'must be a port number').max(65_535, 'must be a port number'));
const days = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a number of days')
  .transform(Number);
const daysOfTexts = days.refine(
  (many) => many >= leastRequestTexts,
  `must be ${leastRequestTexts} days or more: what was said about a request is asked for later than it was decided`,
);
const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID')
  // Tokens and activities write them in small letters.
  .transform((text) => text.toLowerCase());

const isLoopback = (text: string): boolean => {
  try {
    const { protocol, hostname } = new URL(text);
    return /^https?:$/.test(protocol) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  } catch {
    return false;
  }
};
const loopbackUrl = z
  .string()
  .refine(isLoopback, 'must be an http address of this machine (127.0.0.1, localhost)');

const databaseUrl = z
  .string()
  .refine((url) => /^(postgres|postgresql|socket):/.test(url), 'must begin with postgres://');

/** The bot token travels to this address with every call: over TLS, or not beyond this machine. */
const apiUrl = z
  .string()
  .refine(
    (text) => isLoopback(text) || /^https:\/\/[^\s/]+/.test(text),
    'must be an https address, or one of this machine',
  );

/** Where events go: over TLS, or not beyond this machine. No name and no password in it, which logs of others would show. */
const webhookUrl = apiUrl.refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && url.username === '' && url.password === '';
}, 'must be an https address without a name or a password in it');

/** Secrets as Standard Webhooks 1.0 writes them: the first one signs, and so does the second one while they are exchanged. */
const webhookSecrets = z
  .string()
  .transform((text) =>
    text.split(',').map((part) => /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/.exec(part.trim())?.[1]),
  )
  .transform((parts, context) => {
    const secrets = parts.map((part) => Buffer.from(part ?? '', 'base64'));
    if (secrets.length > 2 || secrets.some(({ length }) => length < 24 || length > 64)) {
      context.addIssue({
        code: 'custom',
        message:
          'must be “whsec_<24 to 64 bytes in base64>”, or two of them with a comma while they are exchanged',
      });
      return z.NEVER;
    }
    return secrets;
  });

const webhookEvents = commaList.pipe(
  z.array(
    z.string().regex(/^[a-z]+\.(\*|[a-z-]+)$/, 'must be kinds of events, as “request.*,holding.ended”'),
  ),
);

const wrappingKeys = z
  .string()
  .transform((text) => text.split(',').map((part) => /^(\d{1,5}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part.trim())))
  .transform((parts, context) => {
    const keys = new Map<number, Buffer>();
    for (const part of parts) {
      const number = Number(part?.[1]);
      const key = Buffer.from(part?.[2] ?? '', 'base64');
      if (!part || key.length !== 32 || number < 1 || number > 65_535 || keys.has(number)) {
        context.addIssue({
          code: 'custom',
          message: 'must be “1:<32 bytes in base64>”, several separated by commas, each number once',
        });
        return z.NEVER;
      }
      keys.set(number, key);
    }
    return keys as ReadonlyMap<number, Buffer>;
  });

/** Every setting by its name. One that is missing here is unknown, and an unknown one of our prefixes stops the start. */
export const settings = {
  PORT: port.default(3978),
  HOST: z.string().default('0.0.0.0'),
  PLAYGROUND_PORT: port.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  AUDIT_HEAD_FILE: z.string().optional(),
  MIGRATE: z.enum(['on', 'off'], 'must be on or off').default('on'),
  KEY_ENCRYPTION_KEYS: wrappingKeys.optional(),
  ADMIN_EMAILS: commaList.default([]),
  RETENTION_DAYS_ANSWERS: days.default(usualRetention.answers),
  RETENTION_DAYS_MESSAGES: days.default(usualRetention.messages),
  RETENTION_DAYS_LEFT: days.optional(),
  RETENTION_DAYS_REQUEST_TEXT: daysOfTexts.optional(),
  CLOCK_URL: loopbackUrl.optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_TEAM_IDS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must begin with xapp-')
    .optional(),
  SLACK_API_URL: apiUrl.optional(),
  TEAMS_APP_ID: guid.optional(),
  TEAMS_APP_PASSWORD: z.string().optional(),
  TEAMS_TENANT_ID: guid.optional(),
  TEAMS_EMULATOR_URL: loopbackUrl.optional(),
  WEBHOOK_URL: webhookUrl.optional(),
  WEBHOOK_SECRET: webhookSecrets.optional(),
  WEBHOOK_EVENTS: webhookEvents.default([]),
  WEBHOOK_FORMAT: z.enum(['json', 'ocsf'], 'must be json or ocsf').default('json'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('info'),
};

/** What each setting is once it is read. */
export type Settings = { [K in keyof typeof settings]: z.output<(typeof settings)[K]> };

/** Names that would go unnoticed when misspelt: a start with one we do not know is stopped. */
export const ours = /^(SLACK|TEAMS|KEY|AUDIT|RETENTION|WEBHOOK)_/;
/** An empty list is a list: nobody may. */
export const mayBeBlank = new Set(['SLACK_TEAM_IDS', 'ADMIN_EMAILS']);
