-- Activity of wards as the rules on small numbers allow: exact for those who may see the records, on their screens; of
-- quarters and years for all others, and in whatever leaves the council.

set lock_timeout = '5s';

-- Whether every part of a kind may be shown in every ward. Both a priority and something else would be a part of a part.
create function private.parts_pass(
	council uuid, since date, until date, objectives uuid [], of_kind text, threshold integer
) returns boolean
language sql stable set search_path = ''
as $$
	select (objectives is null or of_kind = 'all') and not exists (
		select
		from private.log_figures_now as figures
		where council_id = council and kind = of_kind and month between since and until
		group by ward_code, value, case when objectives is not null then objective_id end
		having sum(logs) < threshold or sum(people) between 1 and threshold - 1
	)
$$;

-- Which quarter of the release a period is: 0 for the year, which is everything longer than a quarter.
create function private.released_quarter(since date, until date) returns integer
language sql immutable set search_path = ''
as $$
	select case
		when date_trunc('quarter', since) <> date_trunc('quarter', until) then 0
		else (extract(quarter from until)::integer + 2) % 4 + 1
	end
$$;

-- The financial quarter or year that is shown for a period. Of a part of the contacts it is always the year.
create function private.released_period(since date, until date, is_part boolean, out first_day date, out last_day date)
language sql immutable set search_path = ''
as $$
	select
		case when is_year then private.financial_year_of(until) else date_trunc('quarter', until)::date end,
		case
			when is_year then private.financial_year_of(until) + interval '1 year'
			else date_trunc('quarter', until) + interval '3 months'
		end::date - 1
	from (select is_part or private.released_quarter(since, until) = 0) as asked (is_year)
$$;

-- A figure as it is shown: not at all where it is held back, otherwise to the nearest `rounding`.
create function private.as_shown(figure bigint, held boolean, rounding integer) returns bigint
language sql immutable set search_path = ''
as $$ select case when not held then (round(figure::numeric / rounding) * rounding)::bigint end $$;

-- Contacts and people by ward, '' for no one ward and null for all of it, and whether they are held back. Without a
-- threshold they are exact, over any run of months. With one, they are those of the release: of one financial quarter or
-- year. A part of them (a priority, a type, a theme ...) is shown for a year only, and only if no other part of that kind
-- is small in any ward: otherwise the parts that are shown would give the others away.
create function private.contacts_shown(
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
	part as (
		select threshold is not null and (objectives is not null or of_kind <> 'all') as is_part
	)
	select asked.code, asked.contacts, asked.people, held, held, asked.last_month
	from asked, part, lateral (select is_part and not private.parts_pass(council, since, until, objectives, of_kind, threshold)) as parts (held)
	where threshold is null or is_part
	union all
	select
		release.ward_code, release.contacts, release.people, release.contacts_held, release.people_held, asked.last_month
	from part, private.activity_release(council, private.financial_year_of(until), threshold) as release
	left join asked on asked.code is not distinct from release.ward_code
	where threshold is not null and not is_part and release.quarter = private.released_quarter(since, until)
$$;

-- Figures for each ward, for what is in no one ward, and for all of it together. Issues are those that are open now; where
-- some are held back so is their total.
create function private.ward_figures(
	council uuid, since date, until date, objectives uuid [], of_kind text, of_value text,
	threshold integer, rounding integer
) returns jsonb
language sql stable set search_path = ''
as $$
	with contacts as (
		select * from private.contacts_shown(council, since, until, objectives, of_kind, of_value, threshold)
	),
	facts as (
		select ward_code as code, sum(events)::bigint as events, sum(grants_pence)::bigint as grants_pence
		from private.public_facts(council, since, until, objectives, of_kind, of_value)
		group by ward_code
	),
	open_issues as (
		select coalesce(ward_code, '') as code, count(*) as issues
		from public.issues
		where council_id = council and status in ('open', 'in_progress') and not restricted and deleted_at is null
		group by 1
	),
	places as (
		select code, name, hex_q, hex_r, population
		from public.areas
		where council_id = council and deleted_at is null
		union all
		select '', null, null, null, null
	),
	shown as (
		select
			places.*,
			coalesce(contacts_held, false) as suppressed,
			private.as_shown(coalesce(contacts, 0), coalesce(contacts_held, false), rounding) as contacts,
			private.as_shown(coalesce(people, 0), coalesce(people_held, false), rounding) as people,
			case
				when contacts_held then null
				when threshold is null
					then private.last_contact(council, code, last_month, objectives, of_kind, of_value)
				else last_month
			end as last_contact,
			coalesce(events, 0) as events,
			coalesce(grants_pence, 0) as grants_pence,
			private.as_shown(coalesce(issues, 0), coalesce(issues, 0) between 1 and coalesce(threshold, 0) - 1, rounding) as open_issues
		from places
		left join contacts using (code)
		left join facts using (code)
		left join open_issues using (code)
	)
	select jsonb_build_object(
		'wards', coalesce(jsonb_agg(to_jsonb(shown) order by name, code) filter (where code <> ''), '[]'),
		'elsewhere', jsonb_agg(
			jsonb_build_object(
				'contacts', contacts, 'people', people,
				'events', events, 'grants_pence', grants_pence, 'open_issues', open_issues
			)
		) filter (where code = '') -> 0,
		'total', (
			select jsonb_build_object(
				'contacts', private.as_shown(coalesce(contacts, 0), contacts_held, rounding),
				'people', private.as_shown(coalesce(people, 0), people_held, rounding)
			)
			from contacts
			where code is null
		) || jsonb_build_object(
			'events', sum(events),
			'grants_pence', sum(grants_pence),
			'open_issues', case when bool_and(open_issues is not null) then sum(open_issues) end
		),
		'not_shown', (
			select 'There are too few contacts to show them by ward for a part. Choose all priorities and everything.'
			from contacts
			where threshold is not null and code is null and contacts_held and (objectives is not null or of_kind <> 'all')
		)
	)
	from shown
$$;

create or replace function public.ward_activity(
	since date, until date, kind text, value text, objective uuid default null, purpose text default 'screen'
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	objectives uuid [];
	exact boolean;
	threshold integer;
	-- The same on screens and in files, so that one tells nothing of the other.
	rounding constant integer := private.threshold_of(council.id, 'screen');
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	end if;
	perform private.check_activity_query(since, until, kind, purpose);
	objectives := private.priorities_of_objective(council.id, objective);
	exact := purpose = 'screen' and private.sees_exact(council.id);
	threshold := private.threshold_of(council.id, purpose);
	since := private.month_of(since);
	until := private.end_of('month', until);
	if not exact then
		select * into since, until
		from private.released_period(since, until, objectives is not null or kind <> 'all');
	end if;
	return jsonb_build_object(
		'as_of', now(),
		'council', jsonb_build_object('id', council.id, 'name', council.name),
		'exact', exact,
		'threshold', threshold,
		'rounded_to', case when exact then 1 else rounding end,
		'since', since,
		'until', until,
		'priorities', private.priorities_of(council.id)
	) || private.ward_figures(
		council.id, since, until, objectives, kind, value,
		case when not exact then threshold end,
		case when exact then 1 else rounding end
	);
end
$$;
drop function private.ward_figures(uuid, date, date, uuid [], text, text, boolean);

create or replace function public.activity_by_month(
	since date, until date, objective uuid default null, kind text default 'all', value text default ''
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	exact boolean;
	threshold integer;
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	end if;
	perform private.check_activity_query(since, until, kind, 'screen');
	exact := private.sees_exact(council.id);
	threshold := private.threshold_of(council.id, 'screen');
	return jsonb_build_object(
		'as_of', now(),
		'exact', exact,
		'threshold', threshold,
		'rounded_to', case when exact then 1 else threshold end
	) || private.figures_by_step(
		council.id, since, until, private.priorities_of_objective(council.id, objective), kind, value,
		case when not exact then threshold end,
		case when exact then 1 else threshold end
	);
end
$$;
drop function private.figures_by_step(uuid, text, date, date, uuid [], text, text, boolean);

-- Steps are months; with a threshold, the quarters or years of the release.
create function private.figures_by_step(
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
	facts as (
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
		left join lateral (
			select * from private.contacts_shown(council, steps.since, steps.until, objectives, of_kind, of_value, threshold)
		) as shown on shown.code = areas.code
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

drop function private.shown_figure(bigint, boolean);
drop function private.is_too_small(bigint);
drop function private.disclosure_threshold();
