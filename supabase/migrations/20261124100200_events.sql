-- Community events: planned, published, delivered, evaluated, or cancelled. They are the whole council's from the first day,
-- so that two teams do not ask the same people to come twice.

set lock_timeout = '5s';

create type public.event_type as enum ('community', 'surgery', 'jobs_skills', 'consultation', 'session');
create type public.event_status as enum ('planned', 'published', 'delivered', 'evaluated', 'cancelled');
create type public.access_item as enum (
	'step_free', 'bsl', 'hearing_loop', 'quiet_space', 'prayer_room', 'creche', 'women_only', 'dietary', 'travel',
	'cost_to_attend'
);

create table public.community_events (
	like private.synced including all,
	title text not null
		constraint community_events_title_required check (title <> '')
		constraint community_events_title_too_long check (char_length(title) <= 200),
	type public.event_type not null,
	status public.event_status not null default 'planned',
	about text not null default ''
		constraint community_events_about_too_long check (char_length(about) <= 10000),
	objective_id uuid not null,
	action_id uuid,
	grant_id uuid,
	coverage public.coverage not null default 'ward',
	ward_code text,
	place_id uuid,
	-- Phones show dates of four-digit years only.
	starts_at timestamptz not null
		constraint community_events_starts_at_out_of_range check (starts_at between '1900-01-02' and '2200-12-30'),
	ends_at timestamptz not null,
	organisation_id uuid,
	partner_ids uuid [] not null default '{}'
		constraint community_events_partner_ids_not_valid check (private.is_list(partner_ids)),
	councillor_present boolean not null default false,
	cost_pence integer
		constraint community_events_cost_pence_out_of_range check (cost_pence between 0 and 1000000000),
	expected integer
		constraint community_events_expected_out_of_range check (expected between 0 and 100000),
	access_arranged public.access_item [] not null default '{}'
		constraint community_events_access_arranged_not_valid check (private.is_list(access_arranged)),
	access_not_needed public.access_item [] not null default '{}'
		constraint community_events_access_not_needed_not_valid check (
			private.is_list(access_not_needed) and not access_not_needed && access_arranged
		),
	access_note text not null default ''
		constraint community_events_access_note_too_long check (char_length(access_note) <= 2000),
	published_without_reason text not null default ''
		constraint community_events_published_without_reason_too_long check (char_length(published_without_reason) <= 1000),
	run_sheet jsonb not null default '[]',
	audiences public.community [] not null default '{}'
		constraint community_events_audiences_not_valid check (private.is_list(audiences)),
	programmes text [] not null default '{}'
		constraint community_events_programmes_not_valid check (private.is_list(programmes) and '' <> all(programmes))
		constraint community_events_programmes_too_long check (char_length(array_to_string(programmes, '')) <= 1000),
	series_id uuid,
	cancelled_reason text not null default ''
		constraint community_events_cancelled_reason_too_long check (char_length(cancelled_reason) <= 1000),
	sequence integer not null default 0
		constraint community_events_sequence_out_of_range check (sequence between 0 and 1000000),
	constraint community_events_ends_at_out_of_range check (
		ends_at > starts_at and ends_at <= starts_at + interval '31 days'
	),
	constraint community_events_ward_code_required check (coverage <> 'ward' or ward_code is not null),
	constraint community_events_ward_code_not_valid check (coverage = 'ward' or ward_code is null),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, ward_code) references public.areas (council_id, code),
	foreign key (council_id, place_id) references public.places (council_id, id),
	foreign key (council_id, organisation_id) references public.organisations (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.community_events.about is 'What anybody may read of it: it goes into calendars.';
comment on column public.community_events.objective_id is 'The priority that it serves.';
comment on column public.community_events.grant_id is 'The grant that pays for it, or that it is part of.';
comment on column public.community_events.organisation_id is 'Who runs it; null for the council itself.';
comment on column public.community_events.cost_pence is 'What it costs the council.';
comment on column public.community_events.expected is 'How many people are expected.';
comment on column public.community_events.access_arranged is 'Of the access checklist: what is arranged.';
comment on column public.community_events.access_not_needed is 'Of the access checklist: what this event does not need. The rest is not settled.';
comment on column public.community_events.published_without_reason is 'Why it was published before the access checklist was settled.';
comment on column public.community_events.run_sheet is
'Who does what when: a list of {"at": "10:30" or "", "what", "who" (a role), "done": boolean}.';
comment on column public.community_events.series_id is 'The same for all events of a series.';
comment on column public.community_events.sequence is
'How often what calendars show has changed (RFC 5545, 3.8.7.4). A device may count ahead; the server never counts back.';
create index community_events_starts_at_idx on public.community_events (council_id, starts_at);
create index community_events_ward_code_idx on public.community_events (council_id, ward_code);
create index community_events_place_id_idx on public.community_events (council_id, place_id);
create index community_events_organisation_id_idx on public.community_events (council_id, organisation_id);
create index community_events_objective_id_idx on public.community_events (council_id, objective_id);
create index community_events_action_id_idx on public.community_events (council_id, action_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('community_events', 'status', 'ask'),
	('community_events', 'cost_pence', 'ask'),
	('community_events', 'about', 'text'),
	('community_events', 'access_note', 'text');

insert into private.sentences (code, sentence)
values
	('event_move', 'An event is planned, published, delivered and evaluated, one after the other. It can be cancelled before it is delivered.'),
	('cancel_reason_needed', 'Say why it is cancelled, in words for the people who wanted to come.'),
	('access_not_settled', 'Settle the access checklist before it is published, or say why it is published without.'),
	('event_not_over', 'It is not delivered before it has begun.'),
	('event_published', 'It has been published. Cancel it instead, so that calendars show that it is off.');

-- The moves of an event. Devices know the same (event-moves.ts).
create table private.event_moves (
	from_status public.event_status not null,
	to_status public.event_status not null,
	primary key (from_status, to_status)
);
insert into private.event_moves (from_status, to_status)
values
	('planned', 'published'),
	('planned', 'delivered'),
	('planned', 'cancelled'),
	('published', 'planned'),
	('published', 'delivered'),
	('published', 'cancelled'),
	('delivered', 'published'),
	('delivered', 'evaluated'),
	('evaluated', 'delivered'),
	('cancelled', 'planned');

-- Whether an event may come from one status to another: by one move, or by several, since a device sends what was done
-- offline as one change.
create function private.may_move_event(was public.event_status, becomes public.event_status) returns boolean
language sql stable set search_path = ''
as $$
	with recursive reachable (status) as (
		select was
		union
		select to_status
		from private.event_moves
		join reachable on from_status = status
	)
	select becomes in (select status from reachable)
$$;

-- Whether something is one line of a run sheet.
create function private.is_run_sheet_line(line jsonb) returns boolean
language sql immutable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or line - 'at' - 'what' - 'who' - 'done' <> '{}' then false
		when jsonb_typeof(line -> 'at') is distinct from 'string'
			or line ->> 'at' !~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$' then false
		when jsonb_typeof(line -> 'what') is distinct from 'string'
			or char_length(line ->> 'what') not between 1 and 200 then false
		when jsonb_typeof(line -> 'who') is distinct from 'string' or char_length(line ->> 'who') > 100 then false
		else coalesce(jsonb_typeof(line -> 'done') = 'boolean', false)
	end
$$;

-- What an event refers to is there, and its lists are what they say. An edit answers only for what it changes.
create function private.check_event_lists(fresh public.community_events, former public.community_events) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if jsonb_typeof(fresh.run_sheet) <> 'array' then
		perform private.refuse('not_valid', 'run_sheet');
	end if;
	-- Apart from the above: only a list has elements, and nothing promises in which order conditions are looked at.
	if jsonb_array_length(fresh.run_sheet) > 60
		or exists (select from jsonb_array_elements(fresh.run_sheet) as line where not private.is_run_sheet_line(line))
	then
		perform private.refuse('not_valid', 'run_sheet');
	end if;
	perform private.check_listed(
		fresh.council_id,
		fresh.partner_ids || array_remove(array[fresh.organisation_id], null),
		coalesce(former.partner_ids, '{}') || array_remove(array[former.organisation_id], null),
		'public.organisations',
		'partner_ids'
	);
	perform private.check_listed(
		fresh.council_id,
		array_remove(array[fresh.place_id], null),
		array_remove(array[former.place_id], null),
		'public.places',
		'place_id'
	);
	if fresh.coverage = 'ward'
		and fresh.ward_code is distinct from former.ward_code
		and fresh.ward_code is not null
		and not exists (select from public.areas where council_id = fresh.council_id and code = fresh.ward_code)
	then
		perform private.refuse('unknown_reference', 'ward_code');
	end if;
	if former.objective_id is distinct from fresh.objective_id then
		perform private.check_priority(
			fresh.council_id, fresh.objective_id, (now() at time zone 'Europe/London')::date
		);
	end if;
end
$$;

-- What each status asks for. Of what a change leaves alone nothing is asked again.
create function private.check_event_status(fresh public.community_events, former public.community_events) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	was constant public.event_status := coalesce(former.status, 'planned');
begin
	if not private.may_move_event(was, fresh.status) then
		perform private.refuse('event_move', 'status');
	elsif fresh.status = 'cancelled' and fresh.cancelled_reason = '' then
		perform private.refuse('cancel_reason_needed', 'cancelled_reason');
	elsif fresh.status = 'published'
		and was in ('planned', 'cancelled')
		and fresh.published_without_reason = ''
		and not enum_range(null::public.access_item) <@ (fresh.access_arranged || fresh.access_not_needed)
	then
		perform private.refuse('access_not_settled', 'access_arranged');
	-- A phone's clock may be a day wrong.
	elsif fresh.status in ('delivered', 'evaluated')
		and was not in ('delivered', 'evaluated')
		and fresh.starts_at > now() + interval '1 day'
	then
		perform private.refuse('event_not_over', 'status');
	end if;
	if former.deleted_at is null
		and fresh.deleted_at is not null
		and was <> 'planned'
		and fresh.council_id not in (select private.my_councils('manager', 'admin'))
	then
		perform private.refuse('event_published');
	end if;
end
$$;

-- All that an event keeps to, and how often what calendars show of it has changed.
create function private.check_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	former public.community_events;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	if tg_op = 'UPDATE' then
		former := old;
	end if;
	perform private.check_event_lists(new, former);
	if private.current_user_id() is not null then
		perform private.check_event_status(new, former);
	end if;
	if new.status <> 'cancelled' then
		new.cancelled_reason := '';
	end if;
	if tg_op = 'UPDATE' then
		new.sequence := greatest(
			case when new.sequence <= old.sequence + 1000 then new.sequence end,
			old.sequence
			+ (
				(new.title, new.about, new.starts_at, new.ends_at, new.coverage, new.ward_code, new.place_id)
				is distinct from
				(old.title, old.about, old.starts_at, old.ends_at, old.coverage, old.ward_code, old.place_id)
				or (new.status = 'cancelled') <> (old.status = 'cancelled')
			)::integer
		);
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_event before insert or update on public.community_events
for each row execute function private.check_event();

select private.keep_in_sync('public.community_events');
select private.keep_attachments('public.community_events');

create policy "officers, managers and admins plan events" on public.community_events for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "officers, managers and admins change events" on public.community_events for update to authenticated
using (council_id in (select private.my_councils('officer', 'manager', 'admin')));
