-- Measures: how a council knows whether an objective or an action gets anywhere, and the readings that say so.

create type public.measure_kind as enum ('count', 'percentage');
create type public.measure_feed as enum ('logs', 'people', 'safety_messages');
create type public.measure_direction as enum ('up', 'down');
create type public.target_rule as enum ('fixed', 'growth_per_year', 'beyond_overall', 'none');
create type public.reading_frequency as enum ('month', 'quarter', 'half_year', 'year', 'once');

create table public.measures (
	like private.synced including all,
	objective_id uuid not null,
	action_id uuid,
	name text not null
		constraint measures_name_required check (name <> '')
		constraint measures_name_too_long check (char_length(name) <= 300),
	unit text not null default ''
		constraint measures_unit_too_long check (char_length(unit) <= 50),
	kind public.measure_kind not null,
	whole text
		constraint measures_whole_too_long check (char_length(whole) <= 200),
	accumulates boolean not null default false
		constraint measures_accumulates_not_valid check (not accumulates or kind = 'count'),
	fed_by public.measure_feed
		constraint measures_fed_by_not_valid check (fed_by is null or kind = 'count' and frequency <> 'once'),
	direction public.measure_direction not null default 'up',
	baseline double precision
		constraint measures_baseline_out_of_range check (baseline between -1e12 and 1e12),
	baseline_on date
		constraint measures_baseline_on_out_of_range check (baseline_on between '1900-01-01' and '2200-12-31'),
	baseline_note text
		constraint measures_baseline_note_too_long check (char_length(baseline_note) <= 1000),
	target_rule public.target_rule not null,
	target double precision
		constraint measures_target_required check (target is not null or target_rule <> 'fixed')
		constraint measures_target_out_of_range check (
			target between -1e12 and 1e12 and (kind = 'count' or target between 0 and 100)
		),
	rate_percent double precision
		constraint measures_rate_percent_required check (
			rate_percent is not null or target_rule not in ('growth_per_year', 'beyond_overall')
		)
		constraint measures_rate_percent_out_of_range check (rate_percent between -100 and 1000),
	frequency public.reading_frequency not null,
	-- Phones show dates of four-digit years only.
	starts_on date not null
		constraint measures_starts_on_out_of_range check (starts_on between '1900-01-01' and '2200-12-31'),
	due_on date
		constraint measures_due_on_out_of_range check (due_on between starts_on and '2200-12-31'),
	note text
		constraint measures_note_too_long check (char_length(note) <= 2000),
	position integer not null,
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.measures.whole is 'What a percentage is of: "all staff".';
comment on column public.measures.accumulates is 'Readings add up: from starts_on, or within each year where the target grows by the year.';
comment on column public.measures.fed_by is 'What of the logs its readings add up; null where people enter them.';
comment on column public.measures.target is 'What is to be reached by due_on; under beyond_overall the overall target, null while nobody knows it.';
comment on column public.measures.rate_percent is 'growth_per_year: baseline x (1 + rate/100)^n in year n; beyond_overall: target x (1 + rate/100).';
comment on column public.measures.starts_on is 'Its periods are counted from here.';
create index measures_objective_id_idx on public.measures (council_id, objective_id);
create index measures_action_id_idx on public.measures (council_id, action_id);
-- What every log asks for.
create index measures_fed_by_idx on public.measures (council_id) where fed_by is not null and deleted_at is null;

create table public.measure_readings (
	like private.synced including all,
	measure_id uuid not null,
	read_on date not null
		constraint measure_readings_read_on_out_of_range check (read_on between '1900-01-01' and '2200-12-31'),
	value double precision not null
		constraint measure_readings_value_out_of_range check (value between -1e12 and 1e12),
	whole_count integer
		constraint measure_readings_whole_count_out_of_range check (
			whole_count is null or whole_count >= 1 and value between 0 and whole_count
		),
	note text
		constraint measure_readings_note_too_long check (char_length(note) <= 2000),
	fed boolean not null default false,
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, measure_id) references public.measures (council_id, id)
);
comment on column public.measure_readings.read_on is 'The last day of the time that it stands for.';
comment on column public.measure_readings.value is 'A count; of a percentage the percent, or with whole_count how many of them.';
comment on column public.measure_readings.fed is 'Worked out from logs, by the database alone.';
create index measure_readings_measure_id_idx on public.measure_readings (council_id, measure_id);
create unique index measure_readings_read_on_key on public.measure_readings (measure_id, read_on) where deleted_at is null;

insert into private.merge_rules (table_name, column_name, rule)
values
	('measures', 'note', 'text'),
	('measure_readings', 'note', 'text');

insert into private.sentences (code, sentence)
values
	('has_readings', 'This measure has readings already. Add a new measure instead.'),
	('fed_reading', 'The readings of this measure are worked out from logs. Correct the log instead.');

-- What a measure keeps to: a closed plan's stay as they were, and what readings mean is not changed under them. Imports
-- by the database's owner are not asked; strangers learn nothing from it.
create function private.check_measure() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	about uuid;
begin
	if private.current_user_id() is null or new.council_id not in (select private.my_councils('manager', 'admin')) then
		return new;
	end if;

	foreach about in array array[new.objective_id] || case when not is_new then old.objective_id end loop
		if private.is_closed_plan(
			new.council_id, (select plan_id from public.objectives where council_id = new.council_id and id = about)
		) then
			perform private.refuse('plan_closed', 'objective_id');
		end if;
	end loop;

	if not is_new
		and (new.kind <> old.kind or old.fed_by is null and new.fed_by is not null)
		and exists (
			select from public.measure_readings
			where council_id = new.council_id and measure_id = new.id and deleted_at is null
		)
	then
		perform private.refuse('has_readings', case when new.kind <> old.kind then 'kind' else 'fed_by' end);
	end if;
	return new;
end
$$;

-- What a reading keeps to. The measure is held until the transaction ends, so that it means the same when it is saved.
create function private.check_measure_reading() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	today constant date := now() at time zone 'Europe/London';
	measure public.measures;
begin
	if private.current_user_id() is null
		or new.council_id not in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		return new;
	end if;

	select * into measure
	from public.measures
	where council_id = new.council_id and id = new.measure_id and deleted_at is null
	for share;
	if measure.id is null then
		perform private.refuse('unknown_reference', 'measure_id');
	elsif measure.fed_by is not null then
		perform private.refuse('fed_reading', 'value');
	elsif new.fed then
		perform private.refuse('not_allowed', 'fed');
	-- A phone's clock may be a day wrong.
	elsif new.read_on > today + 1 then
		perform private.refuse('date_in_future', 'read_on');
	elsif measure.kind = 'count' and new.whole_count is not null then
		perform private.refuse('not_valid', 'whole_count');
	elsif measure.kind = 'percentage' and new.whole_count is null and new.value not between 0 and 100 then
		perform private.refuse('out_of_range', 'value');
	end if;
	return new;
end
$$;

-- They fire before the stamp (triggers fire by name).
create trigger check_measure before insert or update on public.measures
for each row execute function private.check_measure();
create trigger check_measure_reading before insert or update on public.measure_readings
for each row execute function private.check_measure_reading();

select private.keep_in_sync('public.measures');
select private.keep_in_sync('public.measure_readings');

create policy "managers and admins add measures" on public.measures for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins change measures" on public.measures for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));

create policy "everybody who works here enters readings" on public.measure_readings for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin')));
create policy "everybody who works here corrects readings" on public.measure_readings for update to authenticated
using (council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin')));
