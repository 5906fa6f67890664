import type { Knex } from 'knex';
import type { Card } from '../core/card';

/** Commands with an effect, by their identity: the same one again gets the stored answer, and no second effect. */
export const inboundIn = (sql: Knex) => ({
  /**
   * Takes an identity for this transaction. A second delivery at the same time waits here until the first is through. Resolves
   * with the stored answer when the command was carried out before.
   */
  async begin(identity: string, now: Date): Promise<{ is: 'new' } | { is: 'repeated'; answer: Card }> {
    const { rows } = await sql.raw(
      'insert into inbound (identity, seen_at) values (?, ?) on conflict (identity) do nothing returning identity',
      [identity, now],
    );
    if (rows.length === 1) return { is: 'new' };
    const stored = await sql.raw('select answer from inbound where identity = ?', [identity]);
    return { is: 'repeated', answer: stored.rows[0].answer };
  },

  /** Forgets answers that nobody will ask for again. */
  async forgetAnswers(before: Date): Promise<void> {
    await sql.raw('delete from inbound where seen_at < ?', [before]);
  },

  /** Stores the answer, in the transaction of its effect. */
  async finish(identity: string, answer: Card): Promise<void> {
    await sql.raw('update inbound set answer = ?::jsonb where identity = ?', [
      JSON.stringify(answer),
      identity,
    ]);
  },
});
