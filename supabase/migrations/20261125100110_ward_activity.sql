-- Activity by ward, from kept figures: over any run of months, for a priority, and for one type, theme or group.

set lock_timeout = '5s';

-- The council that the caller works with: the first where there are several.
create function private.my_council() returns public.councils
language sql stable security definer set search_path = ''
as $$
	select councils.*
	from public.memberships
	join public.councils on councils.id = memberships.council_id
	where memberships.user_id = private.current_user_id() and memberships.deleted_at is null
	order by memberships.created_at, memberships.id
	limit 1
$$;

-- The last day of the month, or of the quarter, that a day is in.
create function private.end_of(step text, day date) returns date
language sql stable
return (
	date_trunc(step, day) + case step when 'quarter' then interval '3 months' else interval '1 month' end
	- interval '1 day'
)::date;

-- An objective's priorities as a list; null where none is asked for, which is all of them.
create function private.priorities_of_objective(council uuid, objective uuid) returns uuid []
language sql stable set search_path = ''
as $$ select array(select private.priorities_under(council, objective)) where objective is not null $$;

-- Events that were held and grants that were awarded, by ward and month. They are public: none is held back. A grant for
-- several wards is divided evenly among them, to the penny. Only a group narrows them: events and grants have no theme.
create function private.public_facts(
	council uuid, since date, until date, objectives uuid [], of_kind text, of_value text
)
returns table (ward_code text, month date, events bigint, grants_pence bigint)
language sql stable set search_path = ''
as $$
	with facts as (
		select
			coalesce(event.ward_code, '') as ward_code, private.event_day(event) as day,
			1 as event, 0 as pence
		from public.community_events as event
		where event.council_id = council
			and event.deleted_at is null
			and event.status in ('delivered', 'evaluated')
			and (objectives is null or event.objective_id = any (objectives))
			and (of_kind <> 'group' or of_value = any (event.audiences::text []))
		union all
		select
			ward.code, awarded_on,
			0, awarded_pence / wards + (ward.place <= awarded_pence % wards)::integer
		from public.grants,
			greatest(cardinality(ward_codes), 1) as wards,
			unnest(case when ward_codes = '{}' then array[''] else ward_codes end) with ordinality as ward (code, place)
		where grants.council_id = council
			and grants.deleted_at is null
			and grants.status in ('awarded', 'monitored', 'closed')
			and (objectives is null or grants.objective_id = any (objectives))
			and (of_kind <> 'group' or of_value = any (grants.groups::text []))
	)
	select facts.ward_code, private.month_of(day), sum(event), sum(pence)
	from facts
	where day between since and until
	group by 1, 2
$$;

-- The last day of contact in a ward in a month.
create function private.last_contact(
	council uuid, of_ward text, of_month date, objectives uuid [], of_kind text, of_value text
) returns date
language sql stable set search_path = ''
as $$
	select log.occurred_on
	from public.engagement_logs as log
	where log.council_id = council
		and log.ward_code = of_ward
		and log.occurred_on >= of_month
		and log.occurred_on < of_month + interval '1 month'
		and log.deleted_at is null
		and not log.restricted
		and (objectives is null or log.objective_id = any (objectives))
		and (
			of_kind = 'all'
			or exists (select from private.log_cells(log) as cell where cell.kind = of_kind and cell.value = of_value)
		)
	order by log.occurred_on desc
	limit 1
$$;

-- Figures for each ward, for what is in no one ward, and for all of it together. Totals of contacts, people and issues
-- add up what is shown, so that they tell nothing more. Issues are those that are open now.
create function private.ward_figures(
	council uuid, since date, until date, objectives uuid [], of_kind text, of_value text, exact boolean
) returns jsonb
language sql stable set search_path = ''
as $$
	with contacts as (
		select ward_code as code, sum(logs)::bigint as contacts, sum(people)::bigint as people, max(month) as last_month
		from private.log_figures_now
		where council_id = council
			and kind = of_kind
			and value = of_value
			and month between since and until
			and (objectives is null or objective_id = any (objectives))
		group by ward_code
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
	figures as (
		select
			places.*,
			coalesce(contacts, 0) as contacts,
			coalesce(people, 0) as people,
			case
				when exact then private.last_contact(council, code, last_month, objectives, of_kind, of_value)
				else last_month
			end as last_contact,
			coalesce(events, 0) as events,
			coalesce(grants_pence, 0) as grants_pence,
			coalesce(issues, 0) as issues,
			not exact and private.is_too_small(coalesce(contacts, 0)) as suppressed
		from places
		left join contacts using (code)
		left join facts using (code)
		left join open_issues using (code)
	),
	shown as (
		select
			code, name, hex_q, hex_r, population, suppressed, events, grants_pence,
			private.shown_figure(contacts, exact) as contacts,
			case when not suppressed then private.shown_figure(people, exact) end as people,
			case when not suppressed then last_contact end as last_contact,
			private.shown_figure(issues, exact) as open_issues
		from figures
	)
	select jsonb_build_object(
		'wards', coalesce(jsonb_agg(to_jsonb(shown) order by name, code) filter (where code <> ''), '[]'),
		'elsewhere', jsonb_agg(
			jsonb_build_object(
				'contacts', contacts, 'people', people,
				'events', events, 'grants_pence', grants_pence, 'open_issues', open_issues
			)
		) filter (where code = '') -> 0,
		'total', jsonb_build_object(
			'contacts', case when bool_and(contacts is not null) then sum(contacts) end,
			'people', case when bool_and(people is not null) then sum(people) end,
			'events', sum(events),
			'grants_pence', sum(grants_pence),
			'open_issues', case when bool_and(open_issues is not null) then sum(open_issues) end
		)
	)
	from shown
$$;

-- Refuses a question that makes no sense.
create function private.check_activity_query(since date, until date, kind text, purpose text) returns void
language plpgsql immutable set search_path = ''
as $$
begin
	if (since <= until and isfinite(since)) is not true or since < until - interval '10 years' then
		raise exception using errcode = '22023', message = 'since must be a date on or before until, and not 10 years before.';
	elsif kind not in ('all', 'type', 'theme', 'group', 'channel', 'language', 'tally') then
		raise exception using errcode = '22023', message = 'kind must be all, type, theme, group, channel, language or tally.';
	elsif purpose not in ('screen', 'export') then
		raise exception using errcode = '22023', message = 'purpose must be screen or export.';
	end if;
end
$$;

-- Contacts, people, events, grants and open issues by ward in the months from `since` to `until`, the whole of both: for
-- one priority, for all of an objective's, or for all; of `kind` and `value`, contacts of one type, theme or group only
-- ('all' and '' for all).
--
-- Managers and administrators see exact figures on screen. Everybody else who works with the council, councillors
-- included, and what is asked for to be passed on (`purpose` 'export'), gets no figure of logs or issues from 1 to 4: a
-- small number can point at a person. Other figures are rounded to 5, so that a small one cannot be found by taking one
-- answer from another. Where a ward's figures are held back, so are the totals, which would give them away.
create function public.ward_activity(
	since date, until date, kind text, value text, objective uuid default null, purpose text default 'screen'
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	exact boolean;
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	end if;
	perform private.check_activity_query(since, until, kind, purpose);
	since := private.month_of(since);
	until := private.end_of('month', until);
	exact := purpose = 'screen' and council.id in (select private.my_councils('manager', 'admin'));
	return jsonb_build_object(
		'as_of', now(),
		'council', jsonb_build_object('id', council.id, 'name', council.name),
		'exact', exact,
		'threshold', private.disclosure_threshold(),
		'since', since,
		'until', until,
		'priorities', private.priorities_of(council.id)
	) || private.ward_figures(
		council.id, since, until, private.priorities_of_objective(council.id, objective), kind, value, exact
	);
end
$$;

-- The same of all contacts, as it is asked for in short.
create or replace function public.ward_activity(since date, until date, objective uuid default null) returns jsonb
language sql stable set search_path = ''
as $$ select public.ward_activity(since, until, 'all', '', objective) $$;
drop function private.ward_figures(uuid, date, date, uuid, boolean);

-- The same month by month, for a picture that moves. Whoever gets no exact figures gets financial quarters.
create function public.activity_by_month(
	since date, until date, objective uuid default null, kind text default 'all', value text default ''
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council constant public.councils := private.my_council();
	exact boolean;
	step text;
begin
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	end if;
	perform private.check_activity_query(since, until, kind, 'screen');
	exact := council.id in (select private.my_councils('manager', 'admin'));
	-- The quarters of the financial year are those of the calendar, numbered otherwise.
	step := case when exact then 'month' else 'quarter' end;
	return jsonb_build_object('as_of', now(), 'exact', exact, 'threshold', private.disclosure_threshold())
		|| private.figures_by_step(
			council.id, step, date_trunc(step, since)::date, private.end_of(step, until),
			private.priorities_of_objective(council.id, objective), kind, value, exact
		);
end
$$;

-- Steps are months or quarters; since and until are the first day of one and the last day of one.
create function private.figures_by_step(
	council uuid, step text, since date, until date, objectives uuid [], of_kind text, of_value text, exact boolean
) returns jsonb
language sql stable set search_path = ''
as $$
	with steps as (
		select start::date as since, private.end_of(step, start::date) as until
		from generate_series(since::timestamp, until::timestamp, '1 month') as start
		where start = date_trunc(step, start)
	),
	contacts as (
		select ward_code as code, date_trunc(step, month)::date as since, sum(logs)::bigint as contacts, sum(people)::bigint as people
		from private.log_figures_now
		where council_id = council
			and kind = of_kind
			and value = of_value
			and month between figures_by_step.since and figures_by_step.until
			and (objectives is null or objective_id = any (objectives))
		group by 1, 2
	),
	facts as (
		select ward_code as code, date_trunc(step, month)::date as since, sum(events) as events, sum(grants_pence) as grants_pence
		from private.public_facts(council, since, until, objectives, of_kind, of_value)
		group by 1, 2
	),
	figures as (
		select
			areas.name,
			areas.code,
			steps.since,
			coalesce(contacts, 0) as contacts,
			coalesce(people, 0) as people,
			coalesce(events, 0) as events,
			coalesce(grants_pence, 0) as grants_pence,
			not exact and private.is_too_small(coalesce(contacts, 0)) as suppressed
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
			jsonb_agg(private.shown_figure(contacts, exact) order by since) as contacts,
			jsonb_agg(case when not suppressed then private.shown_figure(people, exact) end order by since) as people,
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
