import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { type Address, type Connection, connectionTo, OWNER } from './address';
import { type Cluster, passwordOf } from './cluster';
import { readPidFile } from './pid-file';

/** One lock for everybody who uses the server: shared while they do, alone for whoever wants to stop it. */
const LOCK = 7_305_011_800;

/** What came of trying to join a server. */
export type Joined =
  | { readonly kind: 'joined'; readonly presence: Presence }
  /** Somebody answers, but is only just starting or stopping. */
  | { readonly kind: 'busy'; readonly because: string }
  | { readonly kind: 'silent'; readonly because: string };

/** A session kept open as the sign that somebody uses the server. It does not keep the process alive. */
export interface Presence {
  readonly address: Address;
  readonly pid: number;
  /** Resolves when the session has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the session; the server goes on. */
  leave(): Promise<void>;
  /** Whether nobody else uses the server. If so nobody can join any more until this session ends. */
  alone(): Promise<boolean>;
}

/** A client with deadlines, so that a frozen server is an error and not a wait without end. */
function adminClient(connection: Connection, more: ClientConfig = {}): Client {
  const client = new Client({
    ...connection,
    ssl: false,
    application_name: 'embedded',
    connectionTimeoutMillis: 3_000,
    query_timeout: 15_000,
    ...more,
  });
  client.on('error', () => {});
  return client;
}

/** Joins the server that the pid file of the data directory speaks of, if it answers to our password. */
export async function joinServer(cluster: Cluster): Promise<Joined> {
  const file = readPidFile(cluster.directory);
  if (file === null) return { kind: 'silent', because: 'no server is running' };
  const socket = new Socket();
  const connection = connectionTo(file.address, await passwordOf(cluster), 'postgres');
  const client = adminClient(connection, { stream: () => socket });
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
  });
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as welcome', [LOCK]);
    if (rows[0]?.welcome !== true) {
      await client.end();
      return { kind: 'busy', because: 'it is being stopped by another program' };
    }
    await ensureDatabase(client);
  } catch (error) {
    socket.destroy();
    return refusedBecause(error as Error & { code?: string });
  }
  socket.unref();
  return { kind: 'joined', presence: presenceOf(client, socket, file.address, file.pid, ended) };
}

/** 57P03: cannot connect now (starting, stopping or recovering). 53300: too many clients. */
const refusedBecause = (error: Error & { code?: string }): Joined => ({
  kind: error.code === '57P03' || error.code === '53300' ? 'busy' : 'silent',
  because: error.message,
});

function presenceOf(
  client: Client,
  socket: Socket,
  address: Address,
  pid: number,
  ended: Promise<void>,
): Presence {
  return {
    address,
    pid,
    ended,
    async leave() {
      socket.ref();
      await client.end().catch(() => {});
    },
    async alone() {
      socket.ref();
      await client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
      const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [LOCK]);
      return rows[0]?.last === true && (await noOtherSession(client));
    },
  };
}

/** Sessions end a moment after their client has said goodbye; one that stays for a second is in use. */
async function noOtherSession(client: Client): Promise<boolean> {
  const others = `select count(*)::int as n from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  for (const end = Date.now() + 1_000; ; await delay(20)) {
    const { rows } = await client.query(others);
    if (rows[0]?.n === 0) return true;
    if (Date.now() > end) return false;
  }
}

/** Makes the bot's own database on the first start. 42P04 and 23505: another program was faster. */
async function ensureDatabase(client: Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [OWNER]);
  if (rows.length > 0) return;
  await client.query(`create database ${OWNER} strategy file_copy`).catch((error) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
