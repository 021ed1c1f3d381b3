-- What is released to those who see no records must cost little too, however many logs there are.

set lock_timeout = '5s';

-- As before, from the figures of the financial year that `since` is the first day of: parts are shown of years alone.
create or replace function private.parts_pass(
	council uuid, since date, until date, objectives uuid [], of_kind text, threshold integer
) returns boolean
language sql stable set search_path = ''
as $$
	select case
		when objectives is null then not exists (
			select from private.log_years_now
			where council_id = council and kind = of_kind and year = since
				and (logs < threshold or people between 1 and threshold - 1)
		)
		else of_kind = 'all' and not exists (
			select from private.log_figures_now
			where council_id = council and kind = of_kind and value = '' and month between since and until
			group by ward_code, objective_id
			having sum(logs) < threshold or sum(people) between 1 and threshold - 1
		)
	end
$$;

-- As before, asking for each step once, however many wards there are.
create or replace function private.figures_by_step(
	council uuid, since date, until date, objectives uuid [], of_kind text, of_value text,
	threshold integer, rounding integer
) returns jsonb
language sql stable set search_path = ''
as $$
	with steps as (
		select distinct
			case when threshold is null then day else released.first_day end as since,
			case when threshold is null then private.end_of('month', day) else released.last_day end as until
		from (
			select start::date as day
			from generate_series(private.month_of(since)::timestamp, until::timestamp, '1 month') as start
		) as months,
			private.released_period(day, day, objectives is not null or of_kind <> 'all') as released
	),
	contacts as materialized (
		select steps.since, shown.*
		from steps,
			private.contacts_shown(council, steps.since, steps.until, objectives, of_kind, of_value, threshold) as shown
	),
	facts as materialized (
		select ward_code as code, steps.since, sum(events) as events, sum(grants_pence) as grants_pence
		from steps, private.public_facts(council, steps.since, steps.until, objectives, of_kind, of_value)
		group by 1, 2
	),
	figures as (
		select
			areas.name,
			areas.code,
			steps.since,
			private.as_shown(coalesce(contacts, 0), coalesce(contacts_held, false), rounding) as contacts,
			private.as_shown(coalesce(people, 0), coalesce(people_held, false), rounding) as people,
			coalesce(events, 0) as events,
			coalesce(grants_pence, 0) as grants_pence
		from public.areas
		cross join steps
		left join contacts on contacts.code = areas.code and contacts.since = steps.since
		left join facts on facts.code = areas.code and facts.since = steps.since
		where areas.council_id = council and areas.deleted_at is null
	),
	wards as (
		select
			name,
			code,
			jsonb_agg(contacts order by since) as contacts,
			jsonb_agg(people order by since) as people,
			jsonb_agg(events order by since) as events,
			jsonb_agg(grants_pence order by since) as grants_pence
		from figures
		group by name, code
	)
	select jsonb_build_object(
		'steps', (select jsonb_agg(to_jsonb(steps) order by steps.since) from steps),
		'wards', (select coalesce(jsonb_agg(to_jsonb(wards) - 'name' order by name, code), '[]') from wards)
	)
$$;

-- As before, asking once whether a part may be shown. No part is shown where a ward's year, or that of all, is held back: the parts would add up to it. A part that
-- is held back is so in every ward, also where it is nothing: what is left of its total would be elsewhere.
create or replace function private.contacts_shown(
	council uuid, since date, until date, objectives uuid [], of_kind text, of_value text, threshold integer
)
returns table (code text, contacts bigint, people bigint, contacts_held boolean, people_held boolean, last_month date)
language sql stable set search_path = ''
as $$
	with asked as (
		select
			case when grouping(figures.ward_code) = 0 then figures.ward_code end as code,
			sum(logs)::bigint as contacts, sum(figures.people)::bigint as people, max(month) as last_month
		from private.log_figures_now as figures
		where council_id = council
			and kind = of_kind
			and value = of_value
			and month between since and until
			and (objectives is null or objective_id = any (objectives))
		group by grouping sets ((figures.ward_code), ())
	),
	part as materialized (
		select
			is_part,
			case
				when is_part then exists (
					select
					from private.activity_release(council, since, threshold)
					where quarter = 0 and (contacts_held or people_held)
				)
				or not private.parts_pass(council, since, until, objectives, of_kind, threshold)
				else false
			end as held
		from (select threshold is not null and (objectives is not null or of_kind <> 'all')) as asked_for (is_part)
	)
	select places.code, asked.contacts, asked.people, held, held, asked.last_month
	from part
	cross join (
		select areas.code from public.areas where council_id = council and deleted_at is null
		union all
		values (''), (null)
	) as places
	left join asked on asked.code is not distinct from places.code
	where threshold is null or is_part
	union all
	select
		release.ward_code, release.contacts, release.people, release.contacts_held, release.people_held, asked.last_month
	from part, private.activity_release(council, private.financial_year_of(until), threshold) as release
	left join asked on asked.code is not distinct from release.ward_code
	where threshold is not null and not is_part and release.quarter = private.released_quarter(since, until)
$$;
