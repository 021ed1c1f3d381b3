-- Whether those who were counted are like those who live there: how many people said of themselves what they are, by ward.

set lock_timeout = '5s';

-- The answer of the Census that a counted one is part of: of ethnic groups the first step, such as 'asian'.
create function private.census_answer(characteristic text, answer text) returns text
language sql immutable
return case characteristic when 'ethnic_group' then split_part(answer, '_', 1) else answer end;

-- People who said what they are, in the months from `since` to `until`: by characteristic, ward ('' for no one ward, null
-- for all of them) and answer (null for all who answered). Who preferred not to say, or is not known, did not answer. Of
-- the further groups one may be in several, so they are no parts of a whole, and are left out.
--
-- With a threshold, a characteristic is one table with its totals, and says what is held back of it. For the figures to
-- stay apart from each other the period has to be one of a fixed menu, such as financial years.
create function private.counted_people(council uuid, since date, until date, threshold integer)
returns table (characteristic text, ward_code text, answer text, people bigint, held boolean)
language sql stable set search_path = ''
as $$
	with counted as (
		select
			figures.ward_code,
			split_part(value, '/', 1) as characteristic,
			private.census_answer(split_part(value, '/', 1), split_part(value, '/', 2)) as answer,
			sum(people) as people
		from private.log_months_now as figures
		where council_id = council
			and kind = 'tally'
			and month between since and until
			and value not like 'community/%'
			and split_part(value, '/', 2) not in ('prefer_not_to_say', 'unknown')
		group by 1, 2, 3
		having sum(people) <> 0
	),
	-- All of them, with people or without: what is left out tells that it is nothing.
	wards as (
		select areas.code as ward_code
		from public.areas
		where council_id = council and deleted_at is null
		union
		select ''
		union
		select counted.ward_code from counted
	),
	answers as (
		select distinct characteristic, private.census_answer(characteristic, code) as answer
		from private.tally_answers
		where code not in ('prefer_not_to_say', 'unknown') and characteristic in (select counted.characteristic from counted)
	),
	totals as (
		select
			characteristic, wards.ward_code, answer,
			coalesce(sum(people), 0)::bigint as people,
			grouping(wards.ward_code) as is_bottom,
			grouping(answer) as is_edge
		from wards
		cross join answers
		left join counted using (characteristic, ward_code, answer)
		group by characteristic, cube (wards.ward_code, answer)
	),
	lines as (
		select
			characteristic, totals.ward_code,
			row_number() over (partition by characteristic order by is_bottom, totals.ward_code) as line,
			array_agg(answer order by is_edge, answer) as answers,
			array_agg(people order by is_edge, answer) as people
		from totals
		group by characteristic, totals.ward_code, is_bottom
	),
	tables as (
		select characteristic, private.suppress_release(council, array_agg(people order by line), threshold) as held
		from lines
		where threshold is not null
		group by characteristic
	)
	select
		characteristic, lines.ward_code, lines.answers[place], lines.people[place], coalesce(tables.held[line][place], false)
	from lines
	left join tables using (characteristic)
	cross join lateral generate_subscripts(lines.answers, 1) as place
$$;

-- People by what they said they are, in a ward or (without one) in all of the council, in the months from `since` to
-- `until`. Whoever may not see the records, and what is to be passed on (`purpose` 'export'), gets a financial year with
-- small numbers held back (null). Characteristics that nobody in the council answered are left out. With it come the shares
-- of the Census and the wards to choose from: not everybody who may ask has them on the device.
create function public.representativeness(since date, until date, ward text default null, purpose text default 'screen')
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	exact boolean;
	threshold integer;
	rounding integer := 1;
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	end if;
	perform private.check_activity_query(since, until, 'tally', purpose);
	exact := purpose = 'screen' and private.sees_exact(council.id);
	threshold := private.threshold_of(council.id, purpose);
	since := private.month_of(since);
	until := private.end_of('month', until);
	if not exact then
		select * into since, until from private.released_period(since, until, true);
	end if;
	if not exact then
		rounding := private.threshold_of(council.id, 'screen');
	end if;
	return jsonb_build_object(
		'as_of', now(),
		'exact', exact,
		'threshold', threshold,
		'rounded_to', rounding,
		'since', since,
		'until', until,
		'ward', ward,
		'wards', (
			select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by name, code), '[]')
			from public.areas
			where council_id = council.id and deleted_at is null
		),
		'benchmarks', case
			when ward is null then council.benchmarks
			else coalesce((select benchmarks from public.areas where council_id = council.id and code = ward), '{}')
		end,
		'counted', (
			select coalesce(jsonb_object_agg(characteristic, figures), '{}')
			from (
				select
					characteristic,
					jsonb_build_object(
						'answered', (array_agg(private.as_shown(people, held, rounding)) filter (where answer is null))[1],
						'answers', coalesce(
							jsonb_object_agg(answer, private.as_shown(people, held, rounding)) filter (where answer is not null), '{}'
						)
					) as figures
				from private.counted_people(council.id, since, until, case when not exact then threshold end)
				where ward_code is not distinct from ward
				group by characteristic
			) as characteristics
		)
	);
end
$$;
