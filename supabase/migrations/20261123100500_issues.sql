-- Issues: what was reported and must be put right by a day. Offensive graffiti within one working day, a barrier at a
-- door within ten; the days are the council's to set. A hate incident is followed up the same day.

set lock_timeout = '5s';

create type public.issue_kind as enum (
	'offensive_graffiti', 'graffiti', 'hate_incident', 'access_barrier', 'fly_tipping', 'lighting',
	'antisocial_behaviour', 'other'
);
create type public.issue_status as enum ('open', 'in_progress', 'resolved', 'cannot');

-- The bank holidays of England and Wales; one that is proclaimed is added by a migration. Source: gov.uk/bank-holidays,
-- and for the years to come the Banking and Financial Dealings Act 1971, schedule 1. Devices reckon with the same days.
create table private.bank_holidays (day date primary key);
insert into private.bank_holidays (day)
select unnest('{
	2020-01-01,2020-04-10,2020-04-13,2020-05-08,2020-05-25,2020-08-31,2020-12-25,2020-12-28,
	2021-01-01,2021-04-02,2021-04-05,2021-05-03,2021-05-31,2021-08-30,2021-12-27,2021-12-28,
	2022-01-03,2022-04-15,2022-04-18,2022-05-02,2022-06-02,2022-06-03,2022-08-29,2022-09-19,2022-12-26,2022-12-27,
	2023-01-02,2023-04-07,2023-04-10,2023-05-01,2023-05-08,2023-05-29,2023-08-28,2023-12-25,2023-12-26,
	2024-01-01,2024-03-29,2024-04-01,2024-05-06,2024-05-27,2024-08-26,2024-12-25,2024-12-26,
	2025-01-01,2025-04-18,2025-04-21,2025-05-05,2025-05-26,2025-08-25,2025-12-25,2025-12-26,
	2026-01-01,2026-04-03,2026-04-06,2026-05-04,2026-05-25,2026-08-31,2026-12-25,2026-12-28,
	2027-01-01,2027-03-26,2027-03-29,2027-05-03,2027-05-31,2027-08-30,2027-12-27,2027-12-28,
	2028-01-03,2028-04-14,2028-04-17,2028-05-01,2028-05-29,2028-08-28,2028-12-25,2028-12-26,
	2029-01-01,2029-03-30,2029-04-02,2029-05-07,2029-05-28,2029-08-27,2029-12-25,2029-12-26,
	2030-01-01,2030-04-19,2030-04-22,2030-05-06,2030-05-27,2030-08-26,2030-12-25,2030-12-26,
	2031-01-01,2031-04-11,2031-04-14,2031-05-05,2031-05-26,2031-08-25,2031-12-25,2031-12-26,
	2032-01-01,2032-03-26,2032-03-29,2032-05-03,2032-05-31,2032-08-30,2032-12-27,2032-12-28,
	2033-01-03,2033-04-15,2033-04-18,2033-05-02,2033-05-30,2033-08-29,2033-12-26,2033-12-27,
	2034-01-02,2034-04-07,2034-04-10,2034-05-01,2034-05-29,2034-08-28,2034-12-25,2034-12-26,
	2035-01-01,2035-03-23,2035-03-26,2035-05-07,2035-05-28,2035-08-27,2035-12-25,2035-12-26,
	2036-01-01,2036-04-11,2036-04-14,2036-05-05,2036-05-26,2036-08-25,2036-12-25,2036-12-26,
	2037-01-01,2037-04-03,2037-04-06,2037-05-04,2037-05-25,2037-08-31,2037-12-25,2037-12-28,
	2038-01-01,2038-04-23,2038-04-26,2038-05-03,2038-05-31,2038-08-30,2038-12-27,2038-12-28,
	2039-01-03,2039-04-08,2039-04-11,2039-05-02,2039-05-30,2039-08-29,2039-12-26,2039-12-27,
	2040-01-02,2040-03-30,2040-04-02,2040-05-07,2040-05-28,2040-08-27,2040-12-25,2040-12-26,
	2041-01-01,2041-04-19,2041-04-22,2041-05-06,2041-05-27,2041-08-26,2041-12-25,2041-12-26,
	2042-01-01,2042-04-04,2042-04-07,2042-05-05,2042-05-26,2042-08-25,2042-12-25,2042-12-26,
	2043-01-01,2043-03-27,2043-03-30,2043-05-04,2043-05-25,2043-08-31,2043-12-25,2043-12-28,
	2044-01-01,2044-04-15,2044-04-18,2044-05-02,2044-05-30,2044-08-29,2044-12-26,2044-12-27,
	2045-01-02,2045-04-07,2045-04-10,2045-05-01,2045-05-29,2045-08-28,2045-12-25,2045-12-26,
	2046-01-01,2046-03-23,2046-03-26,2046-05-07,2046-05-28,2046-08-27,2046-12-25,2046-12-26,
	2047-01-01,2047-04-12,2047-04-15,2047-05-06,2047-05-27,2047-08-26,2047-12-25,2047-12-26,
	2048-01-01,2048-04-03,2048-04-06,2048-05-04,2048-05-25,2048-08-31,2048-12-25,2048-12-28,
	2049-01-01,2049-04-16,2049-04-19,2049-05-03,2049-05-31,2049-08-30,2049-12-27,2049-12-28,
	2050-01-03,2050-04-08,2050-04-11,2050-05-02,2050-05-30,2050-08-29,2050-12-26,2050-12-27,
	2051-01-02,2051-03-31,2051-04-03,2051-05-01,2051-05-29,2051-08-28,2051-12-25,2051-12-26,
	2052-01-01,2052-04-19,2052-04-22,2052-05-06,2052-05-27,2052-08-26,2052-12-25,2052-12-26,
	2053-01-01,2053-04-04,2053-04-07,2053-05-05,2053-05-26,2053-08-25,2053-12-25,2053-12-26,
	2054-01-01,2054-03-27,2054-03-30,2054-05-04,2054-05-25,2054-08-31,2054-12-25,2054-12-28,
	2055-01-01,2055-04-16,2055-04-19,2055-05-03,2055-05-31,2055-08-30,2055-12-27,2055-12-28,
	2056-01-03,2056-03-31,2056-04-03,2056-05-01,2056-05-29,2056-08-28,2056-12-25,2056-12-26,
	2057-01-01,2057-04-20,2057-04-23,2057-05-07,2057-05-28,2057-08-27,2057-12-25,2057-12-26,
	2058-01-01,2058-04-12,2058-04-15,2058-05-06,2058-05-27,2058-08-26,2058-12-25,2058-12-26,
	2059-01-01,2059-03-28,2059-03-31,2059-05-05,2059-05-26,2059-08-25,2059-12-25,2059-12-26,
	2060-01-01,2060-04-16,2060-04-19,2060-05-03,2060-05-31,2060-08-30,2060-12-27,2060-12-28
}'::date[]);

-- What a council promises, in working days from the day of the report; 0 is the same day, whatever the hour.
-- A server has a handful of councils: checking them takes no time.
alter table public.councils
	add column office_closes_at time not null default '17:00',
	add column offensive_graffiti_days integer not null default 1
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_offensive_graffiti_days_out_of_range check (offensive_graffiti_days between 0 and 60),
	add column graffiti_days integer not null default 5
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_graffiti_days_out_of_range check (graffiti_days between 0 and 60),
	add column hate_incident_days integer not null default 0
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_incident_days_out_of_range check (hate_incident_days between 0 and 60),
	add column access_barrier_days integer not null default 10
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_access_barrier_days_out_of_range check (access_barrier_days between 0 and 60),
	add column fly_tipping_days integer not null default 3
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_fly_tipping_days_out_of_range check (fly_tipping_days between 0 and 60),
	add column lighting_days integer not null default 5
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_lighting_days_out_of_range check (lighting_days between 0 and 60),
	add column antisocial_behaviour_days integer not null default 3
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_antisocial_behaviour_days_out_of_range check (antisocial_behaviour_days between 0 and 60),
	add column other_days integer not null default 10
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_other_days_out_of_range check (other_days between 0 and 60);
comment on column public.councils.office_closes_at is 'By the London clock. What is reported later counts as reported on the next working day.';
comment on column public.councils.offensive_graffiti_days is 'Within how many working days it is dealt with; likewise for the other kinds of issue.';

create function private.is_working_day(day date) returns boolean
language sql stable security definer set search_path = ''
as $$
	select extract(isodow from day) < 6 and not exists (select from private.bank_holidays where bank_holidays.day = $1)
$$;

-- The last day of a deadline of so many working days; the day that it begins with is not counted.
create function private.add_working_days(day date, working_days integer) returns date
language plpgsql stable set search_path = ''
as $$
begin
	while working_days > 0 loop
		day := day + 1;
		if private.is_working_day(day) then
			working_days := working_days - 1;
		end if;
	end loop;
	return day;
end
$$;

-- The last day of an issue. What is reported after the office has closed, or on a day on which it does not open, counts as
-- reported on the next working day: offensive graffiti (one working day) reported on a Friday at 5:30pm is due on Tuesday.
-- What is due the same day does not wait for the office to open. Devices reckon the same way (issue-rules.ts).
create function private.issue_due_on(reported_at timestamptz, working_days integer, office_closes_at time) returns date
language plpgsql stable set search_path = ''
as $$
declare
	reported constant timestamp := reported_at at time zone 'Europe/London';
	day date := reported;
begin
	if working_days > 0 and (reported::time >= office_closes_at or not private.is_working_day(day)) then
		day := private.add_working_days(day, 1);
	end if;
	return private.add_working_days(day, working_days);
end
$$;

create table public.issues (
	like private.synced including all,
	kind public.issue_kind not null,
	what text not null
		constraint issues_what_required check (what <> '')
		constraint issues_what_too_long check (char_length(what) <= 10000),
	ward_code text,
	place_id uuid,
	latitude double precision
		constraint issues_latitude_out_of_range check (latitude between -90 and 90),
	longitude double precision
		constraint issues_longitude_out_of_range check (longitude between -180 and 180),
	log_id uuid,
	-- Where the list of bank holidays begins.
	reported_at timestamptz not null
		constraint issues_reported_at_out_of_range check (reported_at >= '2020-01-01T00:00:00Z'),
	due_on date not null,
	status public.issue_status not null default 'open',
	resolved_at timestamptz
		constraint issues_resolved_at_out_of_range check (resolved_at >= '2020-01-01T00:00:00Z'),
	outcome text not null default ''
		constraint issues_outcome_too_long check (char_length(outcome) <= 10000),
	owner_id uuid,
	restricted boolean not null default false,
	-- A restricted issue lives on its author's device, so it has an author.
	constraint issues_restricted_not_valid check (not restricted or created_by is not null),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, ward_code) references public.areas (council_id, code),
	foreign key (council_id, place_id) references public.places (council_id, id),
	foreign key (council_id, log_id) references public.engagement_logs (council_id, id)
);
comment on column public.issues.latitude is 'Where it is, in degrees (WGS 84); none for what is restricted.';
comment on column public.issues.log_id is 'The contact in which it was heard of.';
comment on column public.issues.reported_at is 'The day and time as the officer states them; they order nothing, and the deadline begins with them.';
comment on column public.issues.due_on is 'The last day to deal with it, worked out by the server and by devices alike.';
comment on column public.issues.resolved_at is 'When it was put right, or found that it cannot be.';
comment on column public.issues.owner_id is 'The user id of the person who deals with it.';
comment on column public.issues.restricted is 'Off the map and out of lists: for its author and the register alone.';
create index issues_ward_code_idx on public.issues (council_id, ward_code);
create index issues_place_id_idx on public.issues (council_id, place_id);
create index issues_log_id_idx on public.issues (council_id, log_id);

insert into private.merge_rules (table_name, column_name, rule)
values ('issues', 'status', 'ask'), ('issues', 'what', 'text'), ('issues', 'outcome', 'text');

insert into private.sentences (code, sentence)
values
	('outcome_needed', 'Say why it cannot be put right.'),
	(
		'owner_not_cleared',
		'A restricted issue is dealt with by its author, or by somebody who is cleared for the register.'
	);

-- What hangs off a restricted log is for whoever that is for. Other restricted issues stay with their author, and an issue
-- of a ward with the ward's locality, which is held until the transaction ends; anything else is the council's.
create function private.scope_of(record public.issues) returns text
language plpgsql set search_path = ''
as $$
declare
	found_scope text;
begin
	if record.restricted then
		select scope into found_scope
		from public.engagement_logs
		where council_id = record.council_id and id = record.log_id and restricted
		for share;
		return coalesce(found_scope, 'user:' || record.created_by, '');
	end if;
	select 'locality:' || locality_id into found_scope
	from public.areas
	where council_id = record.council_id and code = record.ward_code
	for share;
	return coalesce(found_scope, 'council:' || record.council_id);
end
$$;

-- What hangs off a log hangs off one that is there and that its author may read. Runs as whoever asks, so that row level
-- security says what they may read; somebody who does not work on logs learns nothing from it.
create function private.check_log_of_record() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.log_id is not null
		and (tg_op = 'INSERT' or new.log_id is distinct from old.log_id)
		and (
			private.current_user_id() is null
			or new.council_id in (select private.my_councils('officer', 'manager', 'admin'))
		)
		and not exists (
			select from public.engagement_logs
			where council_id = new.council_id and id = new.log_id and deleted_at is null
		)
	then
		perform private.refuse('unknown_reference', 'log_id');
	end if;
	return new;
end
$$;

-- What an issue must keep to. An edit answers only for what it changes; what follows from the rest is made so rather than
-- refused: a restricted issue has no point and no place, and its author deals with it until somebody cleared does.
create function private.check_issue() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	person constant uuid := private.current_user_id();
	decides constant boolean := person is null
		or new.council_id in (select private.my_councils('manager', 'admin'));
	council public.councils;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if not decides and new.council_id not in (select private.my_councils('officer')) then
		return new;
	end if;

	if not decides
		and new.ward_code is not null
		and (is_new or new.ward_code is distinct from old.ward_code)
	then
		perform private.check_ward(new.council_id, new.ward_code);
	end if;
	if not decides and not is_new and new.deleted_at is distinct from old.deleted_at
		and old.created_by is distinct from person
	then
		perform private.refuse('not_allowed');
	end if;
	-- A phone's clock may be a day wrong.
	if (is_new or new.reported_at <> old.reported_at) and new.reported_at > now() + interval '1 day' then
		perform private.refuse('date_in_future', 'reported_at');
	elsif (is_new or new.resolved_at is distinct from old.resolved_at) and new.resolved_at > now() + interval '1 day' then
		perform private.refuse('date_in_future', 'resolved_at');
	end if;

	if new.kind = 'hate_incident' or exists (
		select from public.engagement_logs where council_id = new.council_id and id = new.log_id and restricted
	) then
		new.restricted := true;
	end if;
	if new.restricted then
		new.latitude := null;
		new.longitude := null;
		new.place_id := null;
		new.owner_id := coalesce(new.owner_id, case when is_new then person else old.created_by end);
	end if;
	if new.owner_id is not null
		and (is_new or new.owner_id is distinct from old.owner_id or new.restricted and not old.restricted)
	then
		perform private.check_issue_owner(new, case when is_new then coalesce(person, new.created_by) else old.created_by end);
	end if;

	if new.status = 'cannot' and new.outcome = '' then
		perform private.refuse('outcome_needed', 'outcome');
	elsif new.status in ('open', 'in_progress') then
		new.resolved_at := null;
	else
		new.resolved_at := coalesce(new.resolved_at, now());
	end if;

	if is_new or new.kind <> old.kind or new.reported_at <> old.reported_at then
		select * into council from public.councils where id = new.council_id;
		new.due_on := private.issue_due_on(
			new.reported_at, (to_jsonb(council) ->> (new.kind || '_days'))::integer, council.office_closes_at
		);
	else
		new.due_on := old.due_on;
	end if;
	return new;
end
$$;

-- Whoever deals with an issue works for the council; with a restricted one, its author or somebody cleared.
create function private.check_issue_owner(issue public.issues, author uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	works_here boolean;
	is_cleared boolean;
begin
	select count(*) > 0, coalesce(bool_or(cleared), false) into works_here, is_cleared
	from public.memberships
	where council_id = issue.council_id and user_id = issue.owner_id and role <> 'viewer' and deleted_at is null;
	if not works_here then
		perform private.refuse('unknown_owner', 'owner_id');
	elsif issue.restricted and issue.owner_id is distinct from author and not is_cleared then
		perform private.refuse('owner_not_cleared', 'owner_id');
	end if;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_issue before insert or update on public.issues
for each row execute function private.check_issue();
create trigger check_log_of_record before insert or update on public.issues
for each row execute function private.check_log_of_record();

select private.keep_in_sync('public.issues');
select private.keep_attachments('public.issues');

-- Online only, as the register is.
create policy "cleared managers read restricted issues" on public.issues for select to authenticated
using (restricted and council_id in (select private.my_registers()));

create policy "officers report issues in their wards and city-wide" on public.issues for insert to authenticated
with check (
	council_id in (select private.my_councils('officer'))
	and (ward_code is null or private.is_my_ward(council_id, ward_code))
);
create policy "managers and admins report issues anywhere" on public.issues for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
-- As with logs: what somebody may not read, they do not change.
create policy "officers change issues that are for them" on public.issues for update to authenticated
using (council_id in (select private.my_councils('officer')) and scope in (select private.my_scopes()));
create policy "managers and admins change issues" on public.issues for update to authenticated
using (
	council_id in (select private.my_councils('manager', 'admin'))
	and (
		scope in (select private.my_scopes())
		or restricted and council_id in (select private.my_registers())
	)
);

-- A log that becomes restricted takes its issues along, whoever deals with them: nothing opens them again but a person.
create function private.take_issues_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.issues
	set
		restricted = restricted or new.restricted,
		owner_id = case when new.restricted then null else owner_id end
	where council_id = new.council_id and log_id = new.id;
	return null;
end
$$;
create trigger take_issues_along after update on public.engagement_logs
for each row when (old.restricted <> new.restricted) execute function private.take_issues_along();

-- A ward that changes locality takes the records of a table along, which the trigger names: the stamp works out their
-- scope anew.
create function private.move_records_of_ward() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	execute format(
		'update public.%I set scope = scope where council_id = $1 and ward_code = $2', tg_argv[0]
	) using new.council_id, new.code;
	return null;
end
$$;
create trigger move_issues_of_ward after update of locality_id on public.areas
for each row when (old.locality_id is distinct from new.locality_id)
execute function private.move_records_of_ward('issues');
