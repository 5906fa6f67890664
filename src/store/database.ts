import { createHash } from 'node:crypto';
import knex, { type Knex } from 'knex';

import PostgresClient = require('knex/lib/dialects/postgres/index.js');

import { types } from 'pg';

/** Days stay text: a `date` has no time zone and must not be given one. Counters fit a number. */
const plainDate = 1082;
const bigint = 20;
types.setTypeParser(plainDate, (text) => text);
types.setTypeParser(bigint, Number);

interface Statement {
  sql: string;
  bindings?: unknown[];
  options?: { name?: string };
}

const mostNames = 500;
const longestText = 6_000;

const names = new Map<string, string>();

/** One name for a text in the whole process: knex makes a client for each transaction without calling its constructor. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= mostNames) return known;
  const name = `k${createHash('sha1').update(sql).digest('base64url').slice(0, 20)}`;
  names.set(sql, name);
  return name;
}

/**
 * Prepares every statement on its connection: a claim is planned once, not each time, which about doubles its rate. Texts that
 * vary without end (long, or more than the limit) stay unnamed.
 */
class PreparedPostgres extends PostgresClient {
  override _query(connection: unknown, statement: Statement): Promise<unknown> {
    if (statement.bindings?.length && !statement.options?.name && statement.sql.length < longestText) {
      const name = nameOf(statement.sql);
      if (name) statement.options = { ...statement.options, name };
    }
    return super._query(connection, statement);
  }
}

/**
 * How patient a pool is, in milliseconds; `together`: with all tries of one work. `answering`: somebody waits in a chat, who gets an
 * answer within 3 s, and a frozen database must become a clear sentence in time; the client's own timeouts do that, because a server that
 * hangs enforces none. `unhurried`: one long transaction of a command at a terminal, or a bot that shares its machine with ten others.
 */
const patience = {
  answering: { query: 1_500, statement: 1_400, lock: 1_000, idle: 10_000, connect: 1_000, together: 2_200 },
  unhurried: {
    query: 600_000,
    statement: 600_000,
    lock: 10_000,
    idle: 600_000,
    connect: 5_000,
    together: 600_000,
  },
} as const;
export type Patience = keyof typeof patience;

/** How long all tries of one work over this pool may take together, in milliseconds. */
export const deadlineOf = (database: Knex): number => database.userParams.together;

/** A pool of connections to Postgres 15 or newer. */
export function connect(url: string, way: Patience, most = 10): Knex {
  const waits = patience[way];
  const pool = knex({
    client: PreparedPostgres,
    connection: {
      connectionString: url,
      application_name: `partner-benefits-bot ${way}`,
      query_timeout: waits.query,
      statement_timeout: waits.statement,
      lock_timeout: waits.lock,
      idle_in_transaction_session_timeout: waits.idle,
      connectionTimeoutMillis: waits.connect,
      keepAlive: true,
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: most, acquireTimeoutMillis: waits.connect },
    acquireConnectionTimeout: waits.connect,
    // A warning of knex may quote a statement; ours are counted, not printed.
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  });
  pool.userParams = { together: waits.together };
  return pool;
}
