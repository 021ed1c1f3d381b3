-- What every push of a fed measure's logs waits for must cost little, however many logs there are.

-- As before, reading no more of a log than its day and its figure, and asking for the period once where it is one.
create or replace function private.feed_measure(fed_measure uuid, of_day date default null) returns void
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
			select occurred_on, private.fed_value(measure, log) as value
			from public.engagement_logs as log
			where council_id = measure.council_id and action_id = measure.action_id and occurred_on <@ days
			union all
			select occurred_on, private.fed_value(measure, log) as value
			from public.engagement_logs as log
			where council_id = measure.council_id
				and measure.action_id is null
				and objective_id in (select private.priorities_under(measure.council_id, measure.objective_id))
				and occurred_on <@ days
		),
		sums as materialized (
			select
				upper(case when of_day is null then private.measure_period(measure, occurred_on) else days end) - 1 as read_on,
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
