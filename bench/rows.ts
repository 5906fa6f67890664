import type { Sender } from '../src/store/store';

/** What an id of the bench stands for: the first digit tells. */
const kinds = {
  employee: 1,
  approver: 2,
  package: 3,
  benefit: 4,
  pool: 5,
  key: 6,
  request: 7,
  holding: 8,
} as const;
export type Kind = keyof typeof kinds;

/** Everything before the number in an id of this kind. */
export const idStart = (kind: Kind): string => `0000000${kinds[kind]}-0000-4000-8000-`;
/** The nth id of a kind. */
export const idOf = (kind: Kind, nth: number): string => idStart(kind) + String(nth).padStart(12, '0');
/** The same in SQL, for a number that SQL knows. */
export const sqlId = (kind: Kind, nth: string): string =>
  `('${idStart(kind)}' || lpad((${nth})::text, 12, '0'))::uuid`;

export const home = 'T0BENCH';
export const slackIdOf = (kind: 'employee' | 'approver', nth: number): string =>
  `U0${kind === 'approver' ? 'A' : 'E'}${nth}`;
export const nameOf = (nth: number): string => `Product number ${nth} Professional 2026 LTSC`;

/** Whoever speaks, as Slack's guard and directory would have told. */
export const senderOf = (kind: 'employee' | 'approver', nth: number): Sender => ({
  platform: 'slack',
  home,
  user: slackIdOf(kind, nth),
  address: null,
  profile: { standing: 'member', name: `${kind} ${nth}`, email: `${kind}${nth}@bench.example`, locale: 'en' },
});

/** One package: so many benefits with so many units of stock each, and people: one approver and so many employees. */
export interface Company {
  benefits: number;
  /** A third of a membership's rows is handed over by a key; `all` for figures that need nothing else. */
  keyed: 'all' | 'a third';
  units: number;
  employees: number;
}

/**
 * SQL that fills an empty database. Every unit has a key of its own, as retail keys have. The nth units of all benefits stand together in
 * the queue of free ones.
 */
export function fillSql({ benefits, keyed, units, employees }: Company): string {
  const isKeyed = keyed === 'all' ? 'true' : 'n % 3 = 0';
  return `
    insert into people (id, name, email, role, slack_id, first_seen_at)
    select ${sqlId('employee', 'n')}, 'employee ' || n, 'employee' || n || '@bench.example', 'employee', 'U0E' || n, now()
      from generate_series(1, ${employees}) n;
    insert into people (id, name, email, role, slack_id, first_seen_at)
    values ('${idOf('approver', 1)}', 'approver 1', 'approver1@bench.example', 'approver', 'U0A1', now());
    insert into packages (id, name, partner_id, starts, ends)
    values ('${idOf('package', 1)}', 'Action Pack', '1234567', '2020-01-01', '2099-12-31');
    insert into benefits (id, package_id, position, category, name, name_key, quantity, unit, delivery)
    select ${sqlId('benefit', 'n')}, '${idOf('package', 1)}', n,
           (array['software', 'software', 'cloud', 'visual-studio', 'support'])[n % 5 + 1],
           'Product number ' || n || ' Professional 2026 LTSC', 'product ' || n,
           greatest(${units}, 10), 'licence', case when ${isKeyed} then 'key' else 'assign' end
      from generate_series(1, ${benefits}) n;
    insert into pools (id, units, free) select ${sqlId('pool', 'n')}, ${units}, ${units}
      from generate_series(1, ${benefits}) n where ${isKeyed};
    insert into pool_benefits (pool_id, benefit_id) select ${sqlId('pool', 'n')}, ${sqlId('benefit', 'n')}
      from generate_series(1, ${benefits}) n where ${isKeyed};
    insert into product_keys (id, pool_id, sealed_for, product_name, type, seats, sealed, fingerprint, imported_at)
    select ${sqlId('key', `${benefits} * u + n`)}, ${sqlId('pool', 'n')}, ${sqlId('benefit', 'n')}, 'product', 'retail', 1,
           sha256(int8send(${benefits} * u + n)), sha256(int8send(${benefits} * u + n)), now()
      from generate_series(1, ${units}) u, generate_series(1, ${benefits}) n where ${isKeyed};
    insert into units (key_id, pool_id, pos)
    select ${sqlId('key', `${benefits} * u + n`)}, ${sqlId('pool', 'n')}, ${benefits} * u + n
      from generate_series(1, ${units}) u, generate_series(1, ${benefits}) n where ${isKeyed} order by 3;
    select setval('unit_positions', ${benefits * (units + 2)});`;
}

/** SQL for requests that wait: number n by employee n, for the benefit whose number is this expression of n. */
export const requestsSql = (from: number, to: number, benefit: string): string => `
    insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked)
    select ${sqlId('request', 'n')}, 1, 'pending', ${sqlId('employee', 'n')}, ${sqlId('employee', 'n')}, ${sqlId('benefit', benefit)}, 1,
           'For the work on the new site', now(), array['${idOf('approver', 1)}'::uuid]
      from generate_series(${from}, ${to}) n;`;

/** SQL that gives one of the benefits so many more units, each with a key of its own. */
export const stockSql = (benefit: number, units: number): string => `
    update benefits set quantity = quantity + ${units} where id = '${idOf('benefit', benefit)}';
    update pools set units = units + ${units}, free = free + ${units} where id = '${idOf('pool', benefit)}';
    with key as (
      insert into product_keys (id, pool_id, sealed_for, product_name, type, seats, sealed, fingerprint, imported_at)
      select ${sqlId('key', `${benefit} * 10000000::bigint + n`)}, '${idOf('pool', benefit)}', '${idOf('benefit', benefit)}', 'product', 'retail', 1,
             sha256(int8send(${benefit} * -10000000::bigint - n)), sha256(int8send(${benefit} * -10000000::bigint - n)), now()
        from generate_series(1, ${units}) n returning id, pool_id)
    insert into units (key_id, pool_id) select id, pool_id from key;`;

/** SQL that hands out most of a benefit's units: this share of them, to the employees in turn. */
export const takenSql = (benefit: number, share: number, employees: number): string => `
    set session_replication_role = replica;
    create temporary table gone as
      select id, key_id, row_number() over (order by pos) as n from units where pool_id = '${idOf('pool', benefit)}' order by pos
       limit (select (${share} * count(*))::bigint from units where pool_id = '${idOf('pool', benefit)}');
    insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked, decided_by, closed_at, holding_id, fulfilled_at)
    select ${sqlId('request', '10000000 + n')}, 2, 'fulfilled', ${sqlId('employee', `n % ${employees} + 1`)},
           ${sqlId('employee', `n % ${employees} + 1`)}, '${idOf('benefit', benefit)}', 1,
           'For the work', now(), '{}', '${idOf('approver', 1)}', now(), ${sqlId('holding', '10000000 + n')}, now() from gone;
    insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
    select ${sqlId('holding', '10000000 + n')}, ${sqlId('request', '10000000 + n')}, ${sqlId('employee', `n % ${employees} + 1`)},
           '${idOf('benefit', benefit)}', 1, key_id, id, now() from gone;
    update units set state = 'held' where id in (select id from gone);
    update pools set free = free - (select count(*) from gone) where id = '${idOf('pool', benefit)}';
    update benefits set held = held + (select count(*) from gone) where id = '${idOf('benefit', benefit)}';
    set session_replication_role = origin;`;

/**
 * SQL for so many holdings on a day, each with four rows of the ledger: asked for and approved before, its key shown during the day; the
 * tenth part of them ended then. What else a key needs is left out.
 */
export const heldSql = (holdings: number, benefits: number, employees: number, day: string): string => {
  const employee = sqlId('employee', `n % ${employees} + 1`);
  const benefit = sqlId('benefit', `n % ${benefits} + 1`);
  const [request, holding] = [sqlId('request', 'n'), sqlId('holding', 'n')];
  const [approver, key] = [idOf('approver', 1), sqlId('key', `${benefits} + n % ${benefits} + 1`)];
  const [before, during] = [
    `'${day}'::timestamptz - n * interval '1 minute'`,
    `'${day} 12:00Z'::timestamptz`,
  ];
  const every = `from generate_series(1, ${holdings}) n`;
  const row = (action: string, subject: string, at: string, by: string) =>
    `select ${at}, '${action}', ${by}, ${subject}, ${employee}, ${benefit}, 'For the work on the new site' ${every}`;
  return `
    set session_replication_role = replica;
    insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked, decided_by, closed_at,
                          holding_id, fulfilled_at, rule)
    select ${request}, 2, 'fulfilled', ${employee}, ${employee}, ${benefit}, 1, 'For the work on the new site', ${before},
           array['${approver}'::uuid], '${approver}', ${before}, ${holding}, ${before}, 'any approver' ${every};
    insert into reviews (request_id, requester_id, assignee_id, version, stage, person_id, verdict, quantity, at)
    select ${request}, ${employee}, ${employee}, 1, 1, '${approver}', 'approve', 1, ${before} ${every};
    insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, since, ended_at, ended_how)
    select ${holding}, ${request}, ${employee}, ${benefit}, 1, ${key}, ${before},
           case when n % 10 = 0 then ${during} end, case when n % 10 = 0 then 'left' end ${every};
    insert into key_views (id, holding_id, person_id, key_id, at, outcome)
    select gen_random_uuid(), ${holding}, ${employee}, ${key}, ${during}, 'shown' ${every};
    insert into audit (at, action, by_person, subject, person_id, benefit_id, why)
    ${[
      row('request.asked', request, before, employee),
      row('request.fulfilled', request, before, `'${approver}'::uuid`),
      row('key.shown', holding, during, employee),
      row('holding.inquired', holding, during, 'null::uuid'),
    ].join(' union all ')};
    insert into audit (at, action, subject, person_id, benefit_id, why)
    select ${during}, 'holding.ended', ${holding}, ${employee}, ${benefit}, 'left' ${every} where n % 10 = 0;
    set session_replication_role = origin;`;
};
