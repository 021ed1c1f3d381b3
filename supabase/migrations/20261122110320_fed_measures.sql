-- Fed measures: readings that the database works out from logs, and keeps right whatever becomes of the logs.
--
-- A transaction that touches logs works out, just before it commits, the periods that it touched: each once, from what
-- the logs say then. One transaction at a time in a council, so that two at once neither miss each other's logs nor wait
-- in a circle. Restricted logs never count and leave no trace: a period that has no other log has no reading.

-- The period that a day lies in. Periods of so many months are counted from the measure's start, from the last day of a
-- month that has no such day; the last one ends when the measure is due.
create function private.measure_period(measure public.measures, day date) returns daterange
language plpgsql immutable set search_path = ''
as $$
declare
	months constant integer := case measure.frequency
		when 'month' then 1 when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12
	end;
	start constant date := measure.starts_on;
	months_since constant integer :=
		12 * (extract(year from day) - extract(year from start)) + extract(month from day) - extract(month from start);
	number integer := floor(months_since::numeric / months);
begin
	if start + make_interval(months => number * months) > day then
		number := number - 1;
	end if;
	return daterange(
		(start + make_interval(months => number * months))::date,
		least((start + make_interval(months => (number + 1) * months))::date - 1, measure.due_on),
		'[]'
	);
end
$$;

-- What a log adds to a measure that it serves; null where it does not count.
create function private.fed_value(measure public.measures, log public.engagement_logs) returns integer
language sql immutable
return case
	when log.restricted or log.deleted_at is not null then null
	when log.occurred_on < measure.starts_on or log.occurred_on > measure.due_on then null
	else case measure.fed_by
		when 'logs' then 1
		when 'people' then log.people_count
		when 'safety_messages' then log.safety_messages
	end
end;

-- Works out the readings of a fed measure: all of them, or that of the period of a day. One that no longer is fed leaves
-- its readings to people.
create function private.feed_measure(fed_measure uuid, of_day date default null) returns void
language plpgsql set search_path = ''
as $$
declare
	person constant text := current_setting('request.jwt.claim.sub', true);
	claims constant text := current_setting('request.jwt.claims', true);
	measure public.measures;
	days daterange := daterange(null, null);
begin
	-- Each statement after this sees what was committed while it waited.
	perform pg_advisory_xact_lock(hashtextextended(
		format('feed %s', (select council_id from public.measures where id = fed_measure)), 0
	));
	select * into measure from public.measures where id = fed_measure;

	-- These are the database's doing: history names nobody who wrote a log, least of all one that is restricted by now.
	perform set_config('request.jwt.claim.sub', '', true), set_config('request.jwt.claims', '', true);
	if measure.fed_by is null then
		update public.measure_readings set fed = false where council_id = measure.council_id and measure_id = measure.id and fed;
	elsif measure.deleted_at is null then
		if of_day is not null then
			days := private.measure_period(measure, of_day);
		end if;
		with serving as (
			select log from public.engagement_logs as log
			where council_id = measure.council_id and action_id = measure.action_id
			union all
			select log from public.engagement_logs as log
			where council_id = measure.council_id
				and measure.action_id is null
				and objective_id in (select private.priorities_under(measure.council_id, measure.objective_id))
		),
		sums as materialized (
			select
				upper(private.measure_period(measure, (log).occurred_on)) - 1 as read_on,
				sum(private.fed_value(measure, log)) as value
			from serving
			where (log).occurred_on <@ days and private.fed_value(measure, log) is not null
			group by 1
		),
		kept as (
			select id, read_on, value, fed
			from public.measure_readings
			where council_id = measure.council_id and measure_id = measure.id and deleted_at is null and read_on <@ days
		),
		corrected as (
			update public.measure_readings as reading set value = sums.value
			from kept join sums using (read_on)
			where reading.id = kept.id and sums.value <> kept.value
		),
		emptied as (
			update public.measure_readings as reading set deleted_at = now()
			from kept
			where reading.id = kept.id and kept.fed and kept.read_on not in (select read_on from sums)
		)
		insert into public.measure_readings (council_id, measure_id, read_on, value, fed)
		select measure.council_id, measure.id, read_on, value, true
		from sums
		where read_on not in (select read_on from kept);
	end if;
	perform
		set_config('request.jwt.claim.sub', coalesce(person, ''), true),
		set_config('request.jwt.claims', coalesce(claims, ''), true);
end
$$;

-- Feeds what a log served before and serves now. A period that this transaction has worked out already, at its end, it
-- need not work out for the next log.
create function private.feed_from_log() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	touched record;
	done text[] := coalesce(nullif(current_setting('private.fed', true), ''), '{}')::text[];
begin
	for touched in
		select distinct
			measure.id,
			(log).occurred_on as day,
			concat(measure.id, lower(private.measure_period(measure, (log).occurred_on))) as period
		from unnest(case tg_op when 'INSERT' then array[new] else array[old, new] end) as log
		join public.measures as measure
			on measure.council_id = log.council_id
				and measure.fed_by is not null
				and measure.deleted_at is null
				and (
					measure.action_id = log.action_id
					or measure.action_id is null and (
						measure.objective_id = log.objective_id
						or measure.objective_id = (
							select parent_id from public.objectives
							where council_id = log.council_id and id = log.objective_id
						)
					)
				)
				and private.fed_value(measure, log) is not null
	loop
		if touched.period <> all (done) then
			perform private.feed_measure(touched.id, touched.day);
			done := done || touched.period;
		end if;
	end loop;
	perform set_config('private.fed', done::text, true);
	return null;
end
$$;

create constraint trigger feed_measures_of_insert after insert on public.engagement_logs
deferrable initially deferred
for each row when (not new.restricted and new.deleted_at is null)
execute function private.feed_from_log();

create constraint trigger feed_measures_of_update after update on public.engagement_logs
deferrable initially deferred
for each row when (
	(
		old.occurred_on, old.objective_id, old.action_id, old.people_count, old.safety_messages, old.restricted,
		old.deleted_at
	) is distinct from (
		new.occurred_on, new.objective_id, new.action_id, new.people_count, new.safety_messages, new.restricted,
		new.deleted_at
	)
)
execute function private.feed_from_log();

-- A measure that is made, or means something else from now on, is worked out anew.
create function private.feed_changed_measure() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.feed_measure(new.id);
	return null;
end
$$;

create constraint trigger feed_new_measure after insert on public.measures
deferrable initially deferred
for each row when (new.fed_by is not null)
execute function private.feed_changed_measure();

create constraint trigger feed_changed_measure after update on public.measures
deferrable initially deferred
for each row when (
	(old.fed_by, old.objective_id, old.action_id, old.frequency, old.starts_on, old.due_on)
	is distinct from (new.fed_by, new.objective_id, new.action_id, new.frequency, new.starts_on, new.due_on)
)
execute function private.feed_changed_measure();

-- A priority that moves to another objective takes along what its logs feed there.
create function private.feed_moved_priority() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	fed uuid;
begin
	for fed in
		select id
		from public.measures
		where council_id = new.council_id
			and objective_id in (old.parent_id, new.parent_id)
			and action_id is null
			and fed_by is not null
			and deleted_at is null
	loop
		perform private.feed_measure(fed);
	end loop;
	return null;
end
$$;

create constraint trigger feed_moved_priority after update of parent_id on public.objectives
deferrable initially deferred
for each row when (old.parent_id is distinct from new.parent_id)
execute function private.feed_moved_priority();
