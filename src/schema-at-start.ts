import { BadSettings, type Config } from './config';
import type { Logger } from './log';
import { migrateReached, missingIn, type Reached } from './store/reach';

/**
 * Brings the schema up to date where this program may, and makes sure that it is. A role that cannot migrate need not, where somebody
 * else did.
 *
 * @throws BadSettings when migrations are missing and none are to be made here
 */
export async function bringUpToDate(reached: Reached, config: Config, log: Logger): Promise<void> {
  if (config.migrate === 'auto' && (ownsTables(config) || (await missingIn(reached)).length > 0)) {
    const { applied } = await migrateReached(reached);
    if (applied.length > 0) log.info({ applied }, 'database-migrated');
  }
  const missing = await missingIn(reached);
  if (missing.length > 0)
    throw new BadSettings([
      `The database lacks ${missing.length} migrations, and MIGRATE is off. Run: npm run benefits -- migrate`,
    ]);
}

/** Whether the start may migrate by itself: as the owner of the settings, or of the embedded database. */
const ownsTables = ({ database }: Config): boolean =>
  database.at === 'embedded' || database.ownerUrl !== undefined;
