import type { Knex } from 'knex';
import { migrations } from '../../migrations';
import { type Role, restrict } from './role';
import { turns } from './turns';

/** The migrations as this build knows them. */
const source: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => migrations[name] as Knex.Migration,
};

const settings: Knex.MigratorConfig = { migrationSource: source, tableName: 'migrations' };

/**
 * Brings the schema up to date. Several bots may start at once: one migrates, the others wait for it. A migration that was
 * killed leaves no lock behind, because ours is the connection's own.
 *
 * @param role the role of the bot, where it is another than that of this connection: it is made, and given its rights anew
 */
export async function migrate(database: Knex, role?: Role): Promise<{ applied: string[] }> {
  return database.transaction(async (transaction) => {
    await transaction.raw('select pg_advisory_xact_lock(?)', [turns.migrating]);
    await database.migrate.forceFreeMigrationsLock(settings);
    const [, applied] = (await database.migrate.latest(settings)) as [number, string[]];
    if (role) await restrict(transaction, role);
    return { applied };
  });
}

/** Takes every migration back: for tests, which prove that each has a way down. */
export async function unmigrate(database: Knex): Promise<void> {
  await database.migrate.rollback(settings, true);
}

/** The migrations this build knows and the database lacks. Only looks: in a database without any, nothing is made. */
export async function missingMigrations(database: Knex): Promise<string[]> {
  const { rows } = await database.raw(`select to_regclass('migrations') is null as none`);
  if (rows[0].none) return Object.keys(migrations);
  const [, pending] = (await database.migrate.list(settings)) as [unknown, Array<string | { file: string }>];
  return pending.map((migration) => (typeof migration === 'string' ? migration : migration.file));
}
