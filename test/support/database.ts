import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Embedded, startEmbedded } from '../../src/store/embedded/start';
import { asBot } from '../../src/store/reach';
import { prepareTemplate } from './template';

/** A database of a test file's own, on the one server all test files of a run share. */
export interface TestDatabase {
  /** Fit for pg, knex and `DATABASE_URL`: of the role that the bot works with. An empty database has no other than its owner. */
  readonly url: string;
  /** As the owner of the server: may do everything, also what the bot must not. */
  readonly ownerUrl: string;
  /** Fit for `AUDIT_HEAD_FILE`. */
  readonly headFile: string;
  /** Removes the database, open sessions or not. Call it in `afterAll`, after closing your pools. */
  drop(): Promise<void>;
}

const TEMPLATE = 'migrated';
/** Whoever holds this lock makes the template; the others wait for it. */
const TEMPLATE_LOCK = 7_305_011_801;

/**
 * Makes a fresh database in some 20 ms, with the current schema or, for tests of the migrations themselves, empty.
 * The server starts with the first call of a run and goes when the run is over.
 */
export async function testDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const folder = process.env.TEST_RUN_FOLDER;
  if (folder === undefined)
    throw new Error('TEST_RUN_FOLDER is missing: test/support/before-all.ts did not run.');
  const server = await startEmbedded({ folder: join(folder, 'db'), durable: false });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    if (content === 'migrated') await ensureTemplate(server, admin);
    await admin.query(copyOf(content === 'migrated' ? TEMPLATE : 'template0', name));
  });
  const ownerUrl = urlFor(server, name);
  return {
    url: content === 'migrated' ? asBot(ownerUrl) : ownerUrl,
    ownerUrl,
    headFile: join(folder, `${name}-head.json`),
    async drop() {
      await asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await server.leave();
    },
  };
}

/** Copies files, which is several times faster than the default of writing each page to the log. */
const copyOf = (source: string, name: string): string =>
  `create database ${name} template ${source} strategy file_copy`;

/** Makes the template once in a run. It gets its name last, so that a half-made one is never copied. */
async function ensureTemplate(server: Embedded, admin: Client): Promise<void> {
  const ready = async () =>
    (await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE])).rows.length > 0;
  if (await ready()) return;
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await ready()) return;
    const draft = `${TEMPLATE}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(copyOf('template0', draft));
    await prepareTemplate(urlFor(server, draft));
    await admin.query(`alter database ${draft} rename to ${TEMPLATE}`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function asAdmin<T>(server: Embedded, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: urlFor(server, 'postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The address of another database on the same server. */
function urlFor(server: Embedded, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}
