import type { Knex } from 'knex';

/** The chain that seals the ledger, and what of its head the admins were told. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Every row of the ledger waits here, from the same transaction on, until it is sealed. A list and not a horizon of transaction
    -- numbers, because those begin anew in a database that was restored from a dump.
    create table unsealed (audit_id bigint primary key);
    insert into unsealed select id from audit;
    create function wait_for_the_seal() returns trigger language plpgsql as $$
    begin
      insert into unsealed select id from added;
      return null;
    end $$;
    create trigger audit_waits_for_the_seal after insert on audit referencing new table as added
      for each statement execute function wait_for_the_seal();

    create table seals (
      number bigint primary key check (number >= 1),
      at timestamptz not null check (date_trunc('milliseconds', at) = at),
      key_number int not null,
      -- The rows under this seal in their order, and of each the keyed digest of what it says, 32 bytes one after another.
      rows bigint[] not null check (cardinality(rows) >= 1),
      leaves bytea not null,
      previous bytea not null check (length(previous) = 32),
      mac bytea not null check (length(mac) = 32),
      check (length(leaves) = 32 * cardinality(rows))
    );
    create trigger seals_are_append_only before update or delete on seals
      for each row execute function refuse_rewriting();
    create trigger seals_are_never_emptied before truncate on seals
      for each statement execute function refuse_rewriting();

    -- Which head the admins were told, by the moment from which it was due, so that it is told once by however many bots.
    create table told_heads (
      due_at timestamptz primary key,
      seal bigint not null,
      mac bytea not null check (length(mac) = 32)
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table told_heads, seals;
    drop trigger audit_waits_for_the_seal on audit;
    drop function wait_for_the_seal();
    drop table unsealed;
  `);
}
