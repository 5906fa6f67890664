import type { Knex } from 'knex';
import * as people from './20261101090000_people';
import * as catalogue from './20261101090100_catalogue';
import * as ledger from './20261101090200_ledger';
import * as life from './20261122090000_life';
import * as approvals from './20261128090000_approvals';
import * as seals from './20261129100000_seals';
import * as answers from './20261129110000_answers';
import * as forgetting from './20261129121000_forgetting';
import * as differences from './20261129130000_differences';
import * as heldFiles from './20261129130100_held_files';
import * as prices from './20261129140000_prices';
import * as webhook from './20261129140100_webhook';
import * as homes from './20261129150000_homes';
import * as installations from './20261129150100_installations';
import * as outdated from './20261129170000_outdated';
import * as meanings from './20261129180000_meanings';
import * as rotations from './20261129180100_rotations';
import * as requestTexts from './20261129180200_request_texts';
import * as wordsFound from './20261129190000_words_found';
import * as digestsFound from './20261129190100_digests_found';
import * as homesRedrawn from './20261129190200_homes_redrawn';
import * as forgettingRefused from './20261129200000_forgetting_refused';
import * as waysBack from './20261129200100_ways_back';
import * as whatFitsTheLedger from './20261129200200_what_fits_the_ledger';

/** Every migration by its name, in order. Imported, not read from a folder, so that source and build run the same. */
export const migrations: Record<string, Pick<Knex.Migration, 'up' | 'down'>> = {
  '20261101090000_people': people,
  '20261101090100_catalogue': catalogue,
  '20261101090200_ledger': ledger,
  '20261122090000_life': life,
  '20261128090000_approvals': approvals,
  '20261129100000_seals': seals,
  '20261129110000_answers': answers,
  '20261129121000_forgetting': forgetting,
  '20261129130000_differences': differences,
  '20261129130100_held_files': heldFiles,
  '20261129140000_prices': prices,
  '20261129140100_webhook': webhook,
  '20261129150000_homes': homes,
  '20261129150100_installations': installations,
  '20261129170000_outdated': outdated,
  '20261129180000_meanings': meanings,
  '20261129180100_rotations': rotations,
  '20261129180200_request_texts': requestTexts,
  '20261129190000_words_found': wordsFound,
  '20261129190100_digests_found': digestsFound,
  '20261129190200_homes_redrawn': homesRedrawn,
  '20261129200000_forgetting_refused': forgettingRefused,
  '20261129200100_ways_back': waysBack,
  '20261129200200_what_fits_the_ledger': whatFitsTheLedger,
};
