import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBot } from './bot-process';
import { benefitsIn, companyIn } from './company';
import { importsOf, runBenefits, settingsOfBenefits } from './first-start';
import { makeServer } from './http/server';
import { seenKey } from './http/sight';
import { keepMemory, readMemory, recall } from './memory';
import { dataFolder, projectFolder } from './place';
import { CannotStart, type Kept, keptIn, portsOf } from './settings';
import { makeWorld, type World } from './world';

/** Starts the playground: both platforms and the page on one port, the bot beside them; prints the address when all is ready. */
async function main(): Promise<void> {
  const ports = portsOf(process.env);
  const project = projectFolder();
  const sample = join(project, 'playground', 'sample');
  const origin = `http://127.0.0.1:${ports.page}`;
  const botOrigin = `http://127.0.0.1:${ports.bot}`;
  const { kept, keep } = keptIn(join(dataFolder, 'playground.json'));
  const memory = readMemory(join(dataFolder, 'chats.json'));
  const world = makeWorld({
    company: companyIn(sample),
    benefits: benefitsIn(sample),
    kept,
    origin,
    botOrigin,
    memory: memory?.teams,
    offset: memory?.offset ?? 0,
  });
  if (memory) recall(world, memory);

  await freePort(ports.bot, 'PORT');
  const server = makeServer(() => world, project);
  await listen(server, ports.page, 'PLAYGROUND_PORT');
  const chats = keepMemory(world, join(dataFolder, 'chats.json'));

  if (!existsSync(join(dataFolder, 'chats.json')))
    console.log('Starting the bot; the first time it makes its database, which takes a few seconds …');
  const bot = startBot({
    program: join(project, 'dist', 'src', 'main.js'),
    env: { ...process.env, ...settingsOf(kept, world, ports.bot, origin) },
    folder: dataFolder,
    origin: botOrigin,
    onState(state) {
      world.bot = state;
      world.changed();
    },
    onTrouble: (sentence) => console.error(sentence),
  });
  endings.push(
    () => bot.stop(),
    async () => {
      server.close();
      server.closeAllConnections();
      chats.flush();
    },
  );
  await bot.ready.catch((error: Error) => {
    throw new CannotStart(error.message);
  });

  await furnish(world, kept, keep, {
    sample,
    program: join(project, 'dist', 'src', 'cli.js'),
  });
  console.log(`Ready: ${origin}`);
}

/** What the bot is told; everything else it finds out by itself. */
function settingsOf(kept: Kept, world: World, port: number, origin: string): NodeJS.ProcessEnv {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    SLACK_BOT_TOKEN: kept.slackToken,
    SLACK_SIGNING_SECRET: kept.slackSigningSecret,
    SLACK_TEAM_IDS: world.slack.team.id,
    SLACK_API_URL: `${origin}/api/`,
    TEAMS_APP_ID: kept.teamsAppId,
    TEAMS_APP_PASSWORD: kept.teamsPassword,
    TEAMS_TENANT_ID: kept.teamsTenant,
    TEAMS_EMULATOR_URL: origin,
    CLOCK_URL: `${origin}/clock`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}

/** On the first start the sample comes in, and the app is added to everybody's Teams as an admin of a tenant would. */
async function furnish(
  world: World,
  kept: Kept,
  keep: (change: Partial<Kept>) => void,
  { sample, program }: { sample: string; program: string },
): Promise<void> {
  for (const { name, args } of importsOf(sample, dataFolder, Date.now())) {
    if (kept.imported.includes(name)) continue;
    console.log(`Importing the sample ${name} …`);
    await runBenefits(program, args, process.env);
    keep({ imported: [...kept.imported, name] });
  }
  if (!kept.imported.includes('settings')) {
    console.log('Setting what an admin would set …');
    await Promise.all(
      settingsOfBenefits.map((args) => runBenefits(program, args, process.env, 'complaints')),
    );
    keep({ imported: [...kept.imported, 'settings'] });
  }
  if (kept.installed) return;
  for (const person of world.teams.people) {
    await world.teams.install(person);
    // Everybody has read their welcome; what is unread from now on is news.
    const chat = world.teams.chat(person);
    world.seen.set(seenKey(person.email, 'teams', chat.id), chat.messages.at(-1)?.id ?? '0');
  }
  world.changed();
  keep({ installed: true });
}

/** What has to be done before this process ends, in order. */
const endings: (() => Promise<unknown>)[] = [];
let ending = false;

/** Ends everything, once: on a signal, when whoever started us is gone, or when the start failed. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const step of endings) await step();
  process.exit(code);
}

async function listen(server: Server, port: number, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(
              `${name}: something else on this machine listens on port ${port} already. End it, or set ${name} to another port.`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Tries a port before it is given to the bot, whose own words would come late. */
async function freePort(port: number, name: string): Promise<void> {
  const giveUpAt = Date.now() + patienceForAPort;
  for (;;) {
    const probe = createServer();
    try {
      await listen(probe, port, name);
      await new Promise((resolve) => probe.close(resolve));
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(100);
    }
  }
}

/** A bot of a moment ago may still be on its way out; milliseconds. */
const patienceForAPort = 2_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
process.on('disconnect', () => void end(0));
main().catch((error: unknown) => {
  if (ending) return;
  console.error(error instanceof CannotStart ? error.message : error);
  void end(1);
});
