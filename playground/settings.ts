import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A start that cannot go on, in one sentence for whoever started it. */
export class CannotStart extends Error {}

/** Where the bot and the playground listen. Throws `CannotStart` for what is no port. */
export function portsOf(env: NodeJS.ProcessEnv): { bot: number; page: number } {
  const port = (name: string, usual: number): number => {
    const given = env[name]?.trim();
    const number = given === undefined ? usual : /^\d{1,5}$/.test(given) ? Number(given) : 0;
    if (number < 1 || number > 65_535)
      throw new CannotStart(`${name} must be a port number from 1 to 65535.`);
    return number;
  };
  const ports = { bot: port('PORT', 3978), page: port('PLAYGROUND_PORT', 3979) };
  if (ports.bot === ports.page)
    throw new CannotStart('PORT and PLAYGROUND_PORT must be two different ports.');
  return ports;
}

const Kept = z.object({
  slackToken: z.string(),
  slackSigningSecret: z.string(),
  teamsAppId: z.guid(),
  teamsPassword: z.string(),
  teamsTenant: z.guid(),
  /** The sample files that were imported already. */
  imported: z.array(z.string()),
  /** The app was added to everybody's Teams once. */
  installed: z.boolean(),
});

/** The secrets between the bot and its two made-up platforms, and how far the first start came. */
export type Kept = z.infer<typeof Kept>;

/** Reads what was kept, or makes it: secrets are drawn at random once. `keep` writes a change down. */
export function keptIn(file: string): { kept: Kept; keep(change: Partial<Kept>): void } {
  const kept: Kept = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : fresh();
  const keep = (change: Partial<Kept>) => {
    Object.assign(kept, change);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  if (!existsSync(file)) keep({});
  return { kept, keep };
}

const secret = (): string => randomBytes(24).toString('hex');

const fresh = (): Kept => ({
  slackToken: `xoxb-playground-${secret()}`,
  slackSigningSecret: secret(),
  teamsAppId: randomUUID(),
  teamsPassword: secret(),
  teamsTenant: randomUUID(),
  imported: [],
  installed: false,
});
