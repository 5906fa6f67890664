-- tables, columns
absences.person_id uuid not null
absences.from_day date not null
absences.until_day date not null
absences.delegate_id uuid
absences.noted_at timestamp with time zone not null
accounts.platform text not null
accounts.home text not null
accounts.user_id text not null
accounts.person_id uuid not null
accounts.trusted boolean not null
accounts.address jsonb
accounts.locale text not null
accounts.time_zone text
accounts.spoke_at timestamp with time zone not null
audit.id bigint not null identity
audit.at timestamp with time zone not null
audit.transaction xid8 not null default pg_current_xact_id()
audit.action text not null
audit.by_person uuid
audit.subject uuid
audit.person_id uuid
audit.benefit_id uuid
audit.why text
audit.details jsonb
benefits.id uuid not null -- table with fillfactor=70
benefits.package_id uuid not null
benefits.position integer not null
benefits.category text not null
benefits.name text not null
benefits.name_key text not null
benefits.quantity integer not null
benefits.unit text not null
benefits.delivery text not null
benefits.instructions text
benefits.instructions_zh text
benefits.languages text[] not null default '{}'::text[]
benefits.systems text[] not null default '{}'::text[]
benefits.download_url text
benefits.activate_by date
benefits.held integer not null default 0
benefits.version bigint not null default 1
benefits.dropped_on date
benefits.low_stock integer
benefits.still_needed_days integer
benefits.answer_days integer not null default 14
benefits.notice_days integer[] not null default '{60,30,14,7,1}'::integer[]
benefits.lead_days integer not null default 5
benefits.task_days integer not null default 3
benefits.offer_hours integer not null default 48
benefits.low_told boolean not null default false
benefits.price text
differences.id uuid not null
differences.kind text not null
differences.print text not null
differences.benefit_id uuid not null
differences.person_id uuid
differences.subscriber_name text
differences.subscriber_email text
differences.quantity integer not null
differences.holding_id uuid
differences.assigned_on date
differences.exported_on date not null
differences.found_at timestamp with time zone not null
differences.state text not null default 'open'::text
differences.settled_by uuid
differences.settled_at timestamp with time zone
differences.why text
differences.over_on date
digests.person_id uuid not null
digests.requests uuid[] not null
digests.told_at timestamp with time zone not null
event_deliveries.id bigint not null identity
event_deliveries.seal bigint not null
event_deliveries.place integer not null
event_deliveries.state text not null default 'due'::text
event_deliveries.begun_at timestamp with time zone not null
event_deliveries.due_at timestamp with time zone not null
event_deliveries.attempts integer not null default 0
event_deliveries.lease uuid
event_deliveries.leased_until timestamp with time zone
event_deliveries.last_failure text
event_deliveries.settled_at timestamp with time zone
event_deliveries.told_at timestamp with time zone
held_files.id uuid not null
held_files.person_id uuid not null
held_files.kind text
held_files.name text not null
held_files.sealed bytea not null
held_files.held_until timestamp with time zone not null
held_files.meanings jsonb not null default '{"make": false, "said": 0, "names": []}'::jsonb
holdings.id uuid not null
holdings.request_id uuid not null
holdings.person_id uuid not null
holdings.benefit_id uuid not null
holdings.quantity integer not null
holdings.key_id uuid
holdings.unit_id bigint
holdings.since timestamp with time zone not null
holdings.ended_at timestamp with time zone
holdings.ended_how text
holdings.ended_by uuid
holdings.ended_why text
holdings.frees_on date
holdings.released_at timestamp with time zone
holdings.used integer not null default 0
holdings.of_old_term boolean not null default false
holdings.access_id text
holdings.contract_id text
holdings.evidence text
holdings.inquired_at timestamp with time zone
holdings.answer_by timestamp with time zone
holdings.reminded_at timestamp with time zone
holdings.kept_at timestamp with time zone
homes.platform text not null
homes.home text not null
homes.user_id text not null
homes.person_id uuid not null
homes.opened_at timestamp with time zone not null
homes.command jsonb not null
homes.drawn text not null
homes.hash text not null
homes.version integer not null default 1
homes.looked_at timestamp with time zone not null
homes.drawing_until timestamp with time zone
homes.once_more_at timestamp with time zone
homes.audit_seen bigint not null
homes.outbox_seen bigint not null
homes.redraw_until timestamp with time zone
inbound.identity text not null
inbound.seen_at timestamp with time zone not null
inbound.answer jsonb
installations.team text not null
installations.bot_user text not null
installations.sealed bytea not null
installations.expires_at timestamp with time zone
installations.version integer not null default 1
installations.installed_at timestamp with time zone not null
installations.refreshing_until timestamp with time zone
key_views.id uuid not null
key_views.holding_id uuid not null
key_views.person_id uuid not null
key_views.at timestamp with time zone not null
key_views.outcome text not null
key_views.key_id uuid not null
lapse_notices.benefit_id uuid not null
lapse_notices.lapses_on date not null
lapse_notices.days integer not null
lapse_notices.told_at timestamp with time zone not null
link_codes.person_id uuid not null
link_codes.platform text not null
link_codes.digest bytea not null
link_codes.expires_at timestamp with time zone not null
link_tries.platform text not null
link_tries.home text not null
link_tries.user_id text not null
link_tries.since timestamp with time zone not null
link_tries.tries integer not null
outbox.id bigint not null identity
outbox.person_id uuid not null
outbox.subject uuid not null
outbox.way text not null
outbox.notice jsonb not null
outbox.state text not null default 'due'::text
outbox.due_at timestamp with time zone not null
outbox.attempts integer not null default 0
outbox.lease uuid
outbox.leased_until timestamp with time zone
outbox.last_failure text
outbox.settled_at timestamp with time zone
outbox.noticed_at timestamp with time zone
package_terms.package_id uuid not null
package_terms.starts date not null
package_terms.ends date not null
package_terms.renewed_at timestamp with time zone not null
packages.id uuid not null
packages.name text not null
packages.partner_id text not null
packages.account_email text
packages.starts date not null
packages.ends date not null
packages.key_viewed_at timestamp with time zone
packages.membership_ends date
packages.grace_days integer not null default 30
people.id uuid not null
people.name text not null
people.email text
people.email_key text generated as (lower(btrim(email)))
people.role text not null
people.active boolean not null default true
people.imported boolean not null default false
people.manager_email text
people.groups text[] not null default '{}'::text[]
people.slack_id text
people.teams_id text
people.first_seen_at timestamp with time zone not null
people.added boolean not null default false
people.left_at timestamp with time zone
people.left_how text
people.forgetting_refused_at timestamp with time zone
policies.version integer not null identity
policies.text text not null
policies.policy jsonb not null
policies.applied_by text
policies.applied_at timestamp with time zone not null
pool_benefits.pool_id uuid not null
pool_benefits.benefit_id uuid not null
pools.id uuid not null -- table with fillfactor=70
pools.units integer not null default 0
pools.free integer not null default 0
pools.shared_keys integer not null default 0
pools.version bigint not null default 1
portal_exports.digest bytea not null
portal_exports.exported_on date not null
portal_exports.read_at timestamp with time zone not null
posted.id bigint not null identity
posted.outbox_id bigint
posted.person_id uuid not null
posted.subject uuid not null
posted.platform text not null
posted.ref jsonb not null
posted.posted_at timestamp with time zone not null
posted.version integer
posted.live boolean not null default false
product_keys.id uuid not null
product_keys.pool_id uuid not null
product_keys.sealed_for uuid not null
product_keys.product_name text not null
product_keys.type text not null
product_keys.seats integer
product_keys.sealed bytea not null
product_keys.fingerprint bytea not null
product_keys.imported_at timestamp with time zone not null
product_keys.carries integer
product_keys.broken_at timestamp with time zone
product_keys.seats_stated boolean not null default true
remarks.id uuid not null
remarks.request_id uuid not null
remarks.person_id uuid not null
remarks.kind text not null
remarks.text text not null
remarks.at timestamp with time zone not null
requests.id uuid not null
requests.version integer not null
requests.state text not null
requests.assignee_id uuid not null
requests.benefit_id uuid not null
requests.quantity integer not null
requests.language text
requests.system text
requests.reason text not null
requests.asked_at timestamp with time zone not null
requests.asked uuid[] not null
requests.decided_by uuid
requests.closed_at timestamp with time zone
requests.why text
requests.task_id uuid
requests.holding_id uuid
requests.fulfilled_at timestamp with time zone
requests.requester_id uuid not null
requests.way text not null default 'asked'::text
requests.email text
requests.replaces_id uuid
requests.key_id uuid
requests.unit_id bigint
requests.offered_until timestamp with time zone
requests.with_microsoft_since timestamp with time zone
requests.cancelled_because text
requests.cancelled_by uuid
requests.failed_by uuid
requests.policy_version integer
requests.rule text
requests.stage integer not null default 1
requests.stages integer not null default 1
requests.need integer default 1
requests.stage_since timestamp with time zone
requests.escalate_at timestamp with time zone
requests.escalated_at timestamp with time zone
requests.expire_at timestamp with time zone
requests.by_rule boolean not null default false
requests.facts jsonb
requests.nudged_at timestamp with time zone
requests.text_removed_at timestamp with time zone
requests.text_refused_at timestamp with time zone
reviewers.request_id uuid not null
reviewers.stage integer not null
reviewers.person_id uuid not null
reviewers.because text not null
reviewers.group_name text
reviewers.through text
reviewers.for_person uuid
reviewers.for_how text
reviewers.told boolean not null
reviewers.on_it_at timestamp with time zone
reviewers.reminders integer not null default 0
reviewers.remind_at timestamp with time zone
reviews.request_id uuid not null
reviews.requester_id uuid not null
reviews.assignee_id uuid not null
reviews.version integer not null
reviews.stage integer not null
reviews.person_id uuid not null
reviews.for_person uuid
reviews.verdict text not null
reviews.alone boolean not null default false
reviews.quantity integer
reviews.why text
reviews.at timestamp with time zone not null
reviews.void_at timestamp with time zone
sealed_secrets.purpose text not null
sealed_secrets.number integer not null
sealed_secrets.wrapped bytea not null
sealed_secrets.made_at timestamp with time zone not null
seals.number bigint not null
seals.at timestamp with time zone not null
seals.key_number integer not null
seals.rows bigint[] not null
seals.leaves bytea not null
seals.previous bytea not null
seals.mac bytea not null
tasks.id uuid not null
tasks.request_id uuid
tasks.state text not null
tasks.opened_at timestamp with time zone not null
tasks.done_by uuid
tasks.done_at timestamp with time zone
tasks.evidence text
tasks.kind text not null
tasks.holding_id uuid
tasks.unit_id bigint
tasks.report text
tasks.claimed_by uuid
tasks.claimed_at timestamp with time zone
tasks.due_on date not null
tasks.reminders integer not null default 0
tasks.remind_at timestamp with time zone
tasks.why text
tasks.person_id uuid
told_heads.due_at timestamp with time zone not null
told_heads.seal bigint not null
told_heads.mac bytea not null
units.id bigint not null identity -- table with fillfactor=90, autovacuum_vacuum_scale_factor=0.02, vacuum_index_cleanup=on
units.key_id uuid not null
units.pool_id uuid not null
units.pos bigint not null default nextval('unit_positions'::regclass)
units.state text not null default 'free'::text
unsealed.audit_id bigint not null
uses.id uuid not null
uses.holding_id uuid not null
uses.person_id uuid not null
uses.quantity integer not null
uses.what text not null
uses.at timestamp with time zone not null

-- constraints
absences.absences_check CHECK ((delegate_id <> person_id))
absences.absences_check1 CHECK ((until_day >= from_day))
absences.absences_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES people(id)
absences.absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
absences.absences_pkey PRIMARY KEY (person_id)
accounts.accounts_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'zh-TW'::text])))
accounts.accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
accounts.accounts_pkey PRIMARY KEY (platform, home, user_id)
accounts.accounts_platform_check CHECK ((platform = ANY (ARRAY['slack'::text, 'teams'::text])))
audit.about_somebody CHECK (((action ~~ 'import.%'::text) OR (action = ANY (ARRAY['keys.rotated'::text, 'keys.resealed'::text])) OR ((subject IS NOT NULL) AND (person_id IS NOT NULL))))
audit.audit_fits CHECK (((at >= '1970-01-01 00:00:00+00'::timestamp with time zone) AND (at < '9999-01-01 00:00:00+00'::timestamp with time zone) AND (octet_length(action) <= 100) AND (octet_length(why) <= 200000) AND (octet_length((details)::text) <= 8000000))) NOT VALID
audit.audit_pkey PRIMARY KEY (id)
benefits.a_price_has_a_currency CHECK ((price ~ '^[A-Z]{3} \d{1,9}\.\d{2}$'::text))
benefits.benefits_answer_days_check CHECK (((answer_days >= 1) AND (answer_days <= 365)))
benefits.benefits_category_check CHECK ((category = ANY (ARRAY['software'::text, 'cloud'::text, 'visual-studio'::text, 'support'::text])))
benefits.benefits_delivery_check CHECK ((delivery = ANY (ARRAY['key'::text, 'assign'::text, 'none'::text])))
benefits.benefits_lead_days_check CHECK (((lead_days >= 1) AND (lead_days <= 365)))
benefits.benefits_low_stock_check CHECK ((low_stock >= 0))
benefits.benefits_offer_hours_check CHECK (((offer_hours >= 1) AND (offer_hours <= 2000)))
benefits.benefits_package_id_fkey FOREIGN KEY (package_id) REFERENCES packages(id)
benefits.benefits_package_id_name_key_key UNIQUE (package_id, name_key)
benefits.benefits_pkey PRIMARY KEY (id)
benefits.benefits_quantity_check CHECK ((quantity >= 0))
benefits.benefits_still_needed_days_check CHECK (((still_needed_days >= 1) AND (still_needed_days <= 3650)))
benefits.benefits_task_days_check CHECK (((task_days >= 1) AND (task_days <= 365)))
benefits.never_more_than_the_allocation CHECK (((held >= 0) AND (held <= quantity)))
differences.about_somebody_or_a_number CHECK (((kind = 'over'::text) = ((person_id IS NULL) AND (subscriber_name IS NULL))))
differences.differences_benefit_id_fkey FOREIGN KEY (benefit_id) REFERENCES benefits(id)
differences.differences_holding_id_fkey FOREIGN KEY (holding_id) REFERENCES holdings(id)
differences.differences_kind_check CHECK ((kind = ANY (ARRAY['there-only'::text, 'here-only'::text, 'gone'::text, 'over'::text])))
differences.differences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
differences.differences_pkey PRIMARY KEY (id)
differences.differences_quantity_check CHECK ((quantity >= 1))
differences.differences_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES people(id)
differences.differences_state_check CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'adopted'::text, 'left'::text, 'over'::text])))
differences.left_for_a_reason CHECK (((state = 'left'::text) = (why IS NOT NULL)))
differences.over_since_an_export CHECK (((state = 'over'::text) = (over_on IS NOT NULL)))
differences.settled_by_somebody CHECK (((state = ANY (ARRAY['agreed'::text, 'adopted'::text, 'left'::text])) = (settled_by IS NOT NULL)))
differences.settled_some_time CHECK (((state = 'open'::text) = (settled_at IS NULL)))
digests.digests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
digests.digests_pkey PRIMARY KEY (person_id)
event_deliveries.event_deliveries_pkey PRIMARY KEY (id)
event_deliveries.event_deliveries_seal_place_key UNIQUE (seal, place)
event_deliveries.event_deliveries_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'dead'::text])))
held_files.held_files_kind_check CHECK ((kind = ANY (ARRAY['keys'::text, 'membership'::text, 'people'::text, 'visual-studio'::text])))
held_files.held_files_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
held_files.held_files_pkey PRIMARY KEY (id)
holdings.asked_with_a_deadline CHECK (((inquired_at IS NULL) = (answer_by IS NULL)))
holdings.ends_somehow CHECK (((ended_at IS NULL) = (ended_how IS NULL)))
holdings.holdings_benefit_id_fkey FOREIGN KEY (benefit_id) REFERENCES benefits(id)
holdings.holdings_check CHECK (((unit_id IS NULL) OR (key_id IS NOT NULL)))
holdings.holdings_check1 CHECK (((ended_at IS NULL) OR (ended_at >= since)))
holdings.holdings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id)
holdings.holdings_ended_how_check CHECK ((ended_how = ANY (ARRAY['returned'::text, 'taken-back'::text, 'reassigned'::text, 'left'::text, 'lapsed'::text, 'unanswered'::text])))
holdings.holdings_key_id_fkey FOREIGN KEY (key_id) REFERENCES product_keys(id)
holdings.holdings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
holdings.holdings_pkey PRIMARY KEY (id)
holdings.holdings_quantity_check CHECK ((quantity >= 1))
holdings.holdings_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
holdings.holdings_request_id_key UNIQUE (request_id)
holdings.holdings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
holdings.released_after_its_end CHECK (((released_at IS NULL) OR (released_at >= ended_at)))
holdings.used_within CHECK (((used >= 0) AND (used <= quantity)))
homes.homes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
homes.homes_pkey PRIMARY KEY (platform, home, user_id)
homes.homes_platform_check CHECK ((platform = ANY (ARRAY['slack'::text, 'teams'::text])))
inbound.inbound_pkey PRIMARY KEY (identity)
installations.installations_pkey PRIMARY KEY (team)
key_views.key_views_holding_id_fkey FOREIGN KEY (holding_id) REFERENCES holdings(id)
key_views.key_views_key_id_fkey FOREIGN KEY (key_id) REFERENCES product_keys(id)
key_views.key_views_outcome_check CHECK ((outcome = ANY (ARRAY['attempted'::text, 'shown'::text, 'not-shown'::text])))
key_views.key_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
key_views.key_views_pkey PRIMARY KEY (id)
lapse_notices.lapse_notices_benefit_id_fkey FOREIGN KEY (benefit_id) REFERENCES benefits(id)
lapse_notices.lapse_notices_pkey PRIMARY KEY (benefit_id, lapses_on, days)
link_codes.link_codes_digest_key UNIQUE (digest)
link_codes.link_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
link_codes.link_codes_pkey PRIMARY KEY (person_id)
link_codes.link_codes_platform_check CHECK ((platform = ANY (ARRAY['slack'::text, 'teams'::text])))
link_tries.link_tries_pkey PRIMARY KEY (platform, home, user_id)
outbox.outbox_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
outbox.outbox_pkey PRIMARY KEY (id)
outbox.outbox_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'dead'::text])))
outbox.outbox_way_check CHECK ((way = ANY (ARRAY['tell'::text, 'redraw'::text])))
package_terms.package_terms_package_id_fkey FOREIGN KEY (package_id) REFERENCES packages(id)
package_terms.package_terms_pkey PRIMARY KEY (package_id, starts)
packages.packages_check CHECK ((starts <= ends))
packages.packages_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 366)))
packages.packages_name_starts_key UNIQUE (name, starts)
packages.packages_pkey PRIMARY KEY (id)
people.people_check CHECK (((left_at IS NULL) = (left_how IS NULL)))
people.people_left_how_check CHECK ((left_how = ANY (ARRAY['file'::text, 'slack'::text, 'forgotten'::text])))
people.people_pkey PRIMARY KEY (id)
people.people_role_check CHECK ((role = ANY (ARRAY['employee'::text, 'approver'::text, 'admin'::text])))
policies.policies_fit CHECK (((applied_at >= '1970-01-01 00:00:00+00'::timestamp with time zone) AND (applied_at < '9999-01-01 00:00:00+00'::timestamp with time zone) AND (octet_length(applied_by) <= 2000) AND (octet_length(text) <= 2000000) AND (octet_length((policy)::text) <= 8000000))) NOT VALID
policies.policies_pkey PRIMARY KEY (version)
pool_benefits.pool_benefits_benefit_id_fkey FOREIGN KEY (benefit_id) REFERENCES benefits(id)
pool_benefits.pool_benefits_pkey PRIMARY KEY (benefit_id, pool_id)
pool_benefits.pool_benefits_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id)
pools.pools_check CHECK (((free >= 0) AND (free <= units)))
pools.pools_pkey PRIMARY KEY (id)
portal_exports.portal_exports_pkey PRIMARY KEY (digest)
posted.posted_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id)
posted.posted_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
posted.posted_pkey PRIMARY KEY (id)
posted.posted_platform_check CHECK ((platform = ANY (ARRAY['slack'::text, 'teams'::text])))
product_keys.a_key_is_known_once UNIQUE (fingerprint)
product_keys.product_keys_carries_check CHECK ((carries >= 1))
product_keys.product_keys_check CHECK (((type = ANY (ARRAY['static'::text, 'custom'::text])) = (seats IS NULL)))
product_keys.product_keys_pkey PRIMARY KEY (id)
product_keys.product_keys_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id)
product_keys.product_keys_sealed_for_fkey FOREIGN KEY (sealed_for) REFERENCES benefits(id)
product_keys.product_keys_seats_check CHECK ((seats >= 1))
product_keys.product_keys_type_check CHECK ((type = ANY (ARRAY['retail'::text, 'mak'::text, 'static'::text, 'custom'::text, 'token'::text, 'unknown'::text])))
remarks.remarks_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'answer'::text, 'word'::text])))
remarks.remarks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
remarks.remarks_pkey PRIMARY KEY (id)
remarks.remarks_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
requests.a_no_has_a_reason CHECK (((state = ANY (ARRAY['denied'::text, 'failed'::text])) = (why IS NOT NULL)))
requests.a_rule_is_nobody CHECK (((NOT by_rule) OR ((decided_by IS NULL) AND (rule IS NOT NULL))))
requests.cancelled_for_a_cause CHECK (((state = 'cancelled'::text) = (cancelled_because IS NOT NULL)))
requests.cancelled_through_somebody CHECK ((COALESCE((cancelled_because = ANY (ARRAY['taken-back'::text, 'declined'::text])), false) = (cancelled_by IS NOT NULL)))
requests.decided_by_somebody CHECK (((state = 'cancelled'::text) OR ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'approved'::text, 'fulfilled'::text, 'denied'::text, 'failed'::text])) = ((decided_by IS NOT NULL) OR by_rule))))
requests.decided_once CHECK (((state = 'pending'::text) = (closed_at IS NULL)))
requests.failed_through_somebody CHECK (((state = 'failed'::text) = (failed_by IS NOT NULL)))
requests.handed_over CHECK (((state = 'fulfilled'::text) = ((holding_id IS NOT NULL) AND (fulfilled_at IS NOT NULL))))
requests.kept_for_an_offer CHECK (((unit_id IS NULL) OR ((state = 'offered'::text) AND (key_id IS NOT NULL))))
requests.nobody_decides_their_own CHECK (((decided_by <> assignee_id) AND ((way <> 'asked'::text) OR (decided_by <> requester_id))))
requests.offered_for_a_time CHECK (((state = 'offered'::text) = (offered_until IS NOT NULL)))
requests.reassigned_from_somewhere CHECK (((way = 'reassigned'::text) = (replaces_id IS NOT NULL)))
requests.requests_benefit_id_fkey FOREIGN KEY (benefit_id) REFERENCES benefits(id)
requests.requests_cancelled_because_check CHECK ((cancelled_because = ANY (ARRAY['taken-back'::text, 'declined'::text, 'offer-over'::text, 'left'::text, 'lapsed'::text, 'spent'::text, 'expired'::text])))
requests.requests_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES people(id)
requests.requests_check CHECK (((stages >= stage) AND (stages <= 3)))
requests.requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
requests.requests_failed_by_fkey FOREIGN KEY (failed_by) REFERENCES people(id)
requests.requests_key_id_fkey FOREIGN KEY (key_id) REFERENCES product_keys(id)
requests.requests_need_check CHECK ((need >= 1))
requests.requests_of_these_people UNIQUE (id, requester_id, assignee_id)
requests.requests_pkey PRIMARY KEY (id)
requests.requests_policy_version_fkey FOREIGN KEY (policy_version) REFERENCES policies(version)
requests.requests_quantity_check CHECK ((quantity >= 1))
requests.requests_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES holdings(id)
requests.requests_requester_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id)
requests.requests_requester_id_fkey1 FOREIGN KEY (requester_id) REFERENCES people(id)
requests.requests_stage_check CHECK ((stage >= 1))
requests.requests_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'waiting'::text, 'offered'::text, 'approved'::text, 'fulfilled'::text, 'denied'::text, 'cancelled'::text, 'failed'::text])))
requests.requests_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
requests.requests_version_check CHECK ((version >= 1))
requests.requests_way_check CHECK ((way = ANY (ARRAY['asked'::text, 'assigned'::text, 'reassigned'::text])))
requests.set_up_by_a_task CHECK (((state <> 'approved'::text) OR (task_id IS NOT NULL)))
reviewers.reviewers_because_check CHECK ((because = ANY (ARRAY['named'::text, 'approver'::text, 'admin'::text, 'manager'::text, 'group'::text])))
reviewers.reviewers_check CHECK (((because = 'group'::text) = (group_name IS NOT NULL)))
reviewers.reviewers_check1 CHECK ((for_person <> person_id))
reviewers.reviewers_check2 CHECK (((for_person IS NULL) = (for_how IS NULL)))
reviewers.reviewers_for_how_check CHECK ((for_how = ANY (ARRAY['handed'::text, 'away'::text])))
reviewers.reviewers_for_person_fkey FOREIGN KEY (for_person) REFERENCES people(id)
reviewers.reviewers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
reviewers.reviewers_pkey PRIMARY KEY (request_id, stage, person_id)
reviewers.reviewers_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
reviewers.reviewers_stage_check CHECK (((stage >= 1) AND (stage <= 3)))
reviewers.reviewers_through_check CHECK ((through = ANY (ARRAY['otherwise'::text, 'escalated'::text])))
reviews.a_denial_has_a_reason CHECK (((verdict = 'approve'::text) OR (why IS NOT NULL)))
reviews.alone_for_a_reason CHECK (((NOT alone) OR (COALESCE(char_length(why), 0) >= 20)))
reviews.nobody_reviews_their_own CHECK (((person_id <> requester_id) AND (person_id <> assignee_id)))
reviews.reviews_check CHECK ((for_person <> person_id))
reviews.reviews_for_person_fkey FOREIGN KEY (for_person) REFERENCES people(id)
reviews.reviews_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
reviews.reviews_request_id_requester_id_assignee_id_fkey FOREIGN KEY (request_id, requester_id, assignee_id) REFERENCES requests(id, requester_id, assignee_id)
reviews.reviews_stage_check CHECK (((stage >= 1) AND (stage <= 3)))
reviews.reviews_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'deny'::text])))
sealed_secrets.sealed_secrets_number_check CHECK (((number >= 1) AND (number <= 65535)))
sealed_secrets.sealed_secrets_pkey PRIMARY KEY (purpose, number)
sealed_secrets.sealed_secrets_purpose_check CHECK ((purpose = ANY (ARRAY['data'::text, 'fingerprint'::text, 'audit'::text])))
seals.seals_at_check CHECK ((date_trunc('milliseconds'::text, at) = at))
seals.seals_check CHECK ((length(leaves) = (32 * cardinality(rows))))
seals.seals_fit CHECK (((at >= '1970-01-01 00:00:00+00'::timestamp with time zone) AND (at < '9999-01-01 00:00:00+00'::timestamp with time zone) AND (array_ndims(rows) = 1) AND (array_lower(rows, 1) = 1) AND (cardinality(rows) <= 5000) AND ((0 < ALL (rows)) IS TRUE))) NOT VALID
seals.seals_mac_check CHECK ((length(mac) = 32))
seals.seals_number_check CHECK ((number >= 1))
seals.seals_pkey PRIMARY KEY (number)
seals.seals_previous_check CHECK ((length(previous) = 32))
seals.seals_rows_check CHECK ((cardinality(rows) >= 1))
tasks.about_a_request_or_a_holding CHECK ((((kind = ANY (ARRAY['set-up'::text, 'activate'::text, 'record-ids'::text, 'reassign'::text])) = (request_id IS NOT NULL)) AND ((kind = ANY (ARRAY['remove'::text, 'check-key'::text])) = (holding_id IS NOT NULL)) AND ((kind = 'reach'::text) = (person_id IS NOT NULL))))
tasks.claimed_by_somebody CHECK (((claimed_by IS NULL) = (claimed_at IS NULL)))
tasks.done_by_somebody CHECK ((((state = 'open'::text) = (done_by IS NULL)) AND ((state = 'open'::text) = (done_at IS NULL))))
tasks.failed_for_a_reason CHECK (((state = 'failed'::text) = (why IS NOT NULL)))
tasks.tasks_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES people(id)
tasks.tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id)
tasks.tasks_holding_id_fkey FOREIGN KEY (holding_id) REFERENCES holdings(id)
tasks.tasks_kind_check CHECK ((kind = ANY (ARRAY['set-up'::text, 'activate'::text, 'record-ids'::text, 'reassign'::text, 'remove'::text, 'check-key'::text, 'reach'::text])))
tasks.tasks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
tasks.tasks_pkey PRIMARY KEY (id)
tasks.tasks_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id)
tasks.tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text])))
tasks.tasks_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
told_heads.told_heads_mac_check CHECK ((length(mac) = 32))
told_heads.told_heads_pkey PRIMARY KEY (due_at)
units.units_key_id_fkey FOREIGN KEY (key_id) REFERENCES product_keys(id)
units.units_pkey PRIMARY KEY (id)
units.units_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id)
units.units_state_check CHECK ((state = ANY (ARRAY['free'::text, 'held'::text, 'set-aside'::text, 'retired'::text])))
unsealed.unsealed_pkey PRIMARY KEY (audit_id)
uses.uses_holding_id_fkey FOREIGN KEY (holding_id) REFERENCES holdings(id)
uses.uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
uses.uses_pkey PRIMARY KEY (id)
uses.uses_quantity_check CHECK ((quantity >= 1))

-- indexes
CREATE UNIQUE INDEX absences_pkey ON public.absences USING btree (person_id)
CREATE INDEX accounts_by_person ON public.accounts USING btree (person_id, spoke_at DESC)
CREATE UNIQUE INDEX accounts_one_a_platform ON public.accounts USING btree (person_id, platform)
CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (platform, home, user_id)
CREATE INDEX audit_by_subject ON public.audit USING btree (subject)
CREATE INDEX audit_notes_by_row ON public.audit USING gin (jsonb_path_query_array(details, '$."reworded"."rows"[*][0]'::jsonpath) jsonb_path_ops) WHERE (action = ANY (ARRAY['person.forgotten'::text, 'request.text-removed'::text]))
CREATE INDEX audit_notes_of_rules ON public.audit USING btree (id) WHERE ((action = ANY (ARRAY['person.forgotten'::text, 'request.text-removed'::text])) AND (((details -> 'reworded'::text) -> 'rules'::text) IS NOT NULL))
CREATE UNIQUE INDEX audit_pkey ON public.audit USING btree (id)
CREATE UNIQUE INDEX benefits_package_id_name_key_key ON public.benefits USING btree (package_id, name_key)
CREATE UNIQUE INDEX benefits_pkey ON public.benefits USING btree (id)
CREATE UNIQUE INDEX differences_pkey ON public.differences USING btree (id)
CREATE UNIQUE INDEX one_standing_difference ON public.differences USING btree (print) WHERE (state = ANY (ARRAY['open'::text, 'agreed'::text, 'left'::text]))
CREATE UNIQUE INDEX digests_pkey ON public.digests USING btree (person_id)
CREATE INDEX event_deliveries_dead ON public.event_deliveries USING btree (settled_at) WHERE ((state = 'dead'::text) AND (told_at IS NULL))
CREATE INDEX event_deliveries_due ON public.event_deliveries USING btree (due_at, id) WHERE (state = 'due'::text)
CREATE UNIQUE INDEX event_deliveries_pkey ON public.event_deliveries USING btree (id)
CREATE UNIQUE INDEX event_deliveries_seal_place_key ON public.event_deliveries USING btree (seal, place)
CREATE UNIQUE INDEX held_files_pkey ON public.held_files USING btree (id)
CREATE INDEX held_files_until ON public.held_files USING btree (held_until)
CREATE INDEX holdings_by_person ON public.holdings USING btree (person_id, since DESC)
CREATE INDEX holdings_inquired ON public.holdings USING btree (answer_by) WHERE ((inquired_at IS NOT NULL) AND (ended_at IS NULL))
CREATE INDEX holdings_live ON public.holdings USING btree (benefit_id, since) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX holdings_pkey ON public.holdings USING btree (id)
CREATE UNIQUE INDEX holdings_request_id_key ON public.holdings USING btree (request_id)
CREATE INDEX holdings_unreleased ON public.holdings USING btree (frees_on) WHERE ((ended_at IS NOT NULL) AND (released_at IS NULL))
CREATE INDEX holdings_without_key ON public.holdings USING btree (benefit_id) WHERE ((key_id IS NULL) AND (ended_at IS NULL))
CREATE UNIQUE INDEX one_live_holder ON public.holdings USING btree (unit_id) WHERE (ended_at IS NULL)
CREATE INDEX homes_by_look ON public.homes USING btree (platform, looked_at)
CREATE UNIQUE INDEX homes_pkey ON public.homes USING btree (platform, home, user_id)
CREATE INDEX inbound_by_age ON public.inbound USING btree (seen_at)
CREATE UNIQUE INDEX inbound_pkey ON public.inbound USING btree (identity)
CREATE INDEX inbound_ways_back ON public.inbound USING btree (seen_at) WHERE (identity ~~ 'once|way-back|%'::text)
CREATE UNIQUE INDEX installations_pkey ON public.installations USING btree (team)
CREATE INDEX key_views_by_holding ON public.key_views USING btree (holding_id)
CREATE UNIQUE INDEX key_views_pkey ON public.key_views USING btree (id)
CREATE UNIQUE INDEX lapse_notices_pkey ON public.lapse_notices USING btree (benefit_id, lapses_on, days)
CREATE UNIQUE INDEX link_codes_digest_key ON public.link_codes USING btree (digest)
CREATE UNIQUE INDEX link_codes_pkey ON public.link_codes USING btree (person_id)
CREATE UNIQUE INDEX link_tries_pkey ON public.link_tries USING btree (platform, home, user_id)
CREATE INDEX outbox_dead ON public.outbox USING btree (id) WHERE ((state = 'dead'::text) AND (noticed_at IS NULL))
CREATE INDEX outbox_dead_of ON public.outbox USING btree (person_id, subject) WHERE (state = 'dead'::text)
CREATE INDEX outbox_digests ON public.outbox USING gin (((notice -> 'waiting'::text)) jsonb_path_ops) WHERE (((notice ->> 'kind'::text) = 'digest'::text) AND (settled_at IS NOT NULL))
CREATE INDEX outbox_due ON public.outbox USING btree (due_at) WHERE (state = 'due'::text)
CREATE INDEX outbox_in_order ON public.outbox USING btree (person_id, subject, id) WHERE (state = 'due'::text)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (id)
CREATE INDEX outbox_settled ON public.outbox USING btree (settled_at) WHERE ((state = 'sent'::text) OR (noticed_at IS NOT NULL))
CREATE INDEX outbox_settled_by_subject ON public.outbox USING btree (subject) WHERE (settled_at IS NOT NULL)
CREATE UNIQUE INDEX package_terms_pkey ON public.package_terms USING btree (package_id, starts)
CREATE UNIQUE INDEX packages_name_starts_key ON public.packages USING btree (name, starts)
CREATE UNIQUE INDEX packages_pkey ON public.packages USING btree (id)
CREATE UNIQUE INDEX people_added_email ON public.people USING btree (email_key) WHERE added
CREATE INDEX people_by_email ON public.people USING btree (email_key)
CREATE INDEX people_by_role ON public.people USING btree (role) WHERE (active AND (role <> 'employee'::text))
CREATE UNIQUE INDEX people_imported_email ON public.people USING btree (email_key) WHERE imported
CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id)
CREATE UNIQUE INDEX people_slack_id ON public.people USING btree (slack_id) WHERE (slack_id IS NOT NULL)
CREATE UNIQUE INDEX people_teams_id ON public.people USING btree (teams_id) WHERE (teams_id IS NOT NULL)
CREATE UNIQUE INDEX policies_pkey ON public.policies USING btree (version)
CREATE INDEX pool_benefits_by_pool ON public.pool_benefits USING btree (pool_id)
CREATE UNIQUE INDEX pool_benefits_pkey ON public.pool_benefits USING btree (benefit_id, pool_id)
CREATE UNIQUE INDEX pools_pkey ON public.pools USING btree (id)
CREATE UNIQUE INDEX portal_exports_pkey ON public.portal_exports USING btree (digest)
CREATE INDEX posted_by_notice ON public.posted USING btree (outbox_id) WHERE (outbox_id IS NOT NULL)
CREATE INDEX posted_by_person ON public.posted USING btree (person_id, posted_at)
CREATE INDEX posted_by_ref ON public.posted USING gin (ref jsonb_path_ops)
CREATE INDEX posted_by_subject ON public.posted USING btree (subject, person_id)
CREATE INDEX posted_live ON public.posted USING btree (subject) WHERE live
CREATE UNIQUE INDEX posted_pkey ON public.posted USING btree (id)
CREATE UNIQUE INDEX a_key_is_known_once ON public.product_keys USING btree (fingerprint)
CREATE INDEX product_keys_by_pool ON public.product_keys USING btree (pool_id) WHERE (seats IS NULL)
CREATE UNIQUE INDEX product_keys_pkey ON public.product_keys USING btree (id)
CREATE INDEX remarks_by_request ON public.remarks USING btree (request_id, at)
CREATE UNIQUE INDEX remarks_pkey ON public.remarks USING btree (id)
CREATE UNIQUE INDEX one_move_at_a_time ON public.requests USING btree (replaces_id) WHERE (state = 'approved'::text)
CREATE UNIQUE INDEX one_open_request ON public.requests USING btree (assignee_id, benefit_id) WHERE (state = ANY (ARRAY['pending'::text, 'waiting'::text, 'offered'::text, 'approved'::text]))
CREATE INDEX requests_by_assignee ON public.requests USING btree (assignee_id, asked_at DESC)
CREATE INDEX requests_by_requester ON public.requests USING btree (requester_id, asked_at DESC) WHERE (requester_id <> assignee_id)
CREATE UNIQUE INDEX requests_kept ON public.requests USING btree (unit_id) WHERE (unit_id IS NOT NULL)
CREATE UNIQUE INDEX requests_of_these_people ON public.requests USING btree (id, requester_id, assignee_id)
CREATE INDEX requests_offered ON public.requests USING btree (offered_until) WHERE (state = 'offered'::text)
CREATE INDEX requests_pending ON public.requests USING btree (asked_at) WHERE (state = 'pending'::text)
CREATE UNIQUE INDEX requests_pkey ON public.requests USING btree (id)
CREATE INDEX requests_silent ON public.requests USING btree (LEAST(escalate_at, expire_at)) WHERE ((state = 'pending'::text) AND ((escalate_at IS NOT NULL) OR (expire_at IS NOT NULL)))
CREATE INDEX requests_waiting ON public.requests USING btree (benefit_id, closed_at, id) WHERE (state = 'waiting'::text)
CREATE INDEX requests_with_text ON public.requests USING btree (closed_at) WHERE ((text_removed_at IS NULL) AND (closed_at IS NOT NULL))
CREATE INDEX reviewers_by_person ON public.reviewers USING btree (person_id)
CREATE UNIQUE INDEX reviewers_pkey ON public.reviewers USING btree (request_id, stage, person_id)
CREATE INDEX reviewers_to_remind ON public.reviewers USING btree (remind_at) WHERE (remind_at IS NOT NULL)
CREATE UNIQUE INDEX one_review_each ON public.reviews USING btree (request_id, person_id) WHERE ((void_at IS NULL) AND (NOT alone))
CREATE UNIQUE INDEX one_review_for_each_place ON public.reviews USING btree (request_id, stage, COALESCE(for_person, person_id)) WHERE ((void_at IS NULL) AND (NOT alone))
CREATE INDEX reviews_by_request ON public.reviews USING btree (request_id)
CREATE UNIQUE INDEX sealed_secrets_pkey ON public.sealed_secrets USING btree (purpose, number)
CREATE INDEX seals_by_row ON public.seals USING gin (rows)
CREATE UNIQUE INDEX seals_pkey ON public.seals USING btree (number)
CREATE UNIQUE INDEX one_open_task_about_reaching ON public.tasks USING btree (person_id) WHERE ((state = 'open'::text) AND (person_id IS NOT NULL))
CREATE UNIQUE INDEX one_open_task_of_a_holding ON public.tasks USING btree (holding_id, unit_id) NULLS NOT DISTINCT WHERE ((state = 'open'::text) AND (holding_id IS NOT NULL))
CREATE UNIQUE INDEX one_open_task_of_a_request ON public.tasks USING btree (request_id) WHERE (state = 'open'::text)
CREATE INDEX tasks_by_holding ON public.tasks USING btree (holding_id) WHERE (holding_id IS NOT NULL)
CREATE INDEX tasks_by_request ON public.tasks USING btree (request_id) WHERE (request_id IS NOT NULL)
CREATE INDEX tasks_open ON public.tasks USING btree (opened_at) WHERE (state = 'open'::text)
CREATE UNIQUE INDEX tasks_pkey ON public.tasks USING btree (id)
CREATE INDEX tasks_to_remind ON public.tasks USING btree (due_on) WHERE (state = 'open'::text)
CREATE UNIQUE INDEX told_heads_pkey ON public.told_heads USING btree (due_at)
CREATE INDEX units_by_key ON public.units USING btree (key_id)
CREATE INDEX units_free ON public.units USING btree (pool_id, pos) WHERE (state = 'free'::text)
CREATE INDEX units_out ON public.units USING btree (pool_id) WHERE (state = ANY (ARRAY['set-aside'::text, 'retired'::text]))
CREATE UNIQUE INDEX units_pkey ON public.units USING btree (id)
CREATE UNIQUE INDEX unsealed_pkey ON public.unsealed USING btree (audit_id)
CREATE INDEX uses_by_holding ON public.uses USING btree (holding_id)
CREATE UNIQUE INDEX uses_pkey ON public.uses USING btree (id)

-- triggers
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER audit_waits_for_the_seal AFTER INSERT ON public.audit REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wait_for_the_seal()
CREATE TRIGGER policies_are_append_only BEFORE DELETE OR UPDATE ON public.policies FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER policies_are_never_emptied BEFORE TRUNCATE ON public.policies FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER seals_are_append_only BEFORE DELETE OR UPDATE ON public.seals FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER seals_are_never_emptied BEFORE TRUNCATE ON public.seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
CREATE TRIGGER seals_leave_no_gap BEFORE INSERT ON public.seals FOR EACH ROW EXECUTE FUNCTION refuse_a_gap()

-- functions
CREATE OR REPLACE FUNCTION public.refuse_a_gap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.number > 1 and not exists (select from seals where number = new.number - 1) then
        raise exception 'a seal takes the place behind another one' using errcode = 'check_violation';
      end if;
      return new;
    end $function$

CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'UPDATE' and current_setting('benefits.rewording', true) = 'on' then
        if tg_table_name = 'audit' and to_jsonb(new) - 'why' = to_jsonb(old) - 'why' then return new; end if;
        if tg_table_name = 'policies'
           and to_jsonb(new) - '{text,policy,applied_by}'::text[] = to_jsonb(old) - '{text,policy,applied_by}'::text[] then
          return new;
        end if;
      end if;
      raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
    end $function$

CREATE OR REPLACE FUNCTION public.reword_audit(of_rows bigint[], words text[], of_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform set_config('benefits.rewording', 'on', true);
      update audit set why = anew.word from unnest(of_rows, words) as anew (id, word)
       where audit.id = anew.id and why is not null and anew.word is not null;
      perform set_config('benefits.rewording', 'off', true);
      insert into audit (at, action, subject, person_id, details)
        values (now(), 'ledger.reworded', of_person, of_person, jsonb_build_object('rows', of_rows));
    end $function$

CREATE OR REPLACE FUNCTION public.reword_policy(of_version integer, new_text text, new_policy jsonb, new_applied_by text, of_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    end $function$

CREATE OR REPLACE FUNCTION public.wait_for_the_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      insert into unsealed select id from added;
      return null;
    end $function$


-- sequences
audit_id_seq bigint start 1 by 1
event_deliveries_id_seq bigint start 1 by 1
outbox_id_seq bigint start 1 by 1
policies_version_seq integer start 1 by 1
posted_id_seq bigint start 1 by 1
unit_positions bigint start 1 by 1
units_id_seq bigint start 1 by 1
