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
        left join (select pool_id, count(*) as shared from product_keys where seats is null group by 1) as key
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
    name: 'Every pool serves a benefit.',
    broken: 'select from pools where not exists (select from pool_benefits where pool_id = pools.id)',
  },
  {
    name: 'A unit is held exactly while somebody holds it.',
    broken: `
      select from units full join (select unit_id from holdings where ended_at is null and unit_id is not null) as live
          on live.unit_id = units.id
       where (units.state = 'held') is distinct from (live.unit_id is not null)`,
  },
  {
    name: 'Every benefit counts rightly what is held and what is being set up.',
    broken: `
      select from benefits
        left join (select benefit_id, sum(quantity) as quantity from (
                     select benefit_id, quantity from holdings where ended_at is null
                     union all select benefit_id, quantity from requests where state = 'approved') as taken group by 1) as taken
               on taken.benefit_id = benefits.id
       where benefits.held <> coalesce(taken.quantity, 0)`,
  },
  {
    name: 'Every holding has its approval.',
    broken: `
      select from holdings left join requests on requests.id = holdings.request_id
       where requests.state is distinct from 'fulfilled' or requests.holding_id <> holdings.id
          or requests.requester_id <> holdings.person_id or requests.benefit_id <> holdings.benefit_id`,
  },
  {
    name: 'Every decision stands in the ledger, by the same person.',
    broken: `
      select from requests
       where decided_by is not null
         and not exists (select from audit where subject = requests.id and by_person = decided_by
                            and action in ('request.approved', 'request.fulfilled', 'request.denied'))`,
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
      select from requests full join (select * from tasks where state = 'open') as task on task.request_id = requests.id
       where (requests.state = 'approved') is distinct from (task.id is not null) or requests.task_id <> task.id`,
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
