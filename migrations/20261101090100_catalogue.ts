import type { Knex } from 'knex';

/** What the company owns: packages, their benefits, and the stock of keys behind them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table packages (
      id uuid primary key,
      name text not null,
      partner_id text not null,
      account_email text,
      starts date not null,
      ends date not null,
      -- Once any key of a package has been viewed, the package cannot be returned for a refund.
      key_viewed_at timestamptz,
      unique (name, starts),
      check (starts <= ends)
    );

    create table benefits (
      id uuid primary key,
      package_id uuid not null references packages (id),
      position int not null,
      category text not null check (category in ('software', 'cloud', 'visual-studio', 'support')),
      name text not null,
      name_key text not null,
      quantity int not null check (quantity >= 0),
      unit text not null,
      delivery text not null check (delivery in ('key', 'assign', 'none')),
      instructions text,
      instructions_zh text,
      languages text[] not null default '{}',
      systems text[] not null default '{}',
      download_url text,
      activate_by date,
      -- Live holdings and approved requests still being set up, in units of the allocation.
      held int not null default 0,
      -- Grows with every change of the row: whoever keeps a drawn list asks for the sum.
      version bigint not null default 1,
      unique (package_id, name_key),
      constraint never_more_than_the_allocation check (held between 0 and quantity)
    ) with (fillfactor = 70);

    -- Keys that serve the same benefits. One key may serve several benefits under several names; it has one pool of units.
    create table pools (
      id uuid primary key,
      units int not null default 0,
      free int not null default 0,
      shared_keys int not null default 0,
      version bigint not null default 1,
      check (free between 0 and units)
    ) with (fillfactor = 70);
    create table pool_benefits (
      pool_id uuid not null references pools (id),
      benefit_id uuid not null references benefits (id),
      primary key (benefit_id, pool_id)
    );
    create index pool_benefits_by_pool on pool_benefits (pool_id);

    create table product_keys (
      id uuid primary key,
      pool_id uuid not null references pools (id),
      -- The benefit it was sealed for: part of what the seal binds, so it never changes.
      sealed_for uuid not null references benefits (id),
      product_name text not null,
      type text not null check (type in ('retail', 'mak', 'static', 'custom', 'token', 'unknown')),
      -- How many holders the key allows; none where everybody may share it.
      seats int check (seats >= 1),
      sealed bytea not null,
      fingerprint bytea not null,
      imported_at timestamptz not null,
      constraint a_key_is_known_once unique (fingerprint),
      check ((type in ('static', 'custom')) = (seats is null))
    );
    create index product_keys_by_pool on product_keys (pool_id) where seats is null;

    create sequence unit_positions;
    create table units (
      id bigint generated always as identity primary key,
      key_id uuid not null references product_keys (id),
      pool_id uuid not null references pools (id),
      -- The place in the queue of free units. Only the partial index knows it, so that a claim cannot walk the primary key
      -- past everything already taken; a unit that comes back gets a new place at the end.
      pos bigint not null default nextval('unit_positions'),
      state text not null default 'free' check (state in ('free', 'held'))
    ) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, vacuum_index_cleanup = on);
    create index units_free on units (pool_id, pos) where state = 'free';
    create index units_by_key on units (key_id);

    -- Data, fingerprint and audit keys, each wrapped by a key of the settings.
    create table sealed_secrets (
      purpose text not null check (purpose in ('data', 'fingerprint', 'audit')),
      number int not null check (number between 1 and 65535),
      wrapped bytea not null,
      made_at timestamptz not null,
      primary key (purpose, number)
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table sealed_secrets, units, product_keys, pool_benefits, pools, benefits, packages;
    drop sequence unit_positions;
  `);
}
