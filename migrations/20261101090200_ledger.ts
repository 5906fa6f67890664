import type { Knex } from 'knex';

/** What was asked, decided, handed over and said. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table requests (
      id uuid primary key,
      version int not null check (version >= 1),
      state text not null check (state in ('pending', 'approved', 'fulfilled', 'denied', 'cancelled')),
      requester_id uuid not null references people (id),
      benefit_id uuid not null references benefits (id),
      quantity int not null check (quantity >= 1),
      language text,
      system text,
      reason text not null,
      asked_at timestamptz not null,
      asked uuid[] not null,
      decided_by uuid references people (id),
      -- When it left 'pending', however it did.
      closed_at timestamptz,
      why text,
      task_id uuid,
      holding_id uuid,
      fulfilled_at timestamptz,
      constraint nobody_decides_their_own check (decided_by <> requester_id),
      check ((state = 'pending') = (closed_at is null)),
      check ((state in ('approved', 'fulfilled', 'denied')) = (decided_by is not null)),
      check ((state = 'denied') = (why is not null)),
      check (state <> 'approved' or task_id is not null),
      check ((state = 'fulfilled') = (holding_id is not null and fulfilled_at is not null))
    );
    create unique index one_open_request on requests (requester_id, benefit_id) where state in ('pending', 'approved');
    create index requests_by_person on requests (requester_id, asked_at desc);
    create index requests_pending on requests (asked_at) where state = 'pending';

    create table holdings (
      id uuid primary key,
      request_id uuid not null unique references requests (id),
      person_id uuid not null references people (id),
      benefit_id uuid not null references benefits (id),
      quantity int not null check (quantity >= 1),
      key_id uuid references product_keys (id),
      unit_id bigint references units (id),
      since timestamptz not null,
      ended_at timestamptz,
      check (unit_id is null or key_id is not null),
      check (ended_at is null or ended_at >= since)
    );
    create unique index one_live_holder on holdings (unit_id) where ended_at is null;
    create index holdings_by_person on holdings (person_id, since desc);

    create table tasks (
      id uuid primary key,
      request_id uuid not null unique references requests (id),
      state text not null check (state in ('open', 'done')),
      opened_at timestamptz not null,
      done_by uuid references people (id),
      done_at timestamptz,
      evidence text,
      check ((state = 'done') = (done_by is not null and done_at is not null))
    );
    create index tasks_open on tasks (opened_at) where state = 'open';

    -- Written before a key is shown, completed after: what is 'attempted' for long may have been seen.
    create table key_views (
      id uuid primary key,
      holding_id uuid not null references holdings (id),
      person_id uuid not null references people (id),
      at timestamptz not null,
      outcome text not null check (outcome in ('attempted', 'shown', 'not-shown'))
    );
    create index key_views_by_holding on key_views (holding_id);

    create table outbox (
      id bigint generated always as identity primary key,
      person_id uuid not null references people (id),
      subject uuid not null,
      way text not null check (way in ('tell', 'redraw')),
      notice jsonb not null,
      state text not null default 'due' check (state in ('due', 'sent', 'dead')),
      due_at timestamptz not null,
      attempts int not null default 0,
      lease uuid,
      leased_until timestamptz,
      last_failure text,
      settled_at timestamptz
    );
    create index outbox_due on outbox (due_at) where state = 'due';
    create index outbox_in_order on outbox (person_id, subject, id) where state = 'due';

    -- Which messages show a subject to whom, so that they can be redrawn.
    create table posted (
      id bigint generated always as identity primary key,
      outbox_id bigint not null references outbox (id),
      person_id uuid not null references people (id),
      subject uuid not null,
      platform text not null check (platform in ('slack', 'teams')),
      ref jsonb not null,
      posted_at timestamptz not null
    );
    create index posted_by_subject on posted (subject, person_id);

    -- One row for every command with an effect: a repeated delivery gets the stored answer.
    create table inbound (
      identity text primary key,
      seen_at timestamptz not null,
      answer jsonb
    );
    create index inbound_by_age on inbound (seen_at);

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      transaction xid8 not null default pg_current_xact_id(),
      action text not null,
      by_person uuid,
      subject uuid,
      person_id uuid,
      benefit_id uuid,
      why text,
      details jsonb,
      -- What came in by file is about nobody in particular; everything else names who, about whom and what.
      check (action like 'import.%' or (by_person is not null and subject is not null and person_id is not null and benefit_id is not null))
    );
    create index audit_by_subject on audit (subject);

    create function refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
    end $$;
    create trigger audit_is_append_only before update or delete on audit
      for each row execute function refuse_rewriting();
    create trigger audit_is_never_emptied before truncate on audit
      for each statement execute function refuse_rewriting();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table audit, inbound, posted, outbox, key_views, tasks, holdings, requests;
    drop function refuse_rewriting();
  `);
}
