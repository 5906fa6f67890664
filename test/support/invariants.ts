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
    select from requests where state in ('pending', 'waiting', 'offered', 'approved')
     group by assignee_id, benefit_id having count(*) > 1`,
  'a fulfilled request has its holding': `
    select from requests r left join holdings h on h.id = r.holding_id and h.request_id = r.id
     where (r.state = 'fulfilled') <> (h.id is not null)`,
  'a holding is what was asked for': `
    select from holdings h join requests r on r.id = h.request_id
     where h.person_id <> r.assignee_id or h.benefit_id <> r.benefit_id or h.quantity <> r.quantity`,
  'nobody decides their own': `
    select from requests where decided_by = assignee_id or (way = 'asked' and decided_by = requester_id)`,
  'decided by somebody who may decide': `
    select from requests r join people p on p.id = r.decided_by
     where p.role = 'employee' and not exists (
       select from reviewers v where v.request_id = r.id and v.person_id = p.id and v.because in ('named', 'manager', 'group'))`,
  // What happened to a request, read from the ledger in order, must lead to where the request is.
  'one ledger row for each step of a request': `
    select from (
      select r.state, r.task_id, (select coalesce(string_agg(substr(a.action, 9), ' ' order by a.id), '') from audit a
                        where a.subject = r.id and a.action like 'request.%' 
                          and a.action in ('request.asked', 'request.approved', 'request.waiting', 'request.offered', 'request.fulfilled', 'request.denied',
                                           'request.cancelled', 'request.failed', 'request.assigned', 'request.reassigned')) as steps
        from requests r) as told
     where steps !~ case state
       when 'pending' then '^asked$'
       when 'denied' then '^asked denied$'
       when 'waiting' then '^asked waiting( offered waiting)*$'
       when 'offered' then '^asked( waiting offered)+$'
       when 'approved' then '^(asked( waiting offered)* approved|assigned|reassigned)$'
       when 'fulfilled' then case when task_id is null then '^(asked( waiting offered)* fulfilled|assigned|reassigned)$'
                              else '^(asked( waiting offered)* approved|assigned|reassigned) fulfilled$' end
       when 'failed' then '^(asked( waiting offered)* approved|assigned|reassigned) failed$'
       when 'cancelled' then '^(asked( waiting offered)*( waiting){0,1}( approved){0,1}|assigned|reassigned) cancelled$' end`,
  'what an admin set up was done by an admin': `
    select from requests r where r.state = 'fulfilled' and r.task_id is not null and r.way = 'asked'
       and not exists (select from audit a where a.subject = r.task_id and a.action = 'task.done')`,
  'whatever was decided is a new version': `select from requests where way = 'asked' and state <> 'pending' and version = 1 and not by_rule`,
  'whoever has it, or not, is told so once': `
    select from requests r
     where (select count(*) from outbox o where o.subject = r.id and o.person_id = r.assignee_id and o.way = 'tell'
                                            and o.notice->>'kind' in ('granted', 'set-up', 'denied', 'failed'))
        <> case when r.state in ('fulfilled', 'denied', 'failed') then 1 else 0 end`,
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
