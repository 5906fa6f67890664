import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCourier } from './bot/courier';
import { makeServer } from './bot/http';
import { type Counting, Pace } from './bot/pace';
import { watchRoutes } from './bot/watch';
import { makeSender } from './bot/webhook/sender';
import { loadChats } from './chats';
import { clockAskedEvery, movedClock, realClock } from './clock';
import { BadSettings, type Config, environment, readConfig } from './config';
import { eventJson } from './exports/events-json';
import { eventOcsf } from './exports/events-ocsf';
import { makeHandle } from './handlers/handle';
import { makeRounds, roundsGoneEvery } from './handlers/rounds';
import { openKeys } from './keys';
import { type Logger, makeLog } from './log';
import { makeMetrics } from './metrics';
import { remembered } from './remembered';
import { bringUpToDate } from './schema-at-start';
import { beginSealing } from './seals';
import { connect, type Patience } from './store/database';
import { secretsAreThere } from './store/keyring';
import { missingMigrations } from './store/migrate';
import { openStore } from './store/open';
import { reachDatabase } from './store/reach';
import { notedIn } from './store/seal/noted';
import { inTransaction, onRounds } from './store/transaction';

/** How long a stop may take before the process ends anyway, in milliseconds. */
const patienceAtTheEnd = 10_000;
/** How long it waits for requests that came before it: no answer takes longer. Nobody looks any more whether one that came by half ever ends. */
const patienceForRequests = 5_000;

/**
 * How soon a moved clock and what is due are noticed, in milliseconds, whether the chats count what is written to them, and how long
 * the database may take.
 */
export interface Tempo {
  clock: number;
  rounds: number;
  chats: Counting;
  database: Patience;
}
/** As it is everywhere but in tests, which need not wait for a fake chat that counts nothing, and share two cores with other bots. */
const realTempo: Tempo = {
  clock: clockAskedEvery,
  rounds: roundsGoneEvery,
  chats: 'counted',
  database: 'answering',
};

/** A bot that is up. */
export interface Bot {
  port: number;
  /** Does at once whatever is due, as it does by itself every second. */
  goRound(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the bot: database, door, platforms, courier, one HTTP server. Resolves when it is ready. */
export async function startBot(config: Config, log: Logger, tempo: Tempo = realTempo): Promise<Bot> {
  // The platforms' packages take half a second to load; the database starts meanwhile.
  const reaching = reachDatabase(config.database, (sentence) => log.info(sentence));
  const makeChats = await loadChats(config);
  const reached = await reaching;
  const database = connect(reached.url, tempo.database);
  const clock = config.clockUrl ? await movedClock(config.clockUrl, tempo.clock) : realClock();
  await bringUpToDate(reached, config, log);
  // Beside everything else that starts on a host the first connection may take longer than anybody in a chat would wait.
  await inTransaction(database, (sql) => sql.raw('select 1'), onRounds);

  const vault = await openKeys(config, database, clock.now(), log);
  const noted = notedIn(config.auditHeadFile);
  const store = openStore(database, vault, config.adminEmails, noted, config.retention);
  // Whoever asks how we are must not take a connection from those who wait for an answer.
  const watching = connect(reached.url, tempo.database, 1);
  const { backlog, eventBacklog } = openStore(watching, vault, new Set()).ledger;
  const events = config.webhook && remembered(eventBacklog);
  const metrics = makeMetrics({ notices: remembered(backlog), events }, clock.now);
  if (vault.missing) metrics.trouble('keys-missing');

  const handle = makeHandle({
    store,
    now: clock.now,
    changed() {
      courier.wake();
      rounds.wake();
      chats.changed();
    },
    report: (trouble, incident, error) => {
      metrics.trouble(trouble);
      log.error({ incident, error }, trouble);
    },
  });

  const pace = new Pace(clock.now, () => performance.now(), tempo.chats);
  const chats = makeChats({ handle, store, pace, now: clock.now, log, due: () => rounds.wake() });
  const platforms = chats.all.map(({ platform }) => platform);
  const courier = makeCourier({
    ledger: store.ledger,
    platforms,
    pace,
    now: clock.now,
    log,
  });

  const rounds = makeRounds(
    {
      store,
      now: clock.now,
      changed: () => {
        courier.wake();
        chats.changed();
      },
      report: (duty, error) => log.error({ duty, error }, 'duty-failed'),
    },
    tempo.rounds,
  );

  const sender = config.webhook
    ? makeSender({
        ledger: store.ledger,
        to: config.webhook,
        bodyOf: { json: eventJson, ocsf: eventOcsf }[config.webhook.format],
        now: clock.now,
        log,
      })
    : undefined;

  const sealing = await beginSealing({ store, noted, now: clock.now, log });

  const troubles = remembered(async (): Promise<string[]> => {
    try {
      const found = (await missingMigrations(watching)).length > 0 ? ['migrations-missing'] : [];
      return !vault.missing && (await secretsAreThere(watching)) ? found : [...found, 'keys-missing'];
    } catch {
      return ['database-unreachable'];
    }
  });
  const server = makeServer(
    {
      ...chats.routes,
      ...watchRoutes({
        troubles,
        page: metrics.page,
        doubts: () => [
          ...(sealing.doubt() ? ['ledger-in-doubt'] : []),
          ...(sealing.strange() > 0 ? ['strange-seals'] : []),
        ],
      }),
    },
    (error, path) => log.error({ path, error }, 'request-failed'),
    metrics.answered,
  );

  await Promise.all(chats.all.map((chat) => chat.start()));
  await listen(server, config);
  courier.start();
  rounds.start();
  sealing.start();
  sender?.start();
  log.info({ host: config.host, port: config.port, platforms: platforms.map(({ name }) => name) }, 'ready');

  return {
    port: (server.address() as AddressInfo).port,
    goRound: rounds.once,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), patienceForRequests).unref();
      await Promise.all([closed, rounds.stop(), courier.stop(), ...chats.all.map((chat) => chat.stop())]);
      // What was done last is sealed too.
      await sealing.stop();
      await sender?.stop();
      clock.stop();
      await Promise.all([database.destroy(), watching.destroy()]);
      await reached.release();
    },
  };
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new BadSettings([`PORT: something else on this machine listens on port ${port} already.`]);
    throw error;
  }
}

async function main(): Promise<void> {
  let log = makeLog('info');
  try {
    const config = readConfig(environment(), 'platform');
    log = makeLog(config.logLevel);
    const bot = await startBot(config, log);

    // Last resort: whatever was not foreseen ends the process in a state that a restart mends.
    const end = async (code: number) => {
      setTimeout(() => process.exit(code || 1), patienceAtTheEnd).unref();
      await bot.stop();
      process.exit(code);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(0));
    for (const event of ['uncaughtException', 'unhandledRejection'] as const)
      process.once(event, (error) => {
        log.fatal({ error }, event);
        void end(1);
      });
  } catch (error) {
    if (error instanceof BadSettings) for (const problem of error.problems) console.error(problem);
    else {
      log.fatal({ error }, 'start-failed');
      if (isForPeople(error)) console.error(error.message);
    }
    process.exit(1);
  }
}

/** Errors of ours whose message is written for whoever starts the bot. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof Error &&
  ['EmbeddedDatabaseError', 'SlackRejected', 'HeadNotKept', 'RoleTooStrong'].includes(error.name);

if (require.main === module) void main();
