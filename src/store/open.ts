import type { Knex } from 'knex';
import type { Change } from '../core/change';
import { type Retention, usualRetention } from '../core/retention';
import { assigneesIn } from './assignees';
import { catalogueIn } from './catalogue';
import { deadlineOf } from './database';
import { differencesIn } from './differences';
import { copiesDueIn } from './due/copies';
import { digestsIn } from './due/digests';
import { dueHoldingsIn } from './due/holdings';
import { dueLapsesIn } from './due/lapses';
import { leaversIn } from './due/leavers';
import { lowStockIn } from './due/low-stock';
import { dueOffersIn } from './due/offers';
import { replacementsIn } from './due/replacements';
import { retentionIn } from './due/retention';
import { silenceIn } from './due/silence';
import { dueTasksIn } from './due/tasks';
import { eventDeliveriesIn } from './event-deliveries';
import { filesIn } from './files';
import { heldOnIn } from './held-on';
import { holdingsIn } from './holdings';
import { homesIn } from './homes';
import { type Answered, inboundIn } from './inbound';
import { installationsIn } from './installations';
import { joined } from './joined';
import { keysSeenIn } from './keys-seen';
import { linkingIn } from './linking';
import { lostIn } from './lost';
import { outboxIn } from './outbox';
import { overtakenIn } from './overtaken';
import { peopleIn } from './people';
import { peopleByWordsIn } from './people-by-words';
import { forgettingIn } from './personal/forget';
import { hindrancesIn } from './personal/hindrances';
import { type KnownPolicies, policiesIn } from './policies';
import { record } from './record';
import { reportIn } from './report';
import { requestsIn } from './requests';
import { revealIn } from './reveal';
import { doubtsIn } from './seal/doubt';
import { headsIn } from './seal/heads';
import type { NotedHead } from './seal/noted';
import { sealNext } from './seal/seal';
import { shelvesIn } from './shelves';
import { LowWater, stockIn } from './stock';
import { tasksIn } from './tasks';
import { toldIn } from './told';
import { inTime, inTransaction, onRounds, tried } from './transaction';
import type { Vault } from './vault';

interface Parts {
  vault: Vault;
  water: LowWater;
  adminEmails: ReadonlySet<string>;
  policies: KnownPolicies;
  noted: NotedHead | undefined;
  retention: Retention;
}

const ledgerIn = joined((sql: Knex, parts: Parts) => [
  () => peopleIn(sql, parts.adminEmails),
  () => peopleByWordsIn(sql),
  () => assigneesIn(sql),
  () => policiesIn(sql, parts.policies),
  () => linkingIn(sql, parts.vault),
  () => catalogueIn(sql),
  () => requestsIn(sql),
  () => tasksIn(sql),
  () => holdingsIn(sql),
  () => revealIn(sql, parts.vault),
  () => differencesIn(sql),
  () => filesIn(sql, parts.vault, parts.adminEmails),
  () => keysSeenIn(sql),
  () => heldOnIn(sql),
  () => reportIn(sql),
  () => eventDeliveriesIn(sql, parts.vault.chain),
  () => shelvesIn(sql),
  () => stockIn(sql, parts.water),
  () => replacementsIn(sql),
  () => dueOffersIn(sql),
  () => dueTasksIn(sql),
  () => silenceIn(sql),
  () => digestsIn(sql),
  () => dueHoldingsIn(sql),
  () => leaversIn(sql),
  () => dueLapsesIn(sql),
  () => lowStockIn(sql),
  () => retentionIn(sql, parts.retention, parts.vault.chain),
  () => inboundIn(sql, parts.adminEmails),
  () => outboxIn(sql),
  () => homesIn(sql),
  () => installationsIn(sql, parts.vault),
  () => overtakenIn(sql),
  () => lostIn(sql),
  () => copiesDueIn(sql),
  () => toldIn(sql),
  () => hindrancesIn(sql),
  () => forgettingIn(sql, parts.vault.chain),
  () => headsIn(sql, parts.vault.chain),
  () => doubtsIn(sql, parts.vault.chain, parts.noted),
  () => ({
    /** Why the bot cannot get at the keys of the database; undefined where it can. */
    keysMissing: () => parts.vault.missing,
    /** Saves a change whole, with the answer to the command. There is no way to save what is true without telling who must be told. */
    record: (change: Change, answered: Answered | undefined, now: Date) => record(sql, change, answered, now),
  }),
]);

/** All that can be read and written, inside a transaction or without one. */
export type Ledger = ReturnType<typeof ledgerIn>;

/** The database behind the bot. */
export interface Store {
  /** All of it happens, or none of it. Tried again when that is safe. Inside, only the ledger that is passed may be used. */
  transaction<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** As `transaction`, with time for long work: for what nobody in a chat waits for. */
  longTransaction<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** For reading: no transaction, each question sees what is true when it is asked. Asked again when that may help. */
  reading<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** Puts rows of the ledger that wait under a seal; resolves with how many, 0 when none waits, another bot is at it, or the key of the chain is missing. */
  seal(now: Date): Promise<number>;
  /** For single questions and writes that stand alone. */
  ledger: Ledger;
}

/**
 * A store over an open pool of connections.
 *
 * @param noted the head of the ledger as it is kept outside the database; without it nothing speaks against the ledger
 */
export function openStore(
  database: Knex,
  vault: Vault,
  adminEmails: ReadonlySet<string>,
  noted?: NotedHead,
  retention: Retention = usualRetention,
): Store {
  const parts: Parts = { vault, adminEmails, water: new LowWater(), policies: new Map(), noted, retention };
  const ledger = ledgerIn(database, parts);
  const deadline = deadlineOf(database);
  return {
    transaction: (work) => inTransaction(database, (transaction) => work(ledgerIn(transaction, parts))),
    longTransaction: (work) =>
      inTransaction(database, (transaction) => work(ledgerIn(transaction, parts)), onRounds),
    seal: async (now) => (vault.chain ? sealNext(database, vault.chain, now) : 0),
    reading: (work) =>
      inTime(
        tried(() => work(ledger), deadline),
        deadline,
      ),
    ledger,
  };
}
