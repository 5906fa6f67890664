import type { Knex } from 'knex';
import type { Step } from '../core/change';
import type { Lost } from '../core/out-of-reach';
import { type Part, part } from './statement';

/** What is older than this is no news any more: it is not sent once more. */
const news = "interval '30 days'";

/** When the person `p` last wrote, or an admin last spoke to them about it. */
const heardOf = `
  greatest((select max(a.spoke_at) from accounts a where a.person_id = p.id),
           (select max(t.done_at) from tasks t where t.person_id = p.id and t.state = 'done'), '-infinity')`;

/** A message `o` to the person `p` could not be delivered on any account, and nothing since says that the next one would not be either. */
const undeliverable = `
  o.state = 'dead' and o.way = 'tell'
  and o.settled_at >= greatest(${heardOf}, (select max(m.posted_at) from posted m where m.person_id = p.id))`;

/** Nothing reaches the person `p` just now. */
export const outOfReach = `exists (select from outbox o where o.person_id = p.id and ${undeliverable})`;

/** What became of messages that could not be delivered. */
export function ofLost(step: Extract<Step, { do: 'lost-noticed' | 'deliver-again' }>): Part[] {
  return [
    step.do === 'lost-noticed'
      ? part(
          `update outbox set noticed_at = ?::timestamptz where id = any(?::bigint[]) and state = 'dead' and noticed_at is null`,
          [step.at, step.notices],
        )
      : part(
          `update outbox set state = 'due', due_at = ?::timestamptz, attempts = 0, settled_at = null, noticed_at = null, last_failure = null
            where person_id = ?::uuid and state = 'dead' and way = 'tell' and settled_at > ?::timestamptz - ${news}`,
          [step.at, step.person, step.at],
        ),
  ];
}

const most = 100;

/** Messages that could not be delivered. */
export const lostIn = (sql: Knex) => ({
  /** People to whom something could not be delivered that nobody has looked at yet. */
  async lostTo(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select person_id from outbox where state = 'dead' and noticed_at is null group by person_id order by min(id) limit ?`,
      [most],
    );
    return rows.map(({ person_id }: { person_id: string }) => person_id);
  },

  /**
   * What is lost to a person that nobody has looked at. An admin can do something about it, but for changes of a message and for what is
   * about reaching others.
   */
  async lostOf(person: string): Promise<Lost> {
    const { rows } = await sql.raw(
      `select coalesce(array_agg(o.id), '{}') as notices,
              coalesce(bool_or(${undeliverable} and o.notice #>> '{task,duty,kind}' is distinct from 'reach'), false) as matters
         from outbox o join people p on p.id = o.person_id
        where p.id = ? and o.state = 'dead' and o.noticed_at is null`,
      [person],
    );
    const { notices, matters } = rows[0];
    return { notices: notices.map(Number), matters };
  },

  /** Open tasks about reaching somebody who has left, or was heard of or reached since the task was opened. */
  async needlessReaches(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select t.id from tasks t join people p on p.id = t.person_id
        where t.state = 'open' and t.kind = 'reach'
          and (not p.active or t.opened_at < greatest(${heardOf}, (select max(m.posted_at) from posted m where m.person_id = p.id)))
        order by t.opened_at limit ?`,
      [most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** People who have something coming that could not be delivered, and have been heard of since. */
  async withinReachAgain(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(
      `select distinct o.person_id from outbox o join people p on p.id = o.person_id and p.active
        where o.state = 'dead' and o.way = 'tell' and o.settled_at > ?::timestamptz - ${news} and o.settled_at < ${heardOf} limit ?`,
      [now, most],
    );
    return rows.map(({ person_id }: { person_id: string }) => person_id);
  },
});
