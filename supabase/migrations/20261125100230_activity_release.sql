-- What those learn of contacts who may not see the records: quarters and the year of local government, and nothing between.

-- The first day of the financial year that a day is in: 1 April.
create function private.financial_year_of(day date) returns date
language sql immutable set search_path = ''
as $$ select (date_trunc('year', day - interval '3 months') + interval '3 months')::date $$;

-- Contacts and people of a financial year by ward ('' for no one ward, null for all of them) and by quarter (0 for the
-- year), and whether each is held back. It is one table with its totals, so that neither another quarter nor the year
-- gives a small number away. Where contacts are held back so are the people.
create function private.activity_release(council uuid, year date, threshold integer)
returns table (ward_code text, quarter integer, contacts bigint, people bigint, contacts_held boolean, people_held boolean)
language sql stable set search_path = ''
as $$
	with figures as (
		select
			figures.ward_code, (extract(year from age(month, year)) * 12 + extract(month from age(month, year)))::integer / 3 + 1 as quarter,
			sum(logs) as contacts, sum(figures.people) as people
		from private.log_figures_now as figures
		where council_id = council and kind = 'all' and value = ''
			and month >= year and month < year + interval '1 year'
		group by 1, 2
	),
	wards as (
		select areas.code
		from public.areas
		where council_id = council and deleted_at is null
		union all
		select ''
	),
	totals as (
		select
			case when grouping(wards.code) = 0 then wards.code end as code,
			case when grouping(quarters.quarter) = 0 then quarters.quarter else 0 end as quarter,
			coalesce(sum(figures.contacts), 0)::bigint as contacts,
			coalesce(sum(figures.people), 0)::bigint as people,
			grouping(wards.code) as is_bottom,
			grouping(quarters.quarter) as is_edge
		from wards
		cross join generate_series(1, 4) as quarters (quarter)
		left join figures on figures.ward_code = wards.code and figures.quarter = quarters.quarter
		group by cube (wards.code, quarters.quarter)
	),
	lines as (
		select
			code, is_bottom,
			row_number() over (order by is_bottom, code) as line,
			array_agg(quarter order by is_edge, quarter) as quarters,
			array_agg(contacts order by is_edge, quarter) as contacts,
			array_agg(people order by is_edge, quarter) as people
		from totals
		group by code, is_bottom
	),
	tables as (
		select
			private.suppress_release(council, array_agg(contacts order by line), threshold) as contacts_held,
			private.suppress_release(council, array_agg(people order by line), threshold) as people_held
		from lines
	)
	select
		code, quarters[place], contacts[place], people[place],
		tables.contacts_held[line][place],
		tables.contacts_held[line][place] or tables.people_held[line][place]
	from lines, tables, generate_series(1, 5) as place
$$;
