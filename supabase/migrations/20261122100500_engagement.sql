-- Engagement logs: one contact with a community each. What was heard, where, and the priority that it serves.

create type public.engagement_type as enum (
	'conversation', 'visit', 'meeting', 'event', 'drop_in', 'phone_call', 'online', 'survey',
	'stakeholder_engagement'
);
create type public.coverage as enum ('ward', 'city_wide', 'online');
create type public.engagement_theme as enum (
	'cost_of_living', 'housing', 'health', 'mental_health', 'isolation', 'education', 'jobs_skills', 'digital',
	'transport', 'safety', 'hate_racism', 'faith_culture', 'environment', 'young_people', 'older_people',
	'disability_access', 'refugees_migrants', 'parks_leisure', 'information', 'other'
);
create type public.barrier as enum (
	'physical', 'language', 'cost', 'digital', 'trust', 'timing', 'childcare', 'transport', 'safety',
	'information', 'cultural', 'other'
);

create table public.engagement_logs (
	like private.synced including all,
	type public.engagement_type not null,
	-- Phones show dates of four-digit years only.
	occurred_on date not null
		constraint engagement_logs_occurred_on_out_of_range check (occurred_on >= '0001-01-01'),
	coverage public.coverage not null default 'ward',
	ward_code text,
	place_id uuid,
	organisation_id uuid,
	objective_id uuid not null,
	action_id uuid,
	themes public.engagement_theme[] not null default '{}'
		constraint engagement_logs_themes_not_valid check (private.is_list(themes)),
	barriers public.barrier[] not null default '{}'
		constraint engagement_logs_barriers_not_valid check (private.is_list(barriers)),
	heard text not null default ''
		constraint engagement_logs_heard_too_long check (char_length(heard) <= 10000),
	people_count integer
		constraint engagement_logs_people_count_out_of_range check (people_count between 0 and 100000),
	restricted boolean not null default false,
	constraint engagement_logs_ward_code_required check (coverage <> 'ward' or ward_code is not null),
	constraint engagement_logs_ward_code_not_valid check (coverage = 'ward' or ward_code is null),
	-- A restricted log lives on its author's device, so it has an author.
	constraint engagement_logs_restricted_not_valid check (not restricted or created_by is not null),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, ward_code) references public.areas (council_id, code),
	foreign key (council_id, place_id) references public.places (council_id, id),
	foreign key (council_id, organisation_id) references public.organisations (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.engagement_logs.occurred_on is 'The day as the officer states it; it orders nothing.';
comment on column public.engagement_logs.objective_id is 'The priority that it serves.';
comment on column public.engagement_logs.restricted is 'Off the map and out of lists: for its author and the register alone.';
create index engagement_logs_ward_code_idx on public.engagement_logs (council_id, ward_code);
create index engagement_logs_occurred_on_idx on public.engagement_logs (council_id, occurred_on);
create index engagement_logs_place_id_idx on public.engagement_logs (council_id, place_id);
create index engagement_logs_organisation_id_idx on public.engagement_logs (council_id, organisation_id);
create index engagement_logs_objective_id_idx on public.engagement_logs (council_id, objective_id);
create index engagement_logs_action_id_idx on public.engagement_logs (council_id, action_id);
-- The register.
create index engagement_logs_restricted_idx on public.engagement_logs (council_id, occurred_on) where restricted;

insert into private.merge_rules (table_name, column_name, rule) values ('engagement_logs', 'heard', 'text');

-- A restricted log stays with its author, a log of a ward with the ward's locality, anything else with the council.
-- The ward is held until the transaction ends, so that it cannot change locality behind the log's back.
create function private.scope_of(record public.engagement_logs) returns text
language plpgsql set search_path = ''
as $$
declare
	locality uuid;
begin
	if record.restricted then
		return coalesce('user:' || record.created_by, '');
	end if;
	select locality_id into locality
	from public.areas
	where council_id = record.council_id and code = record.ward_code
	for share;
	return coalesce('locality:' || locality, 'council:' || record.council_id);
end
$$;

-- What a log must keep to, each with a code that devices know. An edit answers only for what it changes: a log of a
-- priority that has closed since may still be corrected.
create function private.check_engagement_log() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	today constant date := now() at time zone 'Europe/London';
	person constant uuid := private.current_user_id();
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if person is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;

	-- A phone's clock may be a day wrong.
	if (is_new or new.occurred_on <> old.occurred_on) and new.occurred_on > today + 1 then
		perform private.refuse('date_in_future', 'occurred_on');
	end if;
	if is_new or new.objective_id <> old.objective_id then
		perform private.check_priority(new.council_id, new.objective_id, today);
	end if;
	if person is not null
		and new.coverage = 'ward'
		and (is_new or new.ward_code is distinct from old.ward_code)
		and new.council_id not in (select private.my_councils('manager', 'admin'))
	then
		perform private.check_ward(new.council_id, new.ward_code);
	end if;
	return new;
end
$$;

-- Refuses an officer's log of a ward in which they do not work, saying why before row level security just refuses it.
create function private.check_ward(council uuid, ward text) returns void
language plpgsql stable set search_path = ''
as $$
begin
	if ward is null then
		perform private.refuse('required', 'ward_code');
	elsif not exists (select from public.areas where council_id = council and code = ward) then
		perform private.refuse('unknown_reference', 'ward_code');
	elsif not private.is_my_ward(council, ward) then
		perform private.refuse('ward_outside_localities', 'ward_code');
	end if;
end
$$;

-- Refuses what no new log may serve: something that is not there, not a priority, or closed.
create function private.check_priority(council uuid, objective uuid, today date) returns void
language plpgsql stable set search_path = ''
as $$
declare
	served public.objectives;
begin
	select * into served
	from public.objectives
	where council_id = council and id = objective and deleted_at is null;
	if served.id is null and objective is not null then
		perform private.refuse('unknown_priority', 'objective_id');
	elsif served.kind <> 'priority' then
		perform private.refuse('not_a_priority', 'objective_id');
	elsif served.closed_on <= today then
		perform private.refuse('priority_closed', 'objective_id');
	end if;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_engagement_log before insert or update on public.engagement_logs
for each row execute function private.check_engagement_log();

select private.keep_in_sync('public.engagement_logs');

-- The councils whose register of restricted logs the caller is cleared to read.
create function private.my_registers() returns setof uuid
language sql stable security definer set search_path = ''
as $$
	select council_id
	from public.memberships
	where user_id = private.current_user_id()
		and deleted_at is null
		and cleared
		and role in ('manager', 'admin')
$$;

-- Online only: a restricted log is in nobody's scope but its author's, so it is never pulled to another device.
create policy "cleared managers read the register" on public.engagement_logs for select to authenticated
using (restricted and council_id in (select private.my_registers()));

create policy "officers log in their wards, city-wide and online" on public.engagement_logs
for insert to authenticated
with check (
	council_id in (select private.my_councils('officer'))
	and (coverage <> 'ward' or private.is_my_ward(council_id, ward_code))
);
create policy "managers and admins log anywhere" on public.engagement_logs for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
-- An update that reads nothing (no WHERE, no RETURNING) is not asked for what its author may read. So both say it
-- themselves: what somebody may not read, they do not change; nor can they make a log such that they no longer read it.
create policy "authors change their logs" on public.engagement_logs for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "managers and admins change logs" on public.engagement_logs for update to authenticated
using (
	council_id in (select private.my_councils('manager', 'admin'))
	and (
		not restricted
		or created_by = private.current_user_id()
		or council_id in (select private.my_registers())
	)
);

-- A ward that changes locality takes its logs along: the stamp works out their scope anew.
create function private.move_logs_of_ward() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.engagement_logs
	set scope = scope
	where council_id = new.council_id and ward_code = new.code;
	return null;
end
$$;
create trigger move_logs_of_ward after update of locality_id on public.areas
for each row when (old.locality_id is distinct from new.locality_id)
execute function private.move_logs_of_ward();
