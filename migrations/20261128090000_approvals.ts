import type { Knex } from 'knex';

/** Who decides what, in how many stages, what was said about it, and what of it people were shown. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Every version that was ever applied: a request keeps the one it was made under.
    create table policies (
      version int generated always as identity primary key,
      -- As it was reviewed, letter by letter; and as it was read.
      text text not null,
      policy jsonb not null,
      applied_by text,
      applied_at timestamptz not null
    );
    create trigger policies_are_append_only before update or delete on policies
      for each row execute function refuse_rewriting();
    create trigger policies_are_never_emptied before truncate on policies
      for each statement execute function refuse_rewriting();

    alter table requests
      -- Null: the policy that the bot has of its own.
      add column policy_version int references policies (version),
      -- The rule that fitted when it was asked; null of what nobody asked for.
      add column rule text,
      add column stage int not null default 1 check (stage >= 1),
      add column stages int not null default 1 check (stages between stage and 3),
      -- So many must agree in this stage; null: everybody who is asked.
      add column need int default 1 check (need >= 1),
      add column stage_since timestamptz,
      -- When others are asked too because of silence, and when nothing comes of it; null where the policy knows no such end.
      add column escalate_at timestamptz,
      add column escalated_at timestamptz,
      add column expire_at timestamptz,
      -- The rule needs nobody: approved as it was asked.
      add column by_rule boolean not null default false,
      -- What the rules looked at, as it was when it was asked.
      add column facts jsonb,
      -- When the requester last reminded those who decide.
      add column nudged_at timestamptz,
      add constraint requests_of_these_people unique (id, requester_id, assignee_id);
    update requests set stage_since = asked_at;
    create index requests_silent on requests (least(escalate_at, expire_at)) where state = 'pending' and (escalate_at is not null or expire_at is not null);
    alter table requests drop constraint decided_by_somebody, drop constraint requests_cancelled_because_check;
    alter table requests
      add constraint decided_by_somebody check (state = 'cancelled' or
        (state in ('waiting', 'offered', 'approved', 'fulfilled', 'denied', 'failed')) = (decided_by is not null or by_rule)),
      add constraint a_rule_is_nobody check (not by_rule or (decided_by is null and rule is not null)),
      add constraint requests_cancelled_because_check check (cancelled_because in
        ('taken-back', 'declined', 'offer-over', 'left', 'lapsed', 'spent', 'expired'));

    -- Who is asked, or may answer unasked, in a stage of a request.
    create table reviewers (
      request_id uuid not null references requests (id),
      stage int not null check (stage between 1 and 3),
      person_id uuid not null references people (id),
      because text not null check (because in ('named', 'approver', 'admin', 'manager', 'group')),
      group_name text check ((because = 'group') = (group_name is not null)),
      -- How they came to it, where the stage itself does not name them.
      through text check (through in ('otherwise', 'escalated')),
      -- In whose place they answer.
      for_person uuid references people (id) check (for_person <> person_id),
      for_how text check (for_how in ('handed', 'away')),
      -- False: may answer, and is never written to.
      told boolean not null,
      on_it_at timestamptz,
      reminders int not null default 0,
      remind_at timestamptz,
      primary key (request_id, stage, person_id),
      check ((for_person is null) = (for_how is null))
    );
    create index reviewers_by_person on reviewers (person_id);
    create index reviewers_to_remind on reviewers (remind_at) where remind_at is not null;

    create table reviews (
      request_id uuid not null,
      requester_id uuid not null,
      assignee_id uuid not null,
      -- The version that was looked at.
      version int not null,
      stage int not null check (stage between 1 and 3),
      person_id uuid not null references people (id),
      for_person uuid references people (id) check (for_person <> person_id),
      verdict text not null check (verdict in ('approve', 'deny')),
      -- An emergency: an admin decided alone.
      alone boolean not null default false,
      quantity int,
      why text,
      at timestamptz not null,
      -- The request was changed after it: it counts no more.
      void_at timestamptz,
      foreign key (request_id, requester_id, assignee_id) references requests (id, requester_id, assignee_id),
      constraint nobody_reviews_their_own check (person_id <> requester_id and person_id <> assignee_id),
      constraint a_denial_has_a_reason check (verdict = 'approve' or why is not null),
      constraint alone_for_a_reason check (not alone or coalesce(char_length(why), 0) >= 20)
    );
    -- Whoever decides alone in an emergency may have answered before, or somebody in their place.
    create unique index one_review_each on reviews (request_id, person_id) where void_at is null and not alone;
    create unique index one_review_for_each_place on reviews (request_id, stage, coalesce(for_person, person_id)) where void_at is null and not alone;

    -- What was asked and said about a request.
    create table remarks (
      id uuid primary key,
      request_id uuid not null references requests (id),
      person_id uuid not null references people (id),
      kind text not null check (kind in ('question', 'answer', 'word')),
      text text not null,
      at timestamptz not null
    );
    create index remarks_by_request on remarks (request_id, at);

    -- Out of office: from a day to a day, both included.
    create table absences (
      person_id uuid primary key references people (id),
      from_day date not null,
      until_day date not null,
      delegate_id uuid references people (id) check (delegate_id <> person_id),
      noted_at timestamptz not null,
      check (until_day >= from_day)
    );

    -- One-time codes with which somebody shows that a second account is theirs. Only a keyed digest is kept.
    create table link_codes (
      person_id uuid primary key references people (id),
      platform text not null check (platform in ('slack', 'teams')),
      digest bytea not null unique,
      expires_at timestamptz not null
    );
    -- Wrong codes typed under an account lately.
    create table link_tries (
      platform text not null,
      home text not null,
      user_id text not null,
      since timestamptz not null,
      tries int not null,
      primary key (platform, home, user_id)
    );

    -- What a message shows: the version of the request that was drawn, and whether anything on it can be pressed.
    alter table posted
      add column version int,
      add column live boolean not null default false;
    create index posted_live on posted (subject) where live;
    -- Whoever replies to a message is asked about nothing but what it shows.
    create index posted_by_ref on posted using gin (ref jsonb_path_ops);

    -- What is on its way already was written before requests had a course: then the bot's own rule decided.
    update outbox set notice = jsonb_set(jsonb_set(notice, '{reader}', to_jsonb(person_id::text)), '{request,course}', jsonb_build_object(
        'policy', 0, 'rule', 'any approver', 'stage', 1, 'stages', 1, 'since', notice #> '{request,askedAt}', 'need', 1, 'reviews', '[]'::jsonb,
        'remarks', '[]'::jsonb, 'reviewers', (select coalesce(jsonb_agg(asked || '{"because": {"is": "approver"}, "told": true, "reminders": 0}'), '[]')
                                                from jsonb_array_elements(notice #> '{request,asked}') as asked)))
     where state = 'due' and notice ->> 'kind' in ('to-decide', 'asked-for-you');

    -- What could not be delivered and nobody has looked at yet.
    alter table outbox add column noticed_at timestamptz;
    create index outbox_dead on outbox (id) where state = 'dead' and noticed_at is null;
    create index outbox_dead_of on outbox (person_id, subject) where state = 'dead';
    create index posted_by_person on posted (person_id, posted_at);

    -- The requests that somebody's latest digest lists.
    create table digests (
      person_id uuid primary key references people (id),
      requests uuid[] not null,
      told_at timestamptz not null
    );

    alter table tasks add column person_id uuid references people (id);
    alter table tasks drop constraint tasks_kind_check, drop constraint about_a_request_or_a_holding;
    alter table tasks
      add constraint tasks_kind_check check (kind in ('set-up', 'activate', 'record-ids', 'reassign', 'remove', 'check-key', 'reach')),
      add constraint about_a_request_or_a_holding check ((kind in ('set-up', 'activate', 'record-ids', 'reassign')) = (request_id is not null)
        and (kind in ('remove', 'check-key')) = (holding_id is not null) and (kind = 'reach') = (person_id is not null));
    create unique index one_open_task_about_reaching on tasks (person_id) where state = 'open' and person_id is not null;
  `);
}

/** Back to one answer of anybody. What only the newer words can say (rules, second stages, an expired request …) makes it fail: nothing is lost unseen. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index one_open_task_about_reaching;
    alter table tasks drop constraint tasks_kind_check, drop constraint about_a_request_or_a_holding;
    alter table tasks drop column person_id;
    alter table tasks
      add constraint tasks_kind_check check (kind in ('set-up', 'activate', 'record-ids', 'reassign', 'remove', 'check-key')),
      add constraint about_a_request_or_a_holding check ((kind in ('set-up', 'activate', 'record-ids', 'reassign')) = (request_id is not null)
        and (kind in ('remove', 'check-key')) = (holding_id is not null));
    drop table digests, link_tries, link_codes, absences, remarks, reviews, reviewers;
    drop index outbox_dead, outbox_dead_of, posted_live, posted_by_ref, posted_by_person;
    alter table outbox drop column noticed_at;
    alter table posted drop column version, drop column live;
    alter table requests drop constraint decided_by_somebody, drop constraint a_rule_is_nobody, drop constraint requests_cancelled_because_check,
      drop constraint requests_of_these_people;
    alter table requests
      add constraint decided_by_somebody check (state = 'cancelled' or
        (state in ('waiting', 'offered', 'approved', 'fulfilled', 'denied', 'failed')) = (decided_by is not null)),
      add constraint requests_cancelled_because_check check (cancelled_because in
        ('taken-back', 'declined', 'offer-over', 'left', 'lapsed', 'spent'));
    alter table requests drop column policy_version, drop column rule, drop column stage, drop column stages, drop column need,
      drop column stage_since, drop column escalate_at, drop column escalated_at, drop column expire_at, drop column by_rule, drop column facts, drop column nudged_at;
    drop table policies;
  `);
}
