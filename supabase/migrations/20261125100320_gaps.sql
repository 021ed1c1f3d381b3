-- Where outreach does not reach: what has been heard from each ward, for each objective, by each group and channel.

set lock_timeout = '5s';

-- Contacts in the months from `since` to `until`, the whole of both, as they are: for managers and administrators. Wards
-- and objectives without any are left out. `last_contact` is of any period. A log that names two groups of people counts
-- for both.
create function public.gaps(since date, until date) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	elsif not private.sees_exact(council.id) then
		raise exception using errcode = '42501', message = 'Gaps are for managers and administrators.';
	end if;
	perform private.check_activity_query(since, until, 'all', 'screen');
	since := private.month_of(since);
	until := private.end_of('month', until);
	return jsonb_build_object(
		'as_of', now(),
		'since', since,
		'until', until,
		'wards', private.ward_gaps(council.id, since, until),
		'channels', private.channel_gaps(council.id, since, until)
	);
end
$$;

create function private.ward_gaps(council uuid, since date, until date) returns jsonb
language sql stable set search_path = ''
as $$
	with figures as (
		select
			figures.ward_code as code, figures.kind, figures.value,
			coalesce(objectives.parent_id, objectives.id) as objective_id,
			figures.logs, figures.people
		from private.log_figures_now as figures
		join public.objectives on objectives.id = figures.objective_id
		where figures.council_id = council and figures.kind in ('all', 'tally') and figures.month between since and until
	),
	by_objective as (
		select code, jsonb_object_agg(objective_id, logs) as objectives, sum(logs) as contacts, sum(people) as people
		from (
			select code, objective_id, sum(logs) as logs, sum(people) as people
			from figures
			where kind = 'all'
			group by code, objective_id
		) as sums
		group by code
	),
	by_answer as (
		select code, jsonb_object_agg(value, people) as counted
		from (
			select code, value, sum(people) as people
			from figures
			where kind = 'tally'
			group by code, value
		) as sums
		group by code
	),
	last_months as (
		select ward_code as code, max(month) as last_month
		from private.log_figures_now
		where council_id = council and kind = 'all' and value = ''
		group by ward_code
	)
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'code', areas.code,
				'contacts', coalesce(contacts, 0),
				'people', coalesce(people, 0),
				'last_contact', private.last_contact(council, areas.code, last_month, null, 'all', ''),
				'objectives', coalesce(objectives, '{}'),
				'counted', coalesce(counted, '{}')
			)
			order by areas.name, areas.code
		),
		'[]'
	)
	from public.areas
	left join by_objective using (code)
	left join by_answer using (code)
	left join last_months using (code)
	where areas.council_id = council and areas.deleted_at is null
$$;

create function private.channel_gaps(council uuid, since date, until date) returns jsonb
language sql stable set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'group', audience, 'contacts', contacts)), '[]')
	from (
		select log.channel, audience, count(*) as contacts
		from public.engagement_logs as log
		-- Every log counts once for everybody (null), and for each group that it names.
		cross join lateral unnest(log.audiences::text [] || array[null::text]) as audience
		where log.council_id = council
			and log.occurred_on between since and until
			and log.channel is not null
			and log.deleted_at is null
			and not log.restricted
		group by log.channel, audience
		order by log.channel, audience
	) as sums
$$;
