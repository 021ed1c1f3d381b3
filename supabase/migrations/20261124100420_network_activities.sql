-- What networks do: how many belong to them, their activities with attendance, and what came up there: issues, decisions and
-- action points. Counts alone, never who. Photos are left out on purpose: a picture of a meeting names its members.

set lock_timeout = '5s';

create type public.network_activity_kind as enum ('meeting', 'campaign', 'training', 'drop_in');
create type public.network_activity_status as enum ('planned', 'held', 'cancelled');
create type public.network_point_kind as enum ('issue', 'decision', 'action_point');
create type public.network_point_status as enum ('open', 'settled');

create table public.network_snapshots (
	like private.synced including all,
	network_id uuid not null,
	counted_on date not null
		constraint network_snapshots_counted_on_out_of_range check (counted_on between '1900-01-01' and '2200-12-31'),
	members integer not null
		constraint network_snapshots_members_out_of_range check (members between 0 and 100000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, network_id) references public.networks (council_id, id)
);
comment on column public.network_snapshots.members is 'How many belong to it on that day.';
create index network_snapshots_network_id_idx on public.network_snapshots (council_id, network_id, counted_on);

create table public.network_activities (
	like private.synced including all,
	network_id uuid not null,
	kind public.network_activity_kind not null,
	title text not null
		constraint network_activities_title_required check (title <> '')
		constraint network_activities_title_too_long check (char_length(title) <= 200),
	status public.network_activity_status not null default 'held',
	held_on date not null
		constraint network_activities_held_on_out_of_range check (held_on between '1900-01-01' and '2200-12-31'),
	place_id uuid,
	objective_id uuid not null,
	action_id uuid,
	attendance integer
		constraint network_activities_attendance_out_of_range check (attendance between 0 and 100000)
		constraint network_activities_attendance_not_valid check (attendance is null or status = 'held'),
	completions integer
		constraint network_activities_completions_out_of_range check (completions between 0 and 100000)
		constraint network_activities_completions_not_valid check (
			completions is null or kind = 'training' and status = 'held'
		),
	headcount integer
		constraint network_activities_headcount_out_of_range check (headcount between 1 and 100000)
		constraint network_activities_headcount_not_valid check (headcount is null or kind = 'training'),
	note text not null default ''
		constraint network_activities_note_too_long check (char_length(note) <= 10000),
	partner_ids uuid [] not null default '{}'
		constraint network_activities_partner_ids_not_valid check (private.is_list(partner_ids)),
	programmes text [] not null default '{}'
		constraint network_activities_programmes_not_valid check (private.is_list(programmes) and '' <> all(programmes))
		constraint network_activities_programmes_too_long check (
			char_length(array_to_string(programmes, '')) <= 1000
		),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, network_id) references public.networks (council_id, id),
	foreign key (council_id, place_id) references public.places (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.network_activities.held_on is 'The day on which it was, or is to be.';
comment on column public.network_activities.attendance is 'How many came; null where nobody counted.';
comment on column public.network_activities.completions is 'Of a training: how many finished it.';
comment on column public.network_activities.headcount is 'Of a training: how many it is meant for.';
comment on column public.network_activities.programmes is 'Programmes that it belongs to, by name.';
create index network_activities_network_id_idx on public.network_activities (council_id, network_id, held_on);
create index network_activities_place_id_idx on public.network_activities (council_id, place_id);
create index network_activities_objective_id_idx on public.network_activities (council_id, objective_id);
create index network_activities_action_id_idx on public.network_activities (council_id, action_id);

create table public.network_points (
	like private.synced including all,
	activity_id uuid not null,
	network_id uuid not null,
	kind public.network_point_kind not null,
	what text not null
		constraint network_points_what_required check (what <> '')
		constraint network_points_what_too_long check (char_length(what) <= 2000),
	to_steering boolean not null default false,
	action_id uuid,
	status public.network_point_status not null default 'open'
		constraint network_points_status_not_valid check (kind <> 'decision' or status = 'settled'),
	answer text not null default ''
		constraint network_points_answer_too_long check (char_length(answer) <= 2000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, activity_id) references public.network_activities (council_id, id),
	foreign key (council_id, network_id) references public.networks (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.network_points.network_id is 'Its activity''s, put right by the database.';
comment on column public.network_points.to_steering is 'Goes into the steering group''s pack.';
comment on column public.network_points.action_id is 'The action that it was proposed as, or that it is about.';
comment on column public.network_points.status is 'A decision is settled from the start.';
comment on column public.network_points.answer is 'What came of it.';
create index network_points_activity_id_idx on public.network_points (council_id, activity_id);
create index network_points_network_id_idx on public.network_points (council_id, network_id);
create index network_points_action_id_idx on public.network_points (council_id, action_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('network_activities', 'status', 'ask'),
	('network_activities', 'note', 'text'),
	('network_points', 'status', 'ask'),
	('network_points', 'what', 'text'),
	('network_points', 'answer', 'text');

insert into private.sentences (code, sentence)
values
	('not_your_network', 'You do not work for this network. Ask an administrator to add you to it.'),
	('more_than_headcount', 'More people finished than the training is meant for.');

create function private.scope_of(record public.network_snapshots) returns text
language sql set search_path = ''
as $$ select private.network_scope(record.council_id, record.network_id) $$;
create function private.scope_of(record public.network_activities) returns text
language sql set search_path = ''
as $$ select private.network_scope(record.council_id, record.network_id) $$;
create function private.scope_of(record public.network_points) returns text
language sql set search_path = ''
as $$ select private.network_scope(record.council_id, record.network_id) $$;

-- What hangs off a network hangs off one that is there and that its author may work for. A stranger learns nothing from
-- rules: row level security answers.
create function private.check_network_of_record() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		return new;
	end if;
	if not exists (
		select from public.networks where council_id = new.council_id and id = new.network_id and deleted_at is null
	) then
		perform private.refuse('unknown_reference', 'network_id');
	elsif private.current_user_id() is not null
		and private.network_scope(new.council_id, new.network_id) not in (select private.my_scopes())
	then
		perform private.refuse('not_your_network', 'network_id');
	end if;
	return new;
end
$$;

-- A count is of a day that has been, as phones know it: their clocks may be a day wrong.
create function private.check_network_snapshot() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.counted_on > (now() at time zone 'Europe/London')::date + 1 then
		perform private.refuse('date_in_future', 'counted_on');
	end if;
	return new;
end
$$;

-- An edit answers only for what it changes.
create function private.check_network_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	today constant date := now() at time zone 'Europe/London';
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		return new;
	end if;

	if new.status = 'held'
		and new.held_on > today + 1
		and (is_new or new.held_on <> old.held_on or new.status <> old.status)
	then
		perform private.refuse('date_in_future', 'held_on');
	elsif new.completions > new.headcount then
		perform private.refuse('more_than_headcount', 'completions');
	end if;
	if is_new or new.objective_id <> old.objective_id then
		perform private.check_priority(new.council_id, new.objective_id, today);
	end if;
	perform private.check_listed(
		new.council_id,
		new.partner_ids,
		case when is_new then '{}' else old.partner_ids end,
		'public.organisations',
		'partner_ids'
	);
	return new;
end
$$;

-- A point is of its activity's network, whatever was sent. Runs as whoever asks: row level security says which activities
-- they may read.
create function private.check_point_of_activity() returns trigger
language plpgsql set search_path = ''
as $$
declare
	its_network uuid;
begin
	select network_id into its_network
	from public.network_activities
	where council_id = new.council_id and id = new.activity_id and deleted_at is null;
	if its_network is not null then
		new.network_id := its_network;
	elsif private.current_user_id() is null
		or new.council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		perform private.refuse('unknown_reference', 'activity_id');
	end if;
	return new;
end
$$;

-- All fire before the stamp (triggers fire by name).
create trigger check_network_of_record before insert on public.network_snapshots
for each row execute function private.check_network_of_record();
create trigger check_network_snapshot before insert or update of counted_on on public.network_snapshots
for each row execute function private.check_network_snapshot();
create trigger check_network_of_record before insert on public.network_activities
for each row execute function private.check_network_of_record();
create trigger check_network_activity before insert or update on public.network_activities
for each row execute function private.check_network_activity();
create trigger check_point_of_activity before insert on public.network_points
for each row execute function private.check_point_of_activity();

select private.keep_in_sync('public.network_snapshots');
select private.keep_in_sync('public.network_activities');
select private.keep_in_sync('public.network_points');

-- Whoever works in the field and may read what a network does takes part in it: a staff network's champions and managers,
-- and everybody with the other networks.
create policy "whoever works for a network counts its members" on public.network_snapshots for insert to authenticated
with check (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "whoever works for a network corrects its counts" on public.network_snapshots for update to authenticated
using (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "whoever works for a network logs activities" on public.network_activities for insert to authenticated
with check (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "whoever works for a network changes activities" on public.network_activities for update to authenticated
using (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "whoever works for a network adds points" on public.network_points for insert to authenticated
with check (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);
create policy "whoever works for a network changes points" on public.network_points for update to authenticated
using (
	council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);

-- A network that becomes a staff network, or is one no longer, takes along who may read what it does: the stamp works out
-- their scope anew.
create function private.move_records_of_network() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.network_snapshots set scope = scope where council_id = new.council_id and network_id = new.id;
	update public.network_activities set scope = scope where council_id = new.council_id and network_id = new.id;
	update public.network_points set scope = scope where council_id = new.council_id and network_id = new.id;
	return null;
end
$$;
create trigger move_records_of_network after update of kind on public.networks
for each row when (old.kind <> new.kind) execute function private.move_records_of_network();

-- A network that has done something stays on record.
create function private.check_network_in_use() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.council_id in (select private.my_councils('manager', 'admin')) and exists (
		select from public.network_activities
		where council_id = new.council_id and network_id = new.id and deleted_at is null
	) then
		perform private.refuse('network_in_use');
	end if;
	return new;
end
$$;
create trigger check_network_in_use before update on public.networks
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.check_network_in_use();

-- An activity that is deleted takes its points along.
create function private.take_points_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.network_points
	set deleted_at = new.deleted_at
	where council_id = new.council_id and activity_id = new.id and deleted_at is null;
	return null;
end
$$;
create trigger take_points_along after update on public.network_activities
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_points_along();
