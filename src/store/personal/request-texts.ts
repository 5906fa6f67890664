import type { Knex } from 'knex';
import { removedText } from '../../core/retention';
import { replaceInLedger } from '../seal/replace';
import type { ChainKey } from '../vault';

/** A request `r` that is over since before a moment: decided against or taken back, or what came of it was given back. */
const overBefore = `
  r.text_removed_at is null and r.closed_at < :before::timestamptz
  and (r.state in ('denied', 'cancelled', 'failed')
       or r.state = 'fulfilled' and exists (select from holdings h where h.id = r.holding_id and h.ended_at < :before::timestamptz))`;

/** As many as are looked for in one round; the rest comes in the next. */
const most = 100;

/** What people said, by table: who gave something, when, and what an admin noted as evidence stays. */
const texts = [
  ['requests', 'reason', 'id'],
  ['requests', 'why', 'id'],
  ['reviews', 'why', 'request_id'],
  ['remarks', 'text', 'request_id'],
  ['tasks', 'why', 'request_id'],
  ['holdings', 'ended_why', 'request_id'],
] as const;

interface Said {
  id: number;
  action: string;
  why: string;
}

/** Words of requests that are over and were kept long enough. */
export const requestTextsIn = (sql: Knex, chain: ChainKey | undefined) => ({
  /** Requests whose words are to be removed, the one that was over first in front; none without the key of the chain. */
  async withTextTooLong(before: Date): Promise<string[]> {
    if (!chain) return [];
    const { rows } = await sql.raw(
      `select r.id from requests r where ${overBefore} order by r.closed_at, r.id limit ${most}`,
      {
        before,
      },
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /**
   * Puts a sign in the place of what people said about a request, in its rows and in those of the ledger, which notes of each what it says
   * since: so the chain fits as before. What was sent about it goes. Nothing where another bot has done it, or it is not over any more.
   *
   * @throws NotIntact where a row of the ledger is not as it was sealed
   */
  async removeText(request: string, before: Date, now: Date): Promise<void> {
    if (!chain) return;
    const { rows } = await sql.raw(
      `select r.assignee_id, r.benefit_id, r.holding_id, r.cancelled_because from requests r where r.id = :request::uuid and ${overBefore} for update`,
      { request, before },
    );
    const [over] = rows;
    if (!over) return;
    for (const [table, column, of] of texts)
      await sql.raw(`update "${table}" set "${column}" = ? where "${of}" = ? and "${column}" is not null`, [
        removedText,
        request,
      ]);
    await sql.raw('update requests set text_removed_at = ?::timestamptz where id = ?', [now, request]);
    const { rows: tasks } = await sql.raw('select id from tasks where request_id = ?', [request]);
    const subjects = [request, over.holding_id, ...tasks.map(({ id }: { id: string }) => id)].filter(Boolean);
    await removeSent(sql, subjects);
    const reworded = await replaceInLedger(
      sql,
      chain,
      await saidInLedger(sql, subjects, over.cancelled_because),
      over.assignee_id,
    );
    await sql('audit').insert({
      at: now,
      action: 'request.text-removed',
      subject: request,
      person_id: over.assignee_id,
      benefit_id: over.benefit_id,
      details: JSON.stringify({ reworded }),
    });
  },
});

/** What rows of the ledger say of it that somebody said, each with what is to stand there: how something ended, and codes of ours, stay. */
async function saidInLedger(
  sql: Knex,
  subjects: string[],
  because: string | null,
): Promise<Array<{ id: number; why: string }>> {
  const { rows }: { rows: Said[] } = await sql.raw(
    `select id, action, why from audit
      where subject = any(?::uuid[]) and why is not null
        and (action like 'request.%' and action not in ('request.agreed', 'request.handed-over') or action in ('task.failed', 'holding.ended')) order by id`,
    [subjects],
  );
  return rows.flatMap(({ id, action, why }) => {
    if (why === because) return [];
    const [how = '', ...rest] = why.split(': ');
    if (action === 'holding.ended') return rest.length > 0 ? [{ id, why: `${how}: ${removedText}` }] : [];
    return [{ id, why: removedText }];
  });
}

async function removeSent(sql: Knex, subjects: string[]): Promise<void> {
  const { rows } = await sql.raw(
    'select id from outbox where subject = any(?::uuid[]) and settled_at is not null for update skip locked',
    [subjects],
  );
  const ids = rows.map(({ id }: { id: number }) => id);
  await sql.raw('update posted set outbox_id = null where outbox_id = any(?::bigint[])', [ids]);
  await sql.raw('delete from outbox where id = any(?::bigint[])', [ids]);
}
