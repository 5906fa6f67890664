import type { Knex } from 'knex';
import { type LivedIn, livedInLedger } from './lived-in';

let ledger: LivedIn;
let sql: Knex;
beforeAll(async () => {
  ledger = await livedInLedger();
  sql = ledger.door.sql;
});
afterAll(() => ledger.close());

/** The name of the constraint that refuses a statement, or what else became of it. Nothing of it stays. */
async function refusalOf(statement: string): Promise<string> {
  const outcome = { is: 'accepted' };
  await sql
    .transaction(async (transaction) => {
      const ids = { fulfilled: ledger.fulfilled, setUp: ledger.setUp, approved: ledger.approved };
      const { rowCount } = await transaction.raw(statement, {
        ...ids,
        pending: ledger.pending,
        denied: ledger.denied,
      });
      if (rowCount === 0) outcome.is = 'no row to spoil';
      throw new Error('enough seen');
    })
    .catch((error: { constraint?: string; code?: string }) => {
      if (error.constraint) outcome.is = error.constraint;
      else if (error.code) outcome.is = error.code;
    });
  return outcome.is;
}

/** One more seal, like the first but for this. */
const again = (number: string, other: Record<string, string> = {}): string => {
  const columns = ['at', 'key_number', 'rows', 'leaves', 'previous', 'mac'];
  return `insert into seals (number, ${columns.join(', ')})
          select ${number}, ${columns.map((column) => other[column] ?? column).join(', ')} from seals where number = 1`;
};

/** Where the next one has its place. */
const next = '(select max(number) + 1 from seals)';

/** For each constraint with a meaning: the wrong row in words, and how somebody would try to write it. */
const wrongRows: Record<string, [words: string, statement: string]> = {
  one_live_holder: [
    'a second holder of one unit',
    `insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
     select gen_random_uuid(), :pending, person_id, benefit_id, 1, key_id, unit_id, since from holdings where request_id = :fulfilled`,
  ],
  holdings_request_id_key: [
    'a second holding of one request',
    `insert into holdings (id, request_id, person_id, benefit_id, quantity, since)
     select gen_random_uuid(), request_id, person_id, benefit_id, 1, since from holdings where request_id = :fulfilled`,
  ],
  one_open_request: [
    'a second open request for the same benefit',
    `insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked)
     select gen_random_uuid(), 1, 'pending', requester_id, assignee_id, benefit_id, 1, 'Again', asked_at, asked from requests where id = :pending`,
  ],
  never_more_than_the_allocation: ['more held than there is', 'update benefits set held = quantity + 1'],
  benefits_quantity_check: ['an allocation below nothing', 'update benefits set quantity = -1, held = -1'],
  pools_check: ['more free units than units', 'update pools set free = units + 1'],
  nobody_decides_their_own: [
    'an answer by its asker',
    'update requests set decided_by = assignee_id where id = :fulfilled',
  ],
  a_key_is_known_once: [
    'one key twice',
    `insert into product_keys (id, pool_id, sealed_for, product_name, type, seats, sealed, fingerprint, imported_at)
     select gen_random_uuid(), pool_id, sealed_for, 'Another name', type, seats, sealed, fingerprint, imported_at from product_keys`,
  ],
  product_keys_check: [
    'a key for everybody with seats',
    `update product_keys set seats = 5 where type = 'static'`,
  ],
  product_keys_seats_check: ['a key for nobody', `update product_keys set seats = 0 where type = 'retail'`],
  product_keys_type_check: [
    'an unheard-of type of key',
    `update product_keys set type = 'golden' where type = 'retail'`,
  ],
  decided_once: ['closed and still pending', 'update requests set closed_at = asked_at where id = :pending'],
  decided_by_somebody: ['approved by nobody', 'update requests set decided_by = null where id = :fulfilled'],
  a_no_has_a_reason: ['denied without a reason', 'update requests set why = null where id = :denied'],
  set_up_by_a_task: [
    'approved, and nobody has the task',
    'update requests set task_id = null where id = :approved',
  ],
  handed_over: ['fulfilled without a holding', 'update requests set holding_id = null where id = :fulfilled'],
  one_move_at_a_time: [
    'one holding moved to two people',
    `insert into requests (id, version, state, requester_id, assignee_id, way, replaces_id, benefit_id, quantity, reason, asked_at, asked,
                           decided_by, closed_at, task_id)
     select gen_random_uuid(), 1, 'approved', p.id, q.id, 'reassigned', h.id, b.id, 1, 'Twice', now(), '{}', p.id, now(), gen_random_uuid()
       from (select id from holdings limit 1) h, benefits b, people p, people q
      where b.name like 'Windows Server 2025%' and p.name = 'Ada Admin' and q.name in ('Eve Employee', 'Omar Okay')`,
  ],
  requests_kept: [
    'one unit kept for two',
    `insert into requests (id, version, state, requester_id, assignee_id, benefit_id, quantity, reason, asked_at, asked, decided_by,
                           closed_at, offered_until, key_id, unit_id)
     select gen_random_uuid(), 1, 'offered', q.id, q.id, b.id, 1, 'Twice', now(), '{}', p.id, now(), now(), u.key_id, u.id
       from (select id, key_id from units where state = 'free' limit 1) u, benefits b, people p, people q
      where b.name like 'Windows Server 2025%' and p.name = 'Ada Admin' and q.name in ('Eve Employee', 'Omar Okay')`,
  ],
  requests_way_check: ['an unheard-of way to ask', `update requests set way = 'begged'`],
  requests_cancelled_because_check: [
    'an unheard-of cause',
    `update requests set state = 'cancelled', cancelled_because = 'weather', why = null where id = :denied`,
  ],
  offered_for_a_time: [
    'an offer for ever',
    `update requests set state = 'offered', why = null where id = :denied`,
  ],
  kept_for_an_offer: [
    'a unit kept for nobody',
    'update requests set unit_id = (select id from units limit 1) where id = :pending',
  ],
  cancelled_through_somebody: [
    'taken back by nobody',
    `update requests set state = 'cancelled', why = null, cancelled_because = 'taken-back' where id = :denied`,
  ],
  cancelled_for_a_cause: [
    'cancelled without a cause',
    `update requests set state = 'cancelled', why = null where id = :denied`,
  ],
  failed_through_somebody: [
    'failed through nobody',
    `update requests set state = 'failed' where id = :denied`,
  ],
  reassigned_from_somewhere: [
    'reassigned from nowhere',
    `update requests set way = 'reassigned' where id = :pending`,
  ],
  requests_quantity_check: ['a request for nothing', 'update requests set quantity = 0'],
  requests_version_check: ['a version before the first', 'update requests set version = 0'],
  requests_state_check: [
    'an unheard-of state',
    `update requests set state = 'lost', closed_at = asked_at where id = :pending`,
  ],
  holdings_check: ['a unit without its key', 'update holdings set key_id = null where unit_id is not null'],
  holdings_check1: [
    'an end before the beginning',
    `update holdings set ended_at = since - interval '1 second', ended_how = 'left'`,
  ],
  holdings_ended_how_check: ['an unheard-of end', `update holdings set ended_at = since, ended_how = 'lost'`],
  ends_somehow: ['an end without a how', 'update holdings set ended_at = since'],
  released_after_its_end: [
    'given free before its end',
    "update holdings set released_at = since - interval '1 day', ended_at = since, ended_how = 'left'",
  ],
  used_within: ['more used than there is', 'update holdings set used = quantity + 1'],
  asked_with_a_deadline: ['asked without a deadline', 'update holdings set inquired_at = since'],
  holdings_quantity_check: ['holding nothing', 'update holdings set quantity = 0'],
  done_by_somebody: ['done by nobody', `update tasks set done_by = null where state = 'done'`],
  one_open_task_of_a_request: [
    'two open tasks for one request',
    `insert into tasks (id, kind, request_id, state, opened_at, due_on)
     select gen_random_uuid(), kind, request_id, 'open', opened_at, due_on from tasks where state = 'open'`,
  ],
  one_open_task_of_a_holding: [
    'two open tasks about one holding',
    `insert into tasks (id, kind, holding_id, state, opened_at, due_on)
     select gen_random_uuid(), 'remove', id, 'open', since, '2026-01-01' from holdings, generate_series(1, 2)`,
  ],
  tasks_kind_check: [
    'an unheard-of kind of task',
    `update tasks set kind = 'dance', request_id = null, holding_id = null`,
  ],
  failed_for_a_reason: [
    'could not be done, and nobody says why',
    `update tasks set state = 'failed' where state = 'done'`,
  ],
  claimed_by_somebody: ['somebody is on it, and nobody knows who', 'update tasks set claimed_at = opened_at'],
  about_a_request_or_a_holding: ['a task about nothing', 'update tasks set request_id = null'],
  tasks_state_check: [
    'an unheard-of state of a task',
    `update tasks set state = 'lost' where state = 'done'`,
  ],
  units_state_check: ['an unheard-of state of a unit', `update units set state = 'lost'`],
  people_slack_id: ['two people with one Slack id', `update people set slack_id = 'U0SAME'`],
  people_teams_id: ['two people with one Entra id', `update people set teams_id = 'same'`],
  people_imported_email: [
    'two rows of the people file with one address',
    `update people set email = ' SAME@contoso.example '`,
  ],
  people_added_email: [
    'two people with one address, added by an admin',
    `update people set added = true, imported = false, email = 'same@contoso.example'`,
  ],
  people_check: ['left, and nobody knows how', 'update people set left_at = first_seen_at'],
  people_left_how_check: [
    'an unheard-of way to leave',
    `update people set left_at = first_seen_at, left_how = 'bored'`,
  ],
  people_role_check: ['an unheard-of role', `update people set role = 'owner'`],
  accounts_one_a_platform: [
    'two accounts of one person on one platform',
    `insert into accounts select platform, home, user_id || '2', person_id, false, address, locale, time_zone, spoke_at from accounts`,
  ],
  about_somebody: [
    'a decision about nobody in the ledger',
    `insert into audit (at, action, by_person, subject) select at, action, by_person, subject from audit`,
  ],
  accounts_platform_check: ['a third platform', `update accounts set platform = 'telegram'`],
  accounts_locale_check: ['a language we do not speak', `update accounts set locale = 'xx'`],
  packages_grace_days_check: ['a grace of ten years', 'update packages set grace_days = 3650'],
  benefits_low_stock_check: ['a threshold below nothing', 'update benefits set low_stock = -1'],
  benefits_still_needed_days_check: ['asked every moment', 'update benefits set still_needed_days = 0'],
  benefits_answer_days_check: ['no time to answer', 'update benefits set answer_days = 0'],
  benefits_lead_days_check: ['no time for Microsoft', 'update benefits set lead_days = 0'],
  benefits_task_days_check: ['no time for an admin', 'update benefits set task_days = 0'],
  benefits_offer_hours_check: ['an offer of no time', 'update benefits set offer_hours = 0'],
  product_keys_carries_check: ['a token that carries nothing', 'update product_keys set carries = 0'],
  uses_quantity_check: ['using nothing', 'update uses set quantity = 0'],
  packages_check: ['a package that ends before it begins', `update packages set ends = starts - 1`],
  packages_name_starts_key: [
    'one package twice',
    `insert into packages (id, name, partner_id, starts, ends) select gen_random_uuid(), name, '2', starts, ends from packages`,
  ],
  benefits_package_id_name_key_key: [
    'one benefit twice in a package',
    `update benefits set name_key = 'same'`,
  ],
  benefits_category_check: ['an unheard-of category', `update benefits set category = 'hardware'`],
  benefits_delivery_check: ['an unheard-of delivery', `update benefits set delivery = 'post'`],
  key_views_outcome_check: ['an unheard-of end of a look', `update key_views set outcome = 'perhaps'`],
  outbox_state_check: ['an unheard-of state of a notice', `update outbox set state = 'lost'`],
  outbox_way_check: ['an unheard-of way to tell', `update outbox set way = 'shout'`],
  posted_platform_check: ['a message on a third platform', `update posted set platform = 'telegram'`],
  a_rule_is_nobody: ['a rule that is somebody', `update requests set by_rule = true where id = :fulfilled`],
  requests_check: ['more stages than there can be', 'update requests set stages = 4'],
  requests_stage_check: ['a stage before the first', 'update requests set stage = 0'],
  requests_need_check: ['nobody has to agree', 'update requests set need = 0'],
  requests_of_these_people: [
    'one request twice',
    `do $$ begin
       alter table requests drop constraint requests_pkey cascade;
       insert into requests select * from requests where state = 'denied';
     end $$`,
  ],
  reviewers_because_check: ['asked for no reason that is known', `update reviewers set because = 'liked'`],
  reviewers_check: ['of a group without a name', `update reviewers set because = 'group'`],
  reviewers_check1: ['in their own place', `update reviewers set for_person = person_id, for_how = 'away'`],
  reviewers_check2: ['in nobody’s place', `update reviewers set for_person = null, for_how = 'away'`],
  reviewers_for_how_check: [
    'an unheard-of way to answer for somebody',
    `update reviewers set for_how = 'sold' where for_person is not null`,
  ],
  reviewers_stage_check: ['asked in a fourth stage', 'update reviewers set stage = 4'],
  reviewers_through_check: ['an unheard-of way to come to it', `update reviewers set through = 'luck'`],
  nobody_reviews_their_own: ['an answer by whoever gets it', 'update reviews set person_id = assignee_id'],
  one_review_each: [
    'two answers of one person',
    `insert into reviews select request_id, requester_id, assignee_id, version, 2, person_id, for_person, verdict, alone, quantity, why, at
       from reviews where request_id = :fulfilled`,
  ],
  one_review_for_each_place: [
    'two answers in one place',
    `insert into reviews select request_id, requester_id, assignee_id, version, stage, p.id, w.person_id, verdict, alone, quantity, why, at
       from reviews w, people p where request_id = :fulfilled and p.name = 'Ada Admin'`,
  ],
  reviews_check: ['an answer for oneself', 'update reviews set for_person = person_id'],
  reviews_stage_check: ['an answer before the first stage', 'update reviews set stage = 0'],
  reviews_verdict_check: ['an unheard-of answer', `update reviews set verdict = 'perhaps', why = 'x'`],
  a_denial_has_a_reason: ['a no without a reason', `update reviews set why = null where verdict = 'deny'`],
  alone_for_a_reason: [
    'decided alone for hardly a reason',
    `update reviews set alone = true, why = 'Urgent'`,
  ],
  remarks_kind_check: ['an unheard-of kind of word', `update remarks set kind = 'curse'`],
  absences_check: ['standing in for oneself', 'update absences set delegate_id = person_id'],
  absences_check1: ['back before leaving', 'update absences set until_day = from_day - 1'],
  link_codes_platform_check: ['a code from a third platform', `update link_codes set platform = 'telegram'`],
  link_codes_digest_key: [
    'one code for two',
    `insert into link_codes select p.id, c.platform, c.digest, c.expires_at from link_codes c, people p where p.name = 'Ada Admin'`,
  ],
  one_open_task_about_reaching: [
    'two open tasks about reaching one person',
    `insert into tasks (id, kind, person_id, state, opened_at, due_on)
     select gen_random_uuid(), kind, person_id, state, opened_at, due_on from tasks where kind = 'reach'`,
  ],
  sealed_secrets_number_check: ['a key number that fits no seal', 'update sealed_secrets set number = 65536'],
  sealed_secrets_purpose_check: [
    'a secret without a use',
    `update sealed_secrets set purpose = 'spare' where purpose = 'audit'`,
  ],
  seals_number_check: ['a seal before the first', again('0')],
  seals_at_check: ['a moment finer than a seal binds', again(next, { at: `at + interval '1 microsecond'` })],
  seals_rows_check: ['a seal over nothing', again(next, { rows: `'{}'`, leaves: `''` })],
  seals_check: ['a row without its digest', again(next, { rows: 'rows || 9' })],
  seals_previous_check: ['a seal on top of half a seal', again(next, { previous: `'half'` })],
  seals_mac_check: ['half a seal', again(next, { mac: `'half'` })],
  seals_fit: [
    'a seal over no row in particular',
    again(next, { rows: 'array[null]::bigint[]', leaves: 'substr(leaves, 1, 32)' }),
  ],
  audit_fits: [
    'a row of the ledger at the end of time',
    `insert into audit (at, action) values ('infinity', 'import.keys')`,
  ],
  policies_fit: [
    'rules at the end of time',
    `insert into policies (text, policy, applied_at) values ('rules: …', '{}', 'infinity')`,
  ],
  differences_kind_check: ['an unheard-of difference', `update differences set kind = 'odd'`],
  differences_state_check: ['a difference in no state', `update differences set state = 'odd'`],
  differences_quantity_check: ['a difference of nothing', 'update differences set quantity = 0'],
  about_somebody_or_a_number: [
    'gone, and nobody',
    `update differences set subscriber_name = null where kind = 'gone'`,
  ],
  settled_by_somebody: [
    'agreed by nobody',
    `update differences set settled_by = null where state = 'agreed'`,
  ],
  settled_some_time: ['agreed at no time', `update differences set settled_at = null where state = 'agreed'`],
  left_for_a_reason: [
    'left as it is without a reason',
    `update differences set state = 'left' where state = 'agreed'`,
  ],
  over_since_an_export: [
    'over since no export',
    `update differences set state = 'over', settled_at = now() where kind = 'gone'`,
  ],
  one_standing_difference: ['one difference twice', `update differences set print = 'the same'`],
  held_files_kind_check: ['an unheard-of kind of file', `update held_files set kind = 'odd'`],
  a_price_has_a_currency: ['a price in nothing', `update benefits set price = '539.00'`],
  homes_platform_check: ['a page in a third platform', `update homes set platform = 'telegram'`],
  event_deliveries_state_check: ['an event in no state', `update event_deliveries set state = 'odd'`],
  event_deliveries_seal_place_key: [
    'one event on its way twice',
    'insert into event_deliveries (seal, place, begun_at, due_at) select seal, place, begun_at, due_at from event_deliveries',
  ],
  told_heads_mac_check: ['half a head', `update told_heads set mac = 'half'`],
};

test.each(Object.entries(wrongRows))('%s', async (name, [, statement]) => {
  expect(await refusalOf(statement)).toBe(name);
});

test('every check and every uniqueness of the schema has its wrong row above', async () => {
  const { rows } = await sql.raw(`
    select conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype in ('c', 'u') and c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%'
    union
    select x.relname from pg_index i join pg_class x on x.oid = i.indexrelid
     where i.indisunique and not i.indisprimary and x.relnamespace = 'public'::regnamespace and x.relname not like 'migrations%'
    order by name`);
  expect(rows.map(({ name }: { name: string }) => name)).toEqual(Object.keys(wrongRows).sort());
});

interface Link {
  name: string;
  table: string;
  columns: string[];
}

const links = async (kind: 'f' | 'p'): Promise<Link[]> => {
  const { rows } = await sql.raw(
    `select k.conname as name, c.relname as table,
            (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey)) as columns
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = ? and c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%' order by 1`,
    [kind],
  );
  return rows;
};

test('whatever points to nothing is refused, everywhere', async () => {
  const found = await links('f');
  expect(found.length).toBeGreaterThan(20);
  for (const { name, table, columns } of found) {
    const [column] = columns;
    const nowhere = ['unit_id', 'outbox_id', 'policy_version'].includes(column as string)
      ? '-1'
      : 'gen_random_uuid()';
    // What was answered points to a request with its people: that of a request nobody answered is looked at here.
    const unanswered = table === 'requests' ? 'and id not in (select request_id from reviews)' : '';
    const any = `select ctid from ${table} where ${column} is not null`;
    const row = `ctid = coalesce((${any} ${unanswered} limit 1), (${any} limit 1))`;
    expect(`${name}: ${await refusalOf(`update ${table} set ${column} = ${nowhere} where ${row}`)}`).toBe(
      `${name}: ${name}`,
    );
  }
});

test('nothing is there twice under one id', async () => {
  const found = await links('p');
  expect(found.length).toBeGreaterThan(12);
  for (const { name, table, columns } of found) {
    const { rows } = await sql.raw(
      `select array_agg(quote_ident(attname)) as names from pg_attribute
        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const all = rows[0].names.join(', ');
    const again = `insert into ${table} (${all}) overriding system value select ${all} from ${table} limit 1`;
    const refusal = await refusalOf(again);
    expect({ table, columns, refusal }).toEqual({ table, columns, refusal: name });
  }
});

test('what must be there cannot be left out', async () => {
  const { rows } = await sql.raw(`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%'
       and a.attnum > 0 and a.attnotnull and a.attidentity = '' and c.relname not in ('audit', 'policies', 'seals') order by 1, a.attnum`);
  expect(rows.length).toBeGreaterThan(70);
  for (const { table, column } of rows)
    expect(`${table}.${column}: ${await refusalOf(`update ${table} set ${column} = null`)}`).toBe(
      `${table}.${column}: 23502`,
    );
});

test.each([
  ['changed', `update policies set text = ''`],
  ['deleted', 'delete from policies'],
  ['emptied', 'truncate policies cascade'],
])('a policy that was applied cannot be %s', async (_, statement) => {
  expect(await refusalOf(statement)).toBe('42501');
});

test.each([
  ['changed', 'update seals set key_number = 2'],
  ['deleted', 'delete from seals'],
  ['emptied', 'truncate seals'],
])('the chain cannot be %s', async (_, statement) => {
  expect(await refusalOf(statement)).toBe('42501');
});

test.each([
  ['changed', `update audit set why = 'Something else'`],
  ['deleted', 'delete from audit'],
  ['emptied', 'truncate audit'],
])('the ledger cannot be %s', async (_, statement) => {
  expect(await refusalOf(statement)).toBe('42501');
});
