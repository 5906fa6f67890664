import { Client, type QueryResultRow } from 'pg';

/** What a database answers to one question, asked on a connection of its own: for what a story cannot see in any chat. */
export async function query<Row extends QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
