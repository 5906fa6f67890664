import type { Knex } from 'knex';

/** Somebody can be forgotten: the words of a row of the ledger may be replaced, and nothing else of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table people drop constraint people_left_how_check,
      add constraint people_left_how_check check (left_how in ('file', 'slack', 'forgotten'));

    -- Only the two functions below switch it on, for their own statement; and then only words may differ.
    create or replace function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('benefits.rewording', true) = 'on' then
        if tg_table_name = 'audit' and to_jsonb(new) - 'why' = to_jsonb(old) - 'why' then return new; end if;
        if tg_table_name = 'policies'
           and to_jsonb(new) - '{text,policy,applied_by}'::text[] = to_jsonb(old) - '{text,policy,applied_by}'::text[] then
          return new;
        end if;
      end if;
      raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
    end $$;

    -- Both say in the ledger what they have done, whoever calls them: its row waits for its seal as any other.
    create function reword_audit(of_rows bigint[], words text[], of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform set_config('benefits.rewording', 'on', true);
      update audit set why = anew.word from unnest(of_rows, words) as anew (id, word)
       where audit.id = anew.id and why is not null and anew.word is not null;
      perform set_config('benefits.rewording', 'off', true);
      insert into audit (at, action, subject, person_id, details)
        values (now(), 'ledger.reworded', of_person, of_person, jsonb_build_object('rows', of_rows));
    end $$;

    -- Of rules that count now, or under which something waits, only who wrote and applied them may be said in other words.
    create function reword_policy(of_version int, new_text text, new_policy jsonb, new_applied_by text, of_person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select from policies where version = of_version and policy is distinct from new_policy)
         and (of_version = (select max(version) from policies)
              or exists (select from requests where policy_version = of_version and state = 'pending')) then
        raise exception 'rules that count are not reworded' using errcode = 'insufficient_privilege';
      end if;
      perform set_config('benefits.rewording', 'on', true);
      update policies set text = new_text, policy = new_policy, applied_by = new_applied_by where version = of_version;
      perform set_config('benefits.rewording', 'off', true);
      insert into audit (at, action, subject, person_id, details)
        values (now(), 'ledger.reworded', of_person, of_person, jsonb_build_object('rules', of_version));
    end $$;
    revoke execute on function reword_audit(bigint[], text[], uuid), reword_policy(int, text, jsonb, text, uuid) from public;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function reword_audit(bigint[], text[], uuid), reword_policy(int, text, jsonb, text, uuid);
    create or replace function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
    end $$;
    update people set left_how = 'file' where left_how = 'forgotten';
    alter table people drop constraint people_left_how_check,
      add constraint people_left_how_check check (left_how in ('file', 'slack'));
  `);
}
