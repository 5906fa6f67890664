import type { Knex } from 'knex';
import { checkLaws } from '../../src/store/invariants';

/**
 * Laws that hold after every storm, beyond those an operator is shown. Each query finds the rows that break one; what a constraint
 * makes impossible is asked all the same, so that a race without the constraint is seen.
 */
const laws: Record<string, string> = {
  'one live holder for a unit': `
    select from holdings where unit_id is not null and ended_at is null group by unit_id having count(*) > 1`,
  'no more holders of a key than it allows': `
    select from product_keys k join holdings h on h.key_id = k.id and h.ended_at is null
     where k.seats is not null group by k.id having count(*) > k.seats`,
  'a key with seats is held by a unit': `
    select from holdings h join product_keys k on k.id = h.key_id where k.seats is not null and h.unit_id is null`,
  'no key twice': 'select from product_keys group by fingerprint having count(*) > 1',
  'no more held than the allocation': 'select from benefits where held > quantity',
  'one holding for a request': 'select from holdings group by request_id having count(*) > 1',
  'one open request for a person and benefit': `
    select from requests where state in ('pending', 'approved') group by requester_id, benefit_id having count(*) > 1`,
  'a fulfilled request has its holding': `
    select from requests r left join holdings h on h.id = r.holding_id and h.request_id = r.id
     where (r.state = 'fulfilled') <> (h.id is not null)`,
  'a holding is what was asked for': `
    select from holdings h join requests r on r.id = h.request_id
     where h.person_id <> r.requester_id or h.benefit_id <> r.benefit_id or h.quantity <> r.quantity`,
  'nobody decides their own': 'select from requests where decided_by = requester_id',
  'decided by somebody who may decide': `
    select from requests r join people p on p.id = r.decided_by where p.role = 'employee'`,
  // What happened to a request, read from the ledger in order, must end where the request is, each step once.
  'one ledger row for each step of a request': `
    select from (
      select r.id, r.state, t.state as task,
             (select coalesce(array_agg(a.action order by a.id), '{}') from audit a
               where a.subject = r.id or a.subject = t.id) as steps
        from requests r left join tasks t on t.request_id = r.id) as told
     where steps <> case
       when state = 'pending' then array['request.asked']
       when state = 'denied' then array['request.asked', 'request.denied']
       when state = 'cancelled' then array['request.asked', 'request.cancelled']
       when state = 'approved' then array['request.asked', 'request.approved']
       when task is not null then array['request.asked', 'request.approved', 'task.done']
       else array['request.asked', 'request.fulfilled'] end`,
  'the version of a request counts its steps': `
    select from requests r left join tasks t on t.request_id = r.id
     where r.version <> case when r.state = 'pending' then 1 when r.state = 'fulfilled' and t.id is not null then 3 else 2 end`,
  'the requester is told once of each outcome': `
    select from requests r
     where (select count(*) from outbox o where o.subject = r.id and o.person_id = r.requester_id and o.way = 'tell')
        <> case when r.state in ('pending', 'cancelled') then 0
                when r.state = 'fulfilled' and r.task_id is not null then 2 else 1 end`,
  'every answer is stored': 'select from inbound where answer is null',
  'keys are shown to their holder alone, while they hold it': `
    select from key_views v join holdings h on h.id = v.holding_id
     where v.person_id <> h.person_id or v.at < h.since or v.at > coalesce(h.ended_at, 'infinity')`,
  'every look at a key stands in the ledger': `
    select from holdings h
     where (select count(*) from key_views v where v.holding_id = h.id)
        <> (select count(*) from audit a where a.subject = h.id and a.action = 'key.shown')`,
  'a settled notice is under no lease': `
    select from outbox where (state = 'due') <> (settled_at is null) or (state <> 'due' and lease is not null)`,
  'every message was a notice': `
    select from posted p join outbox o on o.id = p.outbox_id
     where p.person_id <> o.person_id or p.subject <> o.subject or o.way <> 'tell'`,
};

/** The laws that are broken, with how many rows break them; none when all is well. With `all`, every law by its name. */
export async function brokenLaws(sql: Knex, which: 'broken' | 'all' = 'broken'): Promise<string[]> {
  const found = await checkLaws(sql);
  for (const [name, query] of Object.entries(laws)) {
    const { rows } = await sql.raw(`select count(*)::int as rows from (${query}) as broken`);
    found.push({ name, rows: rows[0].rows });
  }
  if (which === 'all') return found.map(({ name }) => name);
  return found.filter(({ rows }) => rows > 0).map(({ name, rows }) => `${name} (${rows})`);
}

/** What is still on its way or was given up: nothing, once everything has been delivered. */
export async function unsettledNotices(sql: Knex): Promise<unknown[]> {
  const { rows } = await sql.raw(
    `select id, state, way, notice->>'kind' as kind, attempts, last_failure from outbox where state <> 'sent' order by id`,
  );
  return rows;
}
