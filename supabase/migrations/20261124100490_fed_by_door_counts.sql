-- Where an evaluation does not say how many came, what phones counted at the door feeds the measure. Counts that reach the
-- server after the event was evaluated are added too.

create or replace function private.fed_value(
	measure public.measures, event public.community_events, evaluation public.event_evaluations
) returns integer
language sql stable
return case
	when event.status not in ('delivered', 'evaluated') or event.deleted_at is not null then null
	when private.event_day(event) < measure.starts_on or private.event_day(event) > measure.due_on then null
	else case measure.fed_by
		when 'events' then 1
		when 'people' then coalesce(
			evaluation.attended,
			(
				select sum(event_counts.count)
				from public.event_counts
				where event_counts.council_id = event.council_id
					and event_counts.event_id = event.id
					and event_counts.deleted_at is null
			)
		)
		when 'safety_messages' then evaluation.safety_messages
	end
end;

-- While the door is open the event has not taken place yet: taps feed nothing.
create function private.feed_from_count() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	event public.community_events;
begin
	select * into event
	from public.community_events
	where council_id = new.council_id and id = new.event_id and status in ('delivered', 'evaluated');
	if event.id is not null then
		perform private.feed_touched(
			event.council_id, event.objective_id, event.action_id, private.event_day(event), '{people}'
		);
	end if;
	return null;
end
$$;

create constraint trigger feed_measures_of_insert after insert on public.event_counts
deferrable initially deferred
for each row execute function private.feed_from_count();
create constraint trigger feed_measures_of_update after update on public.event_counts
deferrable initially deferred
for each row when ((old.count, old.deleted_at) is distinct from (new.count, new.deleted_at))
execute function private.feed_from_count();
