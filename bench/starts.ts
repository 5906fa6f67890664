import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { atMost, type Effort, type Figure, type Line, median, shown } from './figure';
import { type RunningBot, slackSettings, startBot, startPlayground } from './programs';
import { startSlackStub } from './slack-stub';

const aims = { embedded: 3, postgres: 1.2, memory: 150 };

/** What `npm start` runs, once everything is installed and built. */
const script = 'scripts/start.mjs';

/** (e) From the start to the first yes of /readyz, and the memory a while later. Both platforms are set up. */
export const starts: Figure = {
  title: '(e) start to ready as npm start does it, both platforms set up; resident memory at rest',
  async run(effort, server) {
    const [times, rest] = effort === 'full' ? [7, 5_000] : [1, 100];
    const slack = await startSlackStub();
    const settings = {
      ...slackSettings(slack.url),
      TEAMS_APP_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
      TEAMS_APP_PASSWORD: 'bench-password',
      TEAMS_TENANT_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c0001',
      TEAMS_EMULATOR_URL: slack.url,
    };
    const folder = join(server.folder, 'start');
    mkdirSync(folder, { mode: 0o755 });
    const again = async (start: () => Promise<RunningBot>): Promise<{ ready: number[]; memory: number }> => {
      const ready: number[] = [];
      let memory = Number.NaN;
      for (let nth = 1; nth <= times; nth++) {
        const bot = await start();
        ready.push(bot.readyAfter / 1000);
        if (nth === times) {
          await delay(rest);
          memory = bot.memory();
        }
        await bot.stop();
      }
      return { ready, memory };
    };
    try {
      const first = await startBot(script, settings, folder);
      await first.stop();
      const embedded = await again(() => startBot(script, settings, folder));
      const url = await server.database();
      const postgres = await again(() => startBot(script, { ...settings, DATABASE_URL: url }, folder));
      return [
        {
          what: 'first start, the embedded database made',
          measured: `${shown(first.readyAfter / 1000)} s`,
        },
        atMost('second start, embedded database', median(embedded.ready), aims.embedded, ' s'),
        atMost('start on a Postgres that is there', median(postgres.ready), aims.postgres, ' s'),
        atMost('memory of the bot at rest, embedded database', embedded.memory, aims.memory, ' MB'),
        atMost('memory of the bot at rest, Postgres', postgres.memory, aims.memory, ' MB'),
        ...(await playground(join(server.folder, 'playground'), rest, effort)),
      ];
    } finally {
      slack.stop();
    }
  },
};

async function playground(folder: string, rest: number, effort: Effort): Promise<Line[]> {
  mkdirSync(folder, { mode: 0o755 });
  const first = await startPlayground(folder);
  if (effort === 'full') await first.stop();
  const second = effort === 'full' ? await startPlayground(folder) : first;
  await delay(rest);
  const memory = second.memory();
  await second.stop();
  return [
    {
      what: 'playground: first start with its sample, second start',
      measured: `${shown(first.readyAfter / 1000)} s, ${shown(second.readyAfter / 1000)} s`,
    },
    {
      what: 'playground: memory of the page and its fakes, of its bot',
      measured: `${shown(memory.page)} MB, ${shown(memory.bot)} MB`,
    },
  ];
}
