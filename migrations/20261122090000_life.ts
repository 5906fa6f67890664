import type { Knex } from 'knex';

/** The whole life of a benefit: asked for others, waited for, set up step by step, given back, lapsed. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table packages
      -- The membership the package was bought under, where it ends on another day than the package.
      add column membership_ends date,
      -- So long after the end of the membership what was given before may still be used.
      add column grace_days int not null default 30 check (grace_days between 0 and 366);
    -- The terms a package had before it was renewed.
    create table package_terms (
      package_id uuid not null references packages (id),
      starts date not null,
      ends date not null,
      renewed_at timestamptz not null,
      primary key (package_id, starts)
    );

    alter table benefits
      -- No longer part of the package since this renewal: not given any more, and what is held goes on until it is given back.
      add column dropped_on date,
      -- Settings. Null: nobody is warned, nobody is asked.
      add column low_stock int check (low_stock >= 0),
      add column still_needed_days int check (still_needed_days between 1 and 3650),
      add column answer_days int not null default 14 check (answer_days between 1 and 365),
      add column notice_days int[] not null default '{60,30,14,7,1}',
      add column lead_days int not null default 5 check (lead_days between 1 and 365),
      add column task_days int not null default 3 check (task_days between 1 and 365),
      add column offer_hours int not null default 48 check (offer_hours between 1 and 2000),
      -- The admins know that little is left.
      add column low_told boolean not null default false;

    alter table product_keys
      -- How many seats a cloud token carries; it cannot be split.
      add column carries int check (carries >= 1),
      -- Since when an admin knows that nobody can use it: nothing of it is given any more.
      add column broken_at timestamptz,
      -- The file said how many holders the key allows; else a MAK grows with its allocation.
      add column seats_stated boolean not null default true;
    -- Which key was looked at: a holding may have had another one then.
    alter table key_views add column key_id uuid references product_keys (id);
    update key_views set key_id = holdings.key_id from holdings where holdings.id = holding_id;
    alter table key_views alter column key_id set not null;
    alter table units drop constraint units_state_check;
    alter table units add constraint units_state_check check (state in ('free', 'held', 'set-aside', 'retired'));
    create index units_out on units (pool_id) where state in ('set-aside', 'retired');

    alter table people
      -- Added by an admin before the person ever spoke.
      add column added boolean not null default false,
      add column left_at timestamptz,
      add column left_how text check (left_how in ('file', 'slack')),
      add check ((left_at is null) = (left_how is null));
    create unique index people_added_email on people (email_key) where added;

    alter table requests rename column requester_id to assignee_id;
    alter table requests
      add column requester_id uuid references people (id),
      -- Asked for; or given by an admin without being asked; or moved from somebody else.
      add column way text not null default 'asked' check (way in ('asked', 'assigned', 'reassigned')),
      add column email text,
      add column replaces_id uuid references holdings (id),
      -- What is kept for somebody who has an offer.
      add column key_id uuid references product_keys (id),
      add column unit_id bigint references units (id),
      add column offered_until timestamptz,
      add column with_microsoft_since timestamptz,
      add column cancelled_because text check (cancelled_because in ('taken-back', 'declined', 'offer-over', 'left', 'lapsed', 'spent')),
      add column cancelled_by uuid references people (id),
      add column failed_by uuid references people (id);
    update requests set requester_id = assignee_id;
    update requests set cancelled_because = 'taken-back', cancelled_by = assignee_id where state = 'cancelled';
    alter table requests alter column requester_id set not null;
    alter table requests drop constraint requests_state_check, drop constraint nobody_decides_their_own,
      drop constraint requests_check, drop constraint requests_check1, drop constraint requests_check2,
      drop constraint requests_check3, drop constraint requests_check4;
    alter table requests
      add constraint requests_state_check check (state in
        ('pending', 'waiting', 'offered', 'approved', 'fulfilled', 'denied', 'cancelled', 'failed')),
      add constraint nobody_decides_their_own check (decided_by <> assignee_id and (way <> 'asked' or decided_by <> requester_id)),
      add constraint decided_once check ((state = 'pending') = (closed_at is null)),
      add constraint decided_by_somebody check (state = 'cancelled' or
        (state in ('waiting', 'offered', 'approved', 'fulfilled', 'denied', 'failed')) = (decided_by is not null)),
      add constraint a_no_has_a_reason check ((state in ('denied', 'failed')) = (why is not null)),
      add constraint set_up_by_a_task check (state <> 'approved' or task_id is not null),
      add constraint handed_over check ((state = 'fulfilled') = (holding_id is not null and fulfilled_at is not null)),
      add constraint offered_for_a_time check ((state = 'offered') = (offered_until is not null)),
      add constraint kept_for_an_offer check (unit_id is null or (state = 'offered' and key_id is not null)),
      add constraint cancelled_for_a_cause check ((state = 'cancelled') = (cancelled_because is not null)),
      add constraint cancelled_through_somebody check (coalesce(cancelled_because in ('taken-back', 'declined'), false) = (cancelled_by is not null)),
      add constraint failed_through_somebody check ((state = 'failed') = (failed_by is not null)),
      add constraint reassigned_from_somewhere check ((way = 'reassigned') = (replaces_id is not null));
    drop index one_open_request;
    create unique index one_open_request on requests (assignee_id, benefit_id)
      where state in ('pending', 'waiting', 'offered', 'approved');
    drop index requests_by_person;
    create index requests_by_assignee on requests (assignee_id, asked_at desc);
    create index requests_by_requester on requests (requester_id, asked_at desc) where requester_id <> assignee_id;
    create index requests_waiting on requests (benefit_id, closed_at, id) where state = 'waiting';
    create index requests_offered on requests (offered_until) where state = 'offered';
    create unique index requests_kept on requests (unit_id) where unit_id is not null;
    create unique index one_move_at_a_time on requests (replaces_id) where state = 'approved';

    alter table holdings
      add column ended_how text check (ended_how in ('returned', 'taken-back', 'reassigned', 'left', 'lapsed', 'unanswered')),
      add column ended_by uuid references people (id),
      add column ended_why text,
      -- The allocation may be given to somebody else from this day on.
      add column frees_on date,
      -- When the allocation was given free. Until then it counts as held, although nobody has it.
      add column released_at timestamptz,
      -- Of a support benefit: so much of the quantity is used up and never comes back.
      add column used int not null default 0,
      -- It ended before the term the package has now: what was used of it was used of an allocation that is no more.
      add column of_old_term boolean not null default false,
      add column access_id text,
      add column contract_id text,
      add column evidence text,
      -- "Do you still need this?": when it was asked, until when it is waited for, when it was last answered.
      add column inquired_at timestamptz,
      add column answer_by timestamptz,
      add column reminded_at timestamptz,
      add column kept_at timestamptz;
    update holdings set ended_how = 'returned', released_at = ended_at where ended_at is not null;
    alter table holdings
      add constraint ends_somehow check ((ended_at is null) = (ended_how is null)),
      add constraint released_after_its_end check (released_at is null or released_at >= ended_at),
      add constraint used_within check (used between 0 and quantity),
      add constraint asked_with_a_deadline check ((inquired_at is null) = (answer_by is null));
    create index holdings_live on holdings (benefit_id, since) where ended_at is null;
    create index holdings_unreleased on holdings (frees_on) where ended_at is not null and released_at is null;
    create index holdings_without_key on holdings (benefit_id) where key_id is null and ended_at is null;
    create index holdings_inquired on holdings (answer_by) where inquired_at is not null and ended_at is null;

    -- Incidents and hours of a support benefit: who used how many for what.
    create table uses (
      id uuid primary key,
      holding_id uuid not null references holdings (id),
      person_id uuid not null references people (id),
      quantity int not null check (quantity >= 1),
      what text not null,
      at timestamptz not null
    );
    create index uses_by_holding on uses (holding_id);

    alter table tasks
      add column kind text not null default 'set-up' check (kind in ('set-up', 'activate', 'record-ids', 'reassign', 'remove', 'check-key')),
      add column holding_id uuid references holdings (id),
      add column unit_id bigint references units (id),
      add column report text,
      add column claimed_by uuid references people (id),
      add column claimed_at timestamptz,
      add column due_on date,
      add column reminders int not null default 0,
      add column remind_at timestamptz,
      add column why text;
    update tasks set due_on = (opened_at + interval '3 days')::date;
    alter table tasks alter column due_on set not null, alter column kind drop default, alter column request_id drop not null;
    alter table tasks drop constraint tasks_request_id_key, drop constraint tasks_state_check, drop constraint tasks_check;
    alter table tasks
      add constraint tasks_state_check check (state in ('open', 'done', 'failed')),
      add constraint done_by_somebody check ((state = 'open') = (done_by is null) and (state = 'open') = (done_at is null)),
      add constraint failed_for_a_reason check ((state = 'failed') = (why is not null)),
      add constraint claimed_by_somebody check ((claimed_by is null) = (claimed_at is null)),
      add constraint about_a_request_or_a_holding check ((kind in ('set-up', 'activate', 'record-ids', 'reassign')) = (request_id is not null)
        and (kind in ('remove', 'check-key')) = (holding_id is not null));
    create unique index one_open_task_of_a_request on tasks (request_id) where state = 'open';
    -- A holder may report one unit, and then the one that took its place.
    create unique index one_open_task_of_a_holding on tasks (holding_id, unit_id) nulls not distinct where state = 'open' and holding_id is not null;
    create index tasks_to_remind on tasks (due_on) where state = 'open';

    -- Which warning about what lapses has been given: each once.
    create table lapse_notices (
      benefit_id uuid not null references benefits (id),
      lapses_on date not null,
      days int not null,
      told_at timestamptz not null,
      primary key (benefit_id, lapses_on, days)
    );

    alter table audit drop constraint audit_check;
    -- What came in by file, and what the clock did, was nobody's act; everything but a file is about somebody.
    alter table audit add constraint about_somebody check (action like 'import.%' or (subject is not null and person_id is not null));
  `);
}

/** Back to the older words. What only the newer ones can say (waiting, set aside, removals …) makes it fail: nothing is lost unseen. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table audit drop constraint about_somebody;
    alter table audit add constraint audit_check check (action like 'import.%' or
      (by_person is not null and subject is not null and person_id is not null and benefit_id is not null));
    drop table lapse_notices, uses;

    drop index one_open_task_of_a_request, one_open_task_of_a_holding, tasks_to_remind;
    alter table tasks drop constraint tasks_state_check, drop constraint done_by_somebody, drop constraint failed_for_a_reason,
      drop constraint claimed_by_somebody, drop constraint about_a_request_or_a_holding;
    alter table tasks drop column kind, drop column holding_id, drop column unit_id, drop column report, drop column claimed_by,
      drop column claimed_at, drop column due_on, drop column reminders, drop column remind_at, drop column why;
    alter table tasks alter column request_id set not null, add constraint tasks_request_id_key unique (request_id);
    alter table tasks add constraint tasks_state_check check (state in ('open', 'done')),
      add constraint tasks_check check ((state = 'done') = (done_by is not null and done_at is not null));

    drop index holdings_live, holdings_unreleased, holdings_without_key, holdings_inquired;
    alter table holdings drop constraint ends_somehow, drop constraint released_after_its_end, drop constraint used_within,
      drop constraint asked_with_a_deadline;
    alter table holdings drop column ended_how, drop column ended_by, drop column ended_why, drop column frees_on,
      drop column released_at, drop column used, drop column of_old_term, drop column access_id, drop column contract_id, drop column evidence,
      drop column inquired_at, drop column answer_by, drop column reminded_at, drop column kept_at;

    drop index one_open_request, requests_by_assignee, requests_by_requester, requests_waiting, requests_offered, requests_kept, one_move_at_a_time;
    alter table requests drop constraint requests_state_check, drop constraint nobody_decides_their_own, drop constraint decided_once,
      drop constraint decided_by_somebody, drop constraint a_no_has_a_reason, drop constraint set_up_by_a_task,
      drop constraint handed_over, drop constraint offered_for_a_time, drop constraint kept_for_an_offer,
      drop constraint cancelled_for_a_cause, drop constraint cancelled_through_somebody, drop constraint failed_through_somebody, drop constraint reassigned_from_somewhere;
    alter table requests drop column requester_id, drop column way, drop column email, drop column replaces_id, drop column key_id,
      drop column unit_id, drop column offered_until, drop column with_microsoft_since, drop column cancelled_because, drop column cancelled_by, drop column failed_by;
    alter table requests rename column assignee_id to requester_id;
    alter table requests add constraint requests_state_check check (state in ('pending', 'approved', 'fulfilled', 'denied', 'cancelled')),
      add constraint nobody_decides_their_own check (decided_by <> requester_id),
      add constraint requests_check check ((state = 'pending') = (closed_at is null)),
      add constraint requests_check1 check ((state in ('approved', 'fulfilled', 'denied')) = (decided_by is not null)),
      add constraint requests_check2 check ((state = 'denied') = (why is not null)),
      add constraint requests_check3 check (state <> 'approved' or task_id is not null),
      add constraint requests_check4 check ((state = 'fulfilled') = (holding_id is not null and fulfilled_at is not null));
    create unique index one_open_request on requests (requester_id, benefit_id) where state in ('pending', 'approved');
    create index requests_by_person on requests (requester_id, asked_at desc);

    drop index people_added_email;
    alter table people drop column added, drop column left_at, drop column left_how;
    drop index units_out;
    alter table units drop constraint units_state_check;
    alter table units add constraint units_state_check check (state in ('free', 'held'));
    alter table product_keys drop column carries, drop column seats_stated, drop column broken_at;
    alter table key_views drop column key_id;
    alter table benefits drop column dropped_on, drop column low_stock, drop column still_needed_days, drop column answer_days,
      drop column notice_days, drop column lead_days, drop column task_days, drop column offer_hours, drop column low_told;
    drop table package_terms;
    alter table packages drop column membership_ends, drop column grace_days;
  `);
}
