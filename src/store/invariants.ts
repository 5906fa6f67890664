import type { Knex } from 'knex';

/** A law of the database that no single constraint can state, with a query that finds what breaks it. */
interface Law {
  name: string;
  broken: string;
}

const laws: readonly Law[] = [
  {
    name: 'Every pool counts its units and shared keys rightly.',
    broken: `
      select from pools
        left join (select pool_id, count(*) as all, count(*) filter (where state = 'free') as free from units group by 1) as unit
               on unit.pool_id = pools.id
        left join (select pool_id, count(*) as shared from product_keys where seats is null and broken_at is null group by 1) as key
               on key.pool_id = pools.id
       where pools.units <> coalesce(unit.all, 0) or pools.free <> coalesce(unit.free, 0)
          or pools.shared_keys <> coalesce(key.shared, 0)`,
  },
  {
    name: 'Every key has as many units as it allows holders, in its own pool.',
    broken: `
      select from product_keys key
        left join (select key_id, count(*) as all, min(pool_id::text) as first, max(pool_id::text) as last from units group by 1) as unit
               on unit.key_id = key.id
       where coalesce(key.seats, 0) <> coalesce(unit.all, 0) or unit.first <> key.pool_id::text or unit.last <> key.pool_id::text`,
  },
  {
    name: 'Of a key that is broken nothing is free.',
    broken: `select from units join product_keys key on key.id = units.key_id where units.state = 'free' and key.broken_at is not null`,
  },
  {
    name: 'Every pool serves a benefit.',
    broken: 'select from pools where not exists (select from pool_benefits where pool_id = pools.id)',
  },
  {
    name: 'A unit is held exactly while one person holds it or has it offered.',
    broken: `
      select from units
        full join (select unit_id, count(*) as times from (
                     select unit_id from holdings where ended_at is null and unit_id is not null
                     union all select unit_id from requests where unit_id is not null) as taken group by 1) as live
          on live.unit_id = units.id
       where (units.state = 'held') is distinct from (live.unit_id is not null) or live.times > 1`,
  },
  {
    name: 'Every benefit counts rightly what is held and what is being set up.',
    broken: `
      select from benefits
        left join (select benefit_id, sum(quantity) as quantity from (
                     select benefit_id, case when released_at is null then quantity when of_old_term then 0 else used end as quantity from holdings
                     union all select benefit_id, quantity from requests
                                where state = 'offered' or (state = 'approved' and way <> 'reassigned')) as taken group by 1) as taken
               on taken.benefit_id = benefits.id
       where benefits.held <> coalesce(taken.quantity, 0)`,
  },
  {
    name: 'Every holding has its approval.',
    broken: `
      select from holdings left join requests on requests.id = holdings.request_id
       where requests.state is distinct from 'fulfilled' or requests.holding_id <> holdings.id
          or requests.assignee_id <> holdings.person_id or requests.benefit_id <> holdings.benefit_id`,
  },
  {
    name: 'Every decision stands in the ledger, by the same person.',
    broken: `
      select from requests
       where decided_by is not null
         and not exists (select from audit where subject = requests.id and by_person = decided_by
                            and action in ('request.approved', 'request.fulfilled', 'request.denied', 'request.waiting',
                                           'request.assigned', 'request.reassigned'))`,
  },
  {
    name: 'Every yes has the answers that its rule wants: in each of its stages, or of an admin alone.',
    broken: `
      select from requests r
       where r.rule is not null and not r.by_rule and r.state in ('waiting', 'offered', 'approved', 'fulfilled', 'failed')
         and not exists (select from reviews w where w.request_id = r.id and w.void_at is null and w.alone and w.person_id = r.decided_by)
         and ((select count(distinct w.stage) from reviews w
                where w.request_id = r.id and w.void_at is null and w.verdict = 'approve' and w.stage <= r.stages) <> r.stages
              or (select count(*) from reviews w
                   where w.request_id = r.id and w.void_at is null and w.verdict = 'approve' and w.stage = r.stages) < coalesce(r.need, 1)
              or not exists (select from reviews w
                              where w.request_id = r.id and w.void_at is null and w.verdict = 'approve' and w.person_id = r.decided_by))`,
  },
  {
    name: 'Every no was said by whoever decided.',
    broken: `
      select from requests r
       where r.rule is not null and r.state = 'denied'
         and not exists (select from reviews w where w.request_id = r.id and w.verdict = 'deny' and w.person_id = r.decided_by)`,
  },
  {
    name: 'Every held unit and key serves the benefit it was given for.',
    broken: `
      select from holdings join product_keys key on key.id = holdings.key_id left join units on units.id = holdings.unit_id
       where (holdings.ended_at is null and not exists (select from pool_benefits pb
                where pb.pool_id = key.pool_id and pb.benefit_id = holdings.benefit_id))
          or units.key_id <> key.id`,
  },
  {
    name: 'Every approved request has its open task, and no other has one.',
    broken: `
      select from requests
        full join (select * from tasks where state = 'open' and request_id is not null) as task on task.request_id = requests.id
       where (requests.state = 'approved') is distinct from (task.id is not null) or requests.task_id <> task.id`,
  },
  {
    name: 'Every end of a holding stands in the ledger.',
    broken: `
      select from holdings
       where ended_at is not null and not exists (select from audit where subject = holdings.id and action = 'holding.ended')`,
  },
  {
    name: 'What was used of a holding is what was written down.',
    broken: `
      select from holdings left join (select holding_id, sum(quantity) as quantity from uses group by 1) as uses on holding_id = id
       where used <> coalesce(uses.quantity, 0)`,
  },
  {
    name: 'Nobody has two live Azure credits.',
    broken: `
      select from holdings join benefits on benefits.id = benefit_id
       where ended_at is null and delivery = 'assign' and unit ~* '^[a-z]{3} per (month|year)$'
       group by person_id having count(*) > 1`,
  },
];

/** Looks whether every law holds, all at one moment. `rows` is how many break it. */
export async function checkLaws(database: Knex): Promise<Array<{ name: string; rows: number }>> {
  return database.transaction(
    async (sql) => {
      const checked: Array<{ name: string; rows: number }> = [];
      for (const { name, broken } of laws) {
        const { rows } = await sql.raw(`select count(*)::int as rows from (${broken}) as broken`);
        checked.push({ name, rows: rows[0].rows });
      }
      return checked;
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}
