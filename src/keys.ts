import type { Config } from './config';
import type { Logger } from './log';
import type { connect } from './store/database';
import { KeysMissing } from './store/keyring';
import { wrappingKeysFor } from './store/reach';
import { closedVault, openVault, type Vault } from './store/vault';

/** The vault; or a closed one, and a line in the log, where the bot cannot get at its keys: what is no key stays usable then. */
export async function openKeys(
  config: Pick<Config, 'wrappingKeys' | 'database'>,
  database: ReturnType<typeof connect>,
  now: Date,
  log?: Logger,
): Promise<Vault> {
  try {
    const wrapping = await wrappingKeysFor(config.wrappingKeys, config.database, database);
    return await openVault(database, wrapping, now);
  } catch (error) {
    if (!(error instanceof KeysMissing)) throw error;
    const { is: reason, ...number } = error.missing;
    log?.error({ reason, ...number, sentence: error.message }, 'keys-missing');
    return closedVault(error.missing);
  }
}
