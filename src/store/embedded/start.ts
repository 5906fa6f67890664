import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount, giveTo } from './account';
import { type Address, chooseAddress, connectionTo, OWNER, urlOf } from './address';
import { type Binaries, findBinaries } from './binaries';
import {
  type Cluster,
  checkOwner,
  create,
  exists,
  locate,
  ownerOf,
  passwordOf,
  removeDrafts,
} from './cluster';
import { disownStranger, holderOf, isServerOf } from './pid-file';
import { joinServer, type Presence } from './presence';
import { EmbeddedDatabaseError } from './refusal';
import { lastWords, launch, type Started, shutDown } from './server';

/** A running server of our own, and our share in it. */
export interface Embedded {
  /** The bot's database. Holds a password: never print it. */
  readonly url: string;
  /** The server's process, which changes when it had to be started anew. */
  readonly pid: number;
  /** The server's major version. */
  readonly major: number;
  /**
   * Gives up our share, and stops the server if nobody else uses it: no other `startEmbedded` in any process, and no
   * open session (so close your own pools first). Otherwise it goes on, and whoever is last stops it.
   */
  stop(): Promise<'stopped' | 'left running'>;
  /** Gives up our share and leaves the server alone. */
  leave(): Promise<void>;
}

/** How to start. */
export interface EmbeddedOptions {
  /** Where the data lives: `<folder>/pg-<major>`, its log in `server.log` there. Made when it is missing. */
  readonly folder: string;
  /** Told in a few words what takes time or went wrong; nothing by default. */
  readonly log?: (sentence: string) => void;
  /** Off for tests only: commits need not reach the disk. */
  readonly durable?: boolean;
  /** The server programs to choose from; by default what this machine has. */
  readonly binaries?: readonly Binaries[];
}

/** How long a start is tried again while it fails, and how long a server may take to recover, in milliseconds. */
const PATIENCE = 10_000;
const RECOVERY = 120_000;

/**
 * Starts the embedded database, or joins it where it is running already: left over from a killed process, or in use by
 * another one. Rejects with an `EmbeddedDatabaseError` that says in one sentence what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log = () => {}, durable = true } = options;
  const binaries = options.binaries ?? (await findBinaries());
  await makeFolder(resolve(options.folder));
  const cluster = locate(realpathSync(resolve(options.folder)), binaries, durable);
  checkOwner(cluster);
  if (!exists(cluster)) {
    log('Making the embedded database …');
    await create(cluster, await accountOf(cluster));
  }
  await removeDrafts(cluster);
  return share(cluster, await open(cluster), log);
}

/** Makes the folder as its surroundings are: by root in somebody's home, it is theirs. */
async function makeFolder(folder: string): Promise<void> {
  const made = mkdirSync(folder, { recursive: true });
  if (made === undefined) return;
  const { uid, gid } = statSync(dirname(made));
  await giveTo({ kind: 'user', uid, gid }, made);
}

/**
 * Tries to join; where nobody answers, starts a server and tries again. Two who do this at once both start one, and
 * Postgres' own lock on the data directory lets one of them live.
 * @param usual where the server listened before, so that addresses already given away stay true
 */
async function open(cluster: Cluster, usual?: Address): Promise<Presence> {
  const begin = Date.now();
  let patience = begin + PATIENCE;
  let started: Started | null = null;
  let address = usual;
  for (;;) {
    const joined = await joinServer(cluster);
    if (joined.kind === 'joined') return joined.presence;
    if (joined.kind === 'busy') patience = Math.min(Date.now() + PATIENCE, begin + RECOVERY);
    if (Date.now() > patience) throw noStart(cluster, joined.because);
    if (started === null && !isHeld(cluster)) {
      disownStranger(cluster.directory);
      started = await begun(cluster, address ?? (await chooseAddress(cluster.directory)));
      address = undefined;
      void started.ended.then(() => {
        started = null;
      });
    }
    await delay(20);
  }
}

/** Whether a server of this directory lives, so that to start another would be in vain. */
function isHeld(cluster: Cluster): boolean {
  const holder = holderOf(cluster.directory);
  return holder !== null && isServerOf(cluster.directory, holder);
}

async function begun(cluster: Cluster, address: Address): Promise<Started> {
  const account = await accountOf(cluster);
  await giveTo(account, cluster.directory);
  return launch(cluster, account, address);
}

const accountOf = (cluster: Cluster) => chooseAccount(cluster.binaries, cluster.folder, ownerOf(cluster));

function noStart(cluster: Cluster, because: string): EmbeddedDatabaseError {
  const words = lastWords(cluster);
  return new EmbeddedDatabaseError(
    'did-not-start',
    `The embedded database in ${cluster.directory} did not start (${because}${words === '' ? '' : `; its log ends: ${words}`}).`,
  );
}

/** Watches over the server while we use it: should it die, it is started again. */
async function share(cluster: Cluster, first: Presence, log: (sentence: string) => void): Promise<Embedded> {
  const url = urlOf(connectionTo(first.address, await passwordOf(cluster), OWNER));
  let presence = first;
  let over = false;
  const watch = async (): Promise<void> => {
    await presence.ended;
    for (let complaint = ''; !over; ) {
      try {
        const before = presence.pid;
        presence = await open(cluster, presence.address);
        if (presence.pid !== before) log('The embedded database was gone and has been started again.');
        return over ? presence.leave() : watch();
      } catch (error) {
        if ((error as Error).message !== complaint) log((error as Error).message);
        complaint = (error as Error).message;
        await delay(1_000, undefined, { ref: false });
      }
    }
  };
  void watch();

  const leave = async (): Promise<void> => {
    over = true;
    await presence.leave();
  };
  return {
    url,
    get pid() {
      return presence.pid;
    },
    major: cluster.binaries.major,
    leave,
    async stop() {
      over = true;
      const alone = await presence.alone().catch(() => false);
      if (alone) await shutDown(cluster, presence.pid);
      await presence.leave();
      return alone ? 'stopped' : 'left running';
    },
  };
}
