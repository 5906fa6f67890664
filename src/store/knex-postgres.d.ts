/** The dialect that knex does not export by name, as far as we extend it. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';

  class PostgresClient extends Knex.Client {
    _query(connection: unknown, statement: object): Promise<unknown>;
  }
  export = PostgresClient;
}
