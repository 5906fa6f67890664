import type { Knex } from 'knex';

/** What Microsoft's portal of Visual Studio subscriptions says otherwise than we do, and the exports that said so. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table portal_exports (
      digest bytea primary key,
      exported_on date not null,
      read_at timestamptz not null
    );
    create table differences (
      id uuid primary key,
      kind text not null check (kind in ('there-only', 'here-only', 'gone', 'over')),
      -- The same difference in another export has the same print: while it stands nobody is told of it again.
      print text not null,
      benefit_id uuid not null references benefits (id),
      person_id uuid references people (id),
      -- As the portal calls somebody whom nobody here knows.
      subscriber_name text,
      subscriber_email text,
      quantity int not null check (quantity >= 1),
      holding_id uuid references holdings (id),
      assigned_on date,
      exported_on date not null,
      found_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'agreed', 'adopted', 'left', 'over')),
      settled_by uuid references people (id),
      settled_at timestamptz,
      why text,
      over_on date,
      constraint about_somebody_or_a_number check ((kind = 'over') = (person_id is null and subscriber_name is null)),
      constraint settled_by_somebody check ((state in ('agreed', 'adopted', 'left')) = (settled_by is not null)),
      constraint settled_some_time check ((state = 'open') = (settled_at is null)),
      constraint left_for_a_reason check ((state = 'left') = (why is not null)),
      constraint over_since_an_export check ((state = 'over') = (over_on is not null))
    );
    create unique index one_standing_difference on differences (print) where state in ('open', 'agreed', 'left');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table differences, portal_exports');
}
