import type { Knex } from 'knex';
import { type Action, ownWords, saidIn } from '../../core/audit';
import { sayingYes } from '../../core/held-on';
import { removedText } from '../../core/retention';
import { NotIntact } from '../seal/intact';
import { NotInLedger, sealedBefore, type Told, toldOf, triedAgain } from '../seal/over';
import { replaceInLedger } from '../seal/replace';
import type { Reworded } from '../seal/reworded';
import type { ChainKey } from '../vault';

/**
 * A request `r` that is over since before a moment: decided against or taken back, or an admin could not do what was agreed, or what came of it was
 * given back and no admin has anything to do about it any more.
 */
const overBefore = `
  r.text_removed_at is null and r.closed_at < :before::timestamptz
  and (r.state in ('denied', 'cancelled')
       or r.state = 'failed' and not exists (select from tasks t where t.request_id = r.id and t.done_at >= :before::timestamptz)
       or r.state = 'fulfilled' and exists (select from holdings h where h.id = r.holding_id and h.ended_at < :before::timestamptz)
          and not exists (select from tasks t where t.holding_id = r.holding_id and t.state = 'open'))`;

/** As many as are looked for in one round, so that an old company's many requests hold up nothing else; the rest comes in the next. */
const most = 10;
/** A request with a row that is not as it was sealed is tried again after so long. */
const refused = "interval '1 day'";

/** Whether an admin decided about a request alone: the sealed ledger says so, whatever else does. */
const decidedAlone = (request: string): string =>
  `exists (select from audit o where o.subject = ${request} and o.action = 'request.overridden')`;

/**
 * What people said, by table, and by which id of it: who gave something, when, and what an admin noted as evidence stays; and so does why an admin
 * decided alone, wherever it stands, for that is the proof of it.
 */
const texts: ReadonlyArray<
  readonly [table: string, column: string, by: string, of: 'request' | 'holding', only?: string]
> = [
  ['requests', 'reason', 'id', 'request'],
  ['requests', 'why', 'id', 'request', `not (state = 'denied' and ${decidedAlone('requests.id')})`],
  ['reviews', 'why', 'request_id', 'request', 'not alone'],
  ['remarks', 'text', 'request_id', 'request'],
  ['holdings', 'ended_why', 'request_id', 'request'],
  ['uses', 'what', 'holding_id', 'holding'],
  ['tasks', 'why', 'request_id', 'request'],
  ['tasks', 'why', 'holding_id', 'holding'],
  ['tasks', 'report', 'holding_id', 'holding'],
];

/** What the ledger calls a yes, however it came about. */
const saysYes: ReadonlySet<Action> = new Set(Object.values(sayingYes).flat());

/** What the bot itself says there. */
const own: readonly string[] = Object.values(ownWords);

/** Words of requests that are over and were kept long enough. */
export const requestTextsIn = (sql: Knex, chain: ChainKey | undefined) => ({
  /**
   * Requests whose words are to be removed, the one that was over first in front, but for those that were refused within a day; none without the
   * key of the chain.
   */
  async withTextTooLong(before: Date, now: Date): Promise<string[]> {
    if (!chain) return [];
    const { rows } = await sql.raw(
      `select r.id from requests r
        where ${overBefore} and (r.text_refused_at is null or r.text_refused_at <= :now::timestamptz - ${refused})
        order by r.closed_at, r.id limit ${most}`,
      { before, now },
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /**
   * Puts a sign in the place of what people said about a request, in its rows and in those of the ledger, which notes of each what it says
   * since: so the chain fits as before. What was sent about it goes. Nothing where another bot has done it, or it is not over any more, or
   * something of it was said since; then it is looked at again when that is old enough.
   *
   * @returns what keeps it from that: a row of the ledger that is not as it was sealed, or that the ledger does not say that it is over for so
   * long. Then all is left as it is, and tried again in a day
   */
  async removeText(request: string, before: Date, now: Date): Promise<NotIntact | NotInLedger | undefined> {
    if (!chain) return undefined;
    const { rows } = await sql.raw(
      `select r.state, r.assignee_id, r.benefit_id, r.holding_id from requests r where r.id = :request::uuid and ${overBefore} for update`,
      { request, before },
    );
    const [over] = rows;
    if (!over) return undefined;
    const { rows: tasks } = await sql.raw('select id from tasks where request_id = ? or holding_id = ?', [
      request,
      over.holding_id,
    ]);
    const subjects = [request, over.holding_id, ...tasks.map(({ id }: { id: string }) => id)].filter(Boolean);
    // First, because it alone can fail: nothing else was done by then.
    const reworded = await rewordedWhereOver(sql, chain, { request, over, subjects, before, now });
    if (reworded instanceof Error || reworded instanceof Date) {
      const again = reworded instanceof Date ? triedAgain(reworded, before, now) : now;
      await sql.raw('update requests set text_refused_at = ?::timestamptz where id = ?', [again, request]);
      return reworded instanceof Date ? undefined : reworded;
    }
    for (const [table, column, by, what, only = 'true'] of texts)
      await sql.raw(
        `update "${table}" set "${column}" = ? where "${by}" = ?::uuid and "${column}" <> all(?::text[]) and ${only}`,
        [removedText, what === 'request' ? request : over.holding_id, [...own]],
      );
    await sql.raw('update requests set text_removed_at = ?::timestamptz where id = ?', [now, request]);
    await removeSent(sql, request, subjects);
    await sql('audit').insert({
      at: now,
      action: 'request.text-removed',
      subject: request,
      person_id: over.assignee_id,
      benefit_id: over.benefit_id,
      details: JSON.stringify({ reworded }),
    });
    return undefined;
  },
});

interface Over {
  request: string;
  over: { state: string; assignee_id: string; benefit_id: string; holding_id: string | null };
  subjects: string[];
  before: Date;
  now: Date;
}

/**
 * Replaces what the ledger says of a request in words of people, where by the ledger it is over, and all of that was said, before a moment. Which rows
 * belong to it, the tables say, and anybody with the bot's rights may have changed them: so what is about another person or benefit is left alone.
 *
 * @returns the note of it; when the youngest of it was sealed, where that is too short ago; or why it cannot be
 */
async function rewordedWhereOver(
  sql: Knex,
  chain: ChainKey,
  { request, over, subjects, before, now }: Over,
): Promise<Reworded | Date | NotIntact | NotInLedger> {
  const told = (await toldOf(sql, subjects)).filter(
    ({ person_id, benefit_id }) => person_id === over.assignee_id && benefit_id === over.benefit_id,
  );
  const said = saidInLedger(told);
  const [subject, action] =
    over.state === 'fulfilled' ? [over.holding_id, 'holding.ended'] : [request, `request.${over.state}`];
  const itself = told.filter((row) => row.subject === request);
  const yes = itself.filter((row) => saysYes.has(row.action)).at(-1);
  const wasGiven = itself.some((row) => row.action === 'request.fulfilled');
  const end = told.filter((row) => row.subject === subject && row.action === action).at(-1);
  // What they gave back before there was a yes to this came of something else.
  const isOver = over.state === 'fulfilled' ? yes && end && yes.id < end.id : itself.length > 0 && !wasGiven;
  try {
    const when = await sealedBefore(sql, chain, {
      end: isOver ? end : undefined,
      rows: said,
      before,
      now,
    });
    if (when === 'denied') return new NotInLedger({ request });
    return when ?? (await replaceInLedger(sql, chain, said, over.assignee_id));
  } catch (error) {
    if (error instanceof NotIntact) return error;
    throw error;
  }
}

/** What rows of the ledger say in words of people, each with what is to stand there. */
function saidInLedger(told: readonly Told[]): Array<Told & { why: string }> {
  const alone = told.some(({ action }) => action === 'request.overridden');
  return told.flatMap((row) => {
    const { action, why } = row;
    const how = saidIn[action as keyof typeof saidIn];
    if (!how || why === null || own.includes(why) || (alone && action === 'request.denied')) return [];
    if (how === 'whole') return [{ ...row, why: removedText }];
    const [fact, ...rest] = why.split(': ');
    return rest.length > 0 ? [{ ...row, why: `${fact}: ${removedText}` }] : [];
  });
}

/** What was sent about it, and the messages that told of it among others, which are about whoever got them. */
async function removeSent(sql: Knex, request: string, subjects: string[]): Promise<void> {
  const { rows } = await sql.raw(
    `select id from outbox
      where id = any(array(select id from outbox where subject = any(?::uuid[]) and settled_at is not null
                     union select id from outbox
                            where notice->>'kind' = 'digest' and settled_at is not null and notice->'waiting' @> ?::jsonb))
      for update skip locked`,
    [subjects, JSON.stringify([{ request: { id: request } }])],
  );
  const ids = rows.map(({ id }: { id: number }) => id);
  await sql.raw('update posted set outbox_id = null where outbox_id = any(?::bigint[])', [ids]);
  await sql.raw('delete from outbox where id = any(?::bigint[])', [ids]);
}
