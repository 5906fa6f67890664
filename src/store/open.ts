import type { Knex } from 'knex';
import type { Change } from '../core/change';
import { assigneesIn } from './assignees';
import { catalogueIn } from './catalogue';
import { dueHoldingsIn } from './due/holdings';
import { dueLapsesIn } from './due/lapses';
import { leaversIn } from './due/leavers';
import { lowStockIn } from './due/low-stock';
import { dueOffersIn } from './due/offers';
import { replacementsIn } from './due/replacements';
import { dueTasksIn } from './due/tasks';
import { holdingsIn } from './holdings';
import { type Answered, inboundIn } from './inbound';
import { outboxIn } from './outbox';
import { peopleIn } from './people';
import { record } from './record';
import { requestsIn } from './requests';
import { LowWater, stockIn } from './stock';
import { tasksIn } from './tasks';
import { deadlines, inTime, inTransaction, tried } from './transaction';
import type { Vault } from './vault';

function ledgerIn(sql: Knex, parts: { vault: Vault; water: LowWater; adminEmails: ReadonlySet<string> }) {
  return {
    ...peopleIn(sql, parts.adminEmails),
    ...assigneesIn(sql),
    ...catalogueIn(sql),
    ...requestsIn(sql),
    ...tasksIn(sql),
    ...holdingsIn(sql, parts.vault),
    ...stockIn(sql, parts.water),
    ...replacementsIn(sql),
    ...dueOffersIn(sql),
    ...dueTasksIn(sql),
    ...dueHoldingsIn(sql),
    ...leaversIn(sql),
    ...dueLapsesIn(sql),
    ...lowStockIn(sql),
    ...inboundIn(sql, parts.adminEmails),
    ...outboxIn(sql),
    /** Saves a change whole, with the answer to the command. There is no way to save what is true without telling who must be told. */
    record: (change: Change, answered: Answered | undefined, now: Date) => record(sql, change, answered, now),
  };
}

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
  /** For single questions and writes that stand alone. */
  ledger: Ledger;
}

/** A store over an open pool of connections. */
export function openStore(database: Knex, vault: Vault, adminEmails: ReadonlySet<string>): Store {
  const parts = { vault, adminEmails, water: new LowWater() };
  const ledger = ledgerIn(database, parts);
  return {
    transaction: (work) => inTransaction(database, (transaction) => work(ledgerIn(transaction, parts))),
    longTransaction: (work) =>
      inTransaction(database, (transaction) => work(ledgerIn(transaction, parts)), deadlines.onRounds),
    reading: (work) => inTime(tried(() => work(ledger))),
    ledger,
  };
}
