import type { Knex } from 'knex';

/**
 * Whoever can only add to the ledger adds nothing that nobody can seal, read or walk over: no row without measure, no seal that none of the bots
 * could have made, none far behind the end of the chain. What stands there already is not looked at; “audit verify” names it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table audit add constraint audit_fits check (
      at >= '1970-01-01' and at < '9999-01-01' and octet_length(action) <= 100
      and octet_length(why) <= 200000 and octet_length(details::text) <= 8000000) not valid;
    alter table policies add constraint policies_fit check (
      applied_at >= '1970-01-01' and applied_at < '9999-01-01' and octet_length(applied_by) <= 2000
      and octet_length(text) <= 2000000 and octet_length(policy::text) <= 8000000) not valid;
    alter table seals add constraint seals_fit check (
      at >= '1970-01-01' and at < '9999-01-01' and array_ndims(rows) = 1 and array_lower(rows, 1) = 1
      and cardinality(rows) <= 5000 and (0 < all(rows)) is true) not valid;

    create function refuse_a_gap() returns trigger language plpgsql as $$
    begin
      if new.number > 1 and not exists (select from seals where number = new.number - 1) then
        raise exception 'a seal takes the place behind another one' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger seals_leave_no_gap before insert on seals for each row execute function refuse_a_gap();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop trigger seals_leave_no_gap on seals;
    drop function refuse_a_gap();
    alter table seals drop constraint seals_fit;
    alter table policies drop constraint policies_fit;
    alter table audit drop constraint audit_fits;
  `);
}
