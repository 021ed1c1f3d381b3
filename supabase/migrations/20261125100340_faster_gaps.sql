-- Gaps must cost little, however many logs there are.

set lock_timeout = '5s';

-- As before, with answers from the figures over all priorities, and the last month, of any, with a contact for each objective.
create or replace function private.ward_gaps(council uuid, since date, until date) returns jsonb
language sql stable set search_path = ''
as $$
	with by_objective as (
		select code, jsonb_object_agg(objective_id, logs) as objectives, sum(logs) as contacts, sum(people) as people
		from (
			select
				figures.ward_code as code, coalesce(objectives.parent_id, objectives.id) as objective_id,
				sum(figures.logs) as logs, sum(figures.people) as people
			from private.log_figures_now as figures
			join public.objectives on objectives.id = figures.objective_id
			where figures.council_id = council
				and figures.kind = 'all'
				and figures.value = ''
				and figures.month between since and until
			group by 1, 2
		) as sums
		group by code
	),
	by_answer as (
		select code, jsonb_object_agg(value, people) as counted
		from (
			select ward_code as code, value, sum(people) as people
			from private.log_months_now
			where council_id = council and kind = 'tally' and month between since and until
			group by ward_code, value
			having sum(logs) <> 0
		) as sums
		group by code
	),
	objective_months as (
		select code, jsonb_object_agg(objective_id, last_month) as last_months
		from (
			select
				figures.ward_code as code, coalesce(objectives.parent_id, objectives.id) as objective_id,
				max(figures.month) as last_month
			from private.log_figures_now as figures
			join public.objectives on objectives.id = figures.objective_id
			where figures.council_id = council and figures.kind = 'all' and figures.value = ''
			group by 1, 2
		) as sums
		group by code
	),
	with_figures as (
		select ward_code, month
		from private.log_months_now
		where council_id = council and kind = 'all' and value = ''
		group by ward_code, month
		having sum(logs) <> 0
	),
	last_months as (
		select ward_code as code, max(month) as last_month
		from with_figures
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
				'last_months', coalesce(last_months, '{}'),
				'counted', coalesce(counted, '{}')
			)
			order by areas.name, areas.code
		),
		'[]'
	)
	from public.areas
	left join by_objective using (code)
	left join by_answer using (code)
	left join objective_months using (code)
	left join last_months using (code)
	where areas.council_id = council and areas.deleted_at is null
$$;

-- As before, from kept figures.
create or replace function private.channel_gaps(council uuid, since date, until date) returns jsonb
language sql stable set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'group', audience, 'contacts', contacts)), '[]')
	from (
		-- Every log counts once for everybody (null), and for each group that it names.
		select
			split_part(value, '/', 1) as channel,
			case kind when 'channel_group' then split_part(value, '/', 2) end as audience,
			sum(logs) as contacts
		from private.log_months_now
		where council_id = council and kind in ('channel', 'channel_group') and month between since and until
		group by 1, 2
		having sum(logs) <> 0
		order by 1, 2
	) as sums
$$;
