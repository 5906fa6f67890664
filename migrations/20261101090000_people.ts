import type { Knex } from 'knex';

/** Who is who: people, and the accounts under which they speak. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table people (
      id uuid primary key,
      name text not null,
      email text,
      email_key text generated always as (lower(btrim(email))) stored,
      role text not null check (role in ('employee', 'approver', 'admin')),
      active boolean not null default true,
      imported boolean not null default false,
      manager_email text,
      groups text[] not null default '{}',
      slack_id text,
      teams_id text,
      first_seen_at timestamptz not null
    );
    create index people_by_email on people (email_key);
    create unique index people_slack_id on people (slack_id) where slack_id is not null;
    create unique index people_teams_id on people (teams_id) where teams_id is not null;
    -- Two rows of the people file never share an address; people who only spoke to us may, and then neither is matched.
    create unique index people_imported_email on people (email_key) where imported;
    create index people_by_role on people (role) where active and role <> 'employee';

    create table accounts (
      platform text not null check (platform in ('slack', 'teams')),
      home text not null,
      user_id text not null,
      person_id uuid not null references people (id),
      -- Known by an id of the people file, or the first account of its person: enough to decide with.
      trusted boolean not null,
      address jsonb,
      locale text not null check (locale in ('en', 'zh-TW')),
      time_zone text,
      spoke_at timestamptz not null,
      primary key (platform, home, user_id)
    );
    create index accounts_by_person on accounts (person_id, spoke_at desc);
    -- The same person has one account on a platform: a second one with the same address is somebody else until linked.
    create unique index accounts_one_a_platform on accounts (person_id, platform);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table accounts, people');
}
