-- Fed measures add up trainings that networks held, and community events, beside logs. What each adds is said once, by a
-- fed_value for its table; what feeds, and when, goes one way for all of them.

update private.sentences
set sentence = 'The readings of this measure are worked out from records. Correct the record instead.'
where code = 'fed_reading';

-- The day on which an event began, as its people know it.
create function private.event_day(event public.community_events) returns date
language sql stable
return (event.starts_at at time zone 'Europe/London')::date;

-- What an activity adds to a measure that it serves; null where it does not count.
create function private.fed_value(measure public.measures, activity public.network_activities) returns integer
language sql immutable
return case
	when measure.fed_by <> 'training_completions' or activity.status <> 'held' or activity.deleted_at is not null then null
	when activity.held_on < measure.starts_on or activity.held_on > measure.due_on then null
	else activity.completions
end;

-- What an event that took place adds, with its evaluation where there is one.
create function private.fed_value(
	measure public.measures, event public.community_events, evaluation public.event_evaluations
) returns integer
language sql stable
return case
	when event.status not in ('delivered', 'evaluated') or event.deleted_at is not null then null
	when private.event_day(event) < measure.starts_on or private.event_day(event) > measure.due_on then null
	else case measure.fed_by
		when 'events' then 1
		when 'people' then evaluation.attended
		when 'safety_messages' then evaluation.safety_messages
	end
end;

-- As before, out of everything that feeds.
create or replace function private.feed_measure(fed_measure uuid, of_day date default null) returns void
language plpgsql set search_path = ''
as $$
declare
	person constant text := current_setting('request.jwt.claim.sub', true);
	claims constant text := current_setting('request.jwt.claims', true);
	measure public.measures;
	days daterange := daterange(null, null);
	-- Of a measure of an objective; of an action's, none.
	priorities uuid [] := '{}';
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
		if measure.action_id is null then
			priorities := array(select private.priorities_under(measure.council_id, measure.objective_id));
		end if;
		with serving as (
			select occurred_on as day, private.fed_value(measure, log) as value
			from public.engagement_logs as log
			where council_id = measure.council_id
				and (action_id = measure.action_id or objective_id = any (priorities))
				and occurred_on <@ days
			union all
			select held_on, private.fed_value(measure, activity)
			from public.network_activities as activity
			where council_id = measure.council_id
				and (action_id = measure.action_id or objective_id = any (priorities))
				and held_on <@ days
			union all
			select private.event_day(event), private.fed_value(measure, event, evaluation)
			from public.community_events as event
			left join public.event_evaluations as evaluation
				on evaluation.council_id = event.council_id
					and evaluation.event_id = event.id
					and evaluation.deleted_at is null
			where event.council_id = measure.council_id
				and (event.action_id = measure.action_id or event.objective_id = any (priorities))
				and private.event_day(event) <@ days
		),
		sums as materialized (
			select
				upper(case when of_day is null then private.measure_period(measure, day) else days end) - 1 as read_on,
				sum(value) as value
			from serving
			where value is not null
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

-- Feeds the measures that something of that day serves, of those that it can feed. A period that this transaction has
-- worked out already, at its end, it need not work out for the next.
create function private.feed_touched(
	council uuid, objective uuid, action uuid, day date, feeds public.measure_feed []
) returns void
language plpgsql set search_path = ''
as $$
declare
	touched record;
	done text [] := coalesce(nullif(current_setting('private.fed', true), ''), '{}')::text [];
begin
	for touched in
		select id, concat(id, lower(private.measure_period(measure, day))) as period
		from public.measures as measure
		where council_id = council
			and fed_by = any (feeds)
			and deleted_at is null
			and day >= starts_on
			and day <= coalesce(due_on, 'infinity')
			and (
				action_id = action
				or action_id is null and (
					objective_id = objective
					or objective_id = (select parent_id from public.objectives where council_id = council and id = objective)
				)
			)
		order by id
	loop
		if touched.period <> all (done) then
			perform private.feed_measure(touched.id, day);
			done := done || touched.period;
		end if;
	end loop;
	perform set_config('private.fed', done::text, true);
end
$$;

-- Feeds what a log served before and serves now.
create or replace function private.feed_from_log() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	log public.engagement_logs;
begin
	foreach log in array case tg_op when 'INSERT' then array[new] else array[old, new] end loop
		if not log.restricted and log.deleted_at is null then
			perform private.feed_touched(log.council_id, log.objective_id, log.action_id, log.occurred_on, array_remove(array[
				'logs',
				case when log.people_count is not null then 'people' end,
				case when log.safety_messages is not null then 'safety_messages' end
			]::public.measure_feed [], null));
		end if;
	end loop;
	return null;
end
$$;

-- Likewise a training of a network.
create function private.feed_from_activity() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	activity public.network_activities;
begin
	foreach activity in array case tg_op when 'INSERT' then array[new] else array[old, new] end loop
		if activity.completions is not null and activity.deleted_at is null then
			perform private.feed_touched(
				activity.council_id, activity.objective_id, activity.action_id, activity.held_on, '{training_completions}'
			);
		end if;
	end loop;
	return null;
end
$$;

create constraint trigger feed_measures_of_insert after insert on public.network_activities
deferrable initially deferred
for each row when (new.completions is not null and new.deleted_at is null)
execute function private.feed_from_activity();
create constraint trigger feed_measures_of_update after update on public.network_activities
deferrable initially deferred
for each row when (
	(old.held_on, old.objective_id, old.action_id, old.completions, old.deleted_at)
	is distinct from (new.held_on, new.objective_id, new.action_id, new.completions, new.deleted_at)
)
execute function private.feed_from_activity();

-- Likewise an event, with what its evaluation says.
create function private.feed_from_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	event public.community_events;
begin
	foreach event in array case tg_op when 'INSERT' then array[new] else array[old, new] end loop
		if event.status in ('delivered', 'evaluated') and event.deleted_at is null then
			perform private.feed_touched(
				event.council_id, event.objective_id, event.action_id, private.event_day(event),
				'{events,people,safety_messages}'
			);
		end if;
	end loop;
	return null;
end
$$;

create constraint trigger feed_measures_of_insert after insert on public.community_events
deferrable initially deferred
for each row when (new.status in ('delivered', 'evaluated') and new.deleted_at is null)
execute function private.feed_from_event();
create constraint trigger feed_measures_of_update after update on public.community_events
deferrable initially deferred
for each row when (
	(old.starts_at, old.objective_id, old.action_id, old.status, old.deleted_at)
	is distinct from (new.starts_at, new.objective_id, new.action_id, new.status, new.deleted_at)
)
execute function private.feed_from_event();

create function private.feed_from_evaluation() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	event public.community_events;
begin
	select * into event from public.community_events where council_id = new.council_id and id = new.event_id;
	perform private.feed_touched(
		event.council_id, event.objective_id, event.action_id, private.event_day(event), '{people,safety_messages}'
	);
	return null;
end
$$;

create constraint trigger feed_measures_of_insert after insert on public.event_evaluations
deferrable initially deferred
for each row when (new.deleted_at is null)
execute function private.feed_from_evaluation();
create constraint trigger feed_measures_of_update after update on public.event_evaluations
deferrable initially deferred
for each row when (
	(old.attended, old.safety_messages, old.deleted_at) is distinct from (new.attended, new.safety_messages, new.deleted_at)
)
execute function private.feed_from_evaluation();
