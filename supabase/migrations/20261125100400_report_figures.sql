-- What a report says of a financial year. A report leaves the council, so everybody gets it at the export threshold.

set lock_timeout = '5s';

-- Contacts and people of a financial year by priority, type, theme and group of people, over all of the council, and whether
-- each is held back. A contact may have several themes and groups: these are held back as if they were parts of the whole,
-- which holds back more. Where the whole is held back, so are all its parts, since they would give it away.
create function private.report_parts(council uuid, year date, threshold integer)
returns table (kind text, value text, contacts bigint, people bigint, contacts_held boolean, people_held boolean)
language sql stable set search_path = ''
as $$
	with figures as (
		select kind, value, sum(logs)::bigint as contacts, sum(people)::bigint as people
		from private.log_months_now
		where council_id = council
			and kind in ('type', 'theme', 'group')
			and month >= year and month < year + interval '1 year'
		group by kind, value
		having sum(logs) <> 0
		union all
		select 'objective', objective_id::text, sum(logs)::bigint, sum(people)::bigint
		from private.log_figures_now
		where council_id = council
			and kind = 'all' and value = ''
			and month >= year and month < year + interval '1 year'
		group by objective_id
		having sum(logs) <> 0
	),
	whole as (
		select contacts, people, contacts_held, people_held
		from private.activity_release(council, year, threshold)
		where ward_code is null and quarter = 0
	),
	lists as (
		select
			kind,
			array_agg(value order by value) as parts,
			array_agg(contacts order by value) as contacts,
			array_agg(people order by value) as people
		from figures
		group by kind
	),
	held as (
		select
			lists.*,
			cardinality(parts) + 1 as last_place,
			whole.contacts_held as whole_held,
			whole.people_held as whole_people_held,
			private.suppress_list(lists.contacts || whole.contacts, threshold) as held_contacts,
			private.suppress_list(lists.people || whole.people, threshold) as held_people
		from lists, whole
	)
	select
		kind, parts[place], held.contacts[place], held.people[place],
		few,
		few or whole_people_held or held_people[last_place] or held_people[place]
	from held,
		generate_series(1, cardinality(parts)) as place,
		lateral (select whole_held or held_contacts[last_place] or held_contacts[place]) as contacts_of (few)
$$;

-- The figures of a report on the financial year that a day is in: activity by ward and by quarter, its parts, and who was
-- counted. Small numbers are held back (null) for everybody, and the others rounded, as on a councillor's screen.
create function public.report_figures(day date) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	threshold constant integer := private.threshold_of(council.id, 'export');
	rounding constant integer := private.threshold_of(council.id, 'screen');
	since date;
	until date;
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	elsif isfinite(day) is not true then
		raise exception using errcode = '22023', message = 'day must be a date.';
	end if;
	select * into since, until from private.released_period(day, day, true);
	return private.ward_figures(council.id, since, until, null, 'all', '', threshold, rounding) || jsonb_build_object(
		'council', council.name,
		'as_of', now(),
		'threshold', threshold,
		'rounded_to', rounding,
		'since', since,
		'until', until,
		'quarters', (
			select jsonb_agg(jsonb_build_object('ward', ward_code, 'contacts', contacts) order by ward_code nulls last)
			from (
				select
					ward_code,
					jsonb_agg(private.as_shown(contacts, contacts_held, rounding) order by quarter) as contacts
				from private.activity_release(council.id, since, threshold)
				where quarter > 0
				group by ward_code
			) as lines
		),
		'parts', (
			select coalesce(jsonb_object_agg(kind, parts), '{}')
			from (
				select
					kind,
					jsonb_agg(
						jsonb_build_object(
							'value', value,
							'contacts', private.as_shown(contacts, contacts_held, rounding),
							'people', private.as_shown(people, people_held, rounding)
						)
						order by value
					) as parts
				from private.report_parts(council.id, since, threshold)
				group by kind
			) as kinds
		),
		'heard', public.representativeness(since, until, null, 'export')
	);
end
$$;
