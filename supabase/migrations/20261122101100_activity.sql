-- Activity by ward: the figures behind the live map. Restricted logs are never counted.

-- Contacts and people by ward from `since` to `until`, both included, for one priority, for all of an objective's, or
-- for all.
--
-- Managers and administrators see exact figures. Everybody else who works with the council, councillors included, sees
-- whole months and no figure from 1 to 4: a small number can point at a person. Other figures are rounded to 5, so that
-- a small one cannot be found by taking one answer from another. Where a ward's figures are held back, so are the totals,
-- which would give them away.
create function public.ward_activity(since date, until date, objective uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
	council public.councils;
	exact boolean;
begin
	select councils.*
	into council
	from public.memberships
	join public.councils on councils.id = memberships.council_id
	where memberships.user_id = private.current_user_id() and memberships.deleted_at is null
	order by memberships.created_at, memberships.id
	limit 1;
	if council.id is null then
		raise exception using errcode = '42501', message = 'You do not work with a council here.';
	elsif (since <= until) is not true then
		raise exception using errcode = '22023', message = 'since must be a date on or before until.';
	end if;

	exact := council.id in (select private.my_councils('manager', 'admin'));
	if not exact then
		since := date_trunc('month', since);
		until := date_trunc('month', until) + interval '1 month' - interval '1 day';
	end if;
	return jsonb_build_object(
		'as_of', now(),
		'council', jsonb_build_object('id', council.id, 'name', council.name),
		'exact', exact,
		'threshold', private.disclosure_threshold(),
		'since', since,
		'until', until,
		'priorities', private.priorities_of(council.id)
	) || private.ward_figures(council.id, since, until, objective, exact);
end
$$;

-- The smallest figure that may be shown to somebody who may not see them all.
create function private.disclosure_threshold() returns integer
language sql immutable set search_path = ''
as $$ select 5 $$;

create function private.is_too_small(figure bigint) returns boolean
language sql immutable set search_path = ''
as $$ select figure between 1 and private.disclosure_threshold() - 1 $$;

-- A figure as it may be shown: exact, or held back where it is small and rounded to the threshold where it is not.
create function private.shown_figure(figure bigint, exact boolean) returns bigint
language sql immutable set search_path = ''
as $$
	select case
		when exact then figure
		when not private.is_too_small(figure)
			then (round(figure::numeric / private.disclosure_threshold()) * private.disclosure_threshold())::bigint
	end
$$;

-- An objective and the priorities under it: logs serve priorities, and people ask about either.
create function private.priorities_under(council uuid, objective uuid) returns setof uuid
language sql stable set search_path = ''
as $$ select id from public.objectives where council_id = council and objective in (id, parent_id) $$;

-- Figures for each ward, for contacts outside any one ward, and for all of it together. Totals add up what is shown, so
-- that they tell nothing more.
create function private.ward_figures(council uuid, since date, until date, objective uuid, exact boolean) returns jsonb
language sql stable set search_path = ''
as $$
	with contacts as (
		select ward_code, count(*) as contacts, coalesce(sum(people_count), 0) as people, max(occurred_on) as last_contact
		from public.engagement_logs
		where council_id = council
			and occurred_on between since and until
			and (objective is null or objective_id in (select private.priorities_under(council, objective)))
			and deleted_at is null
			and not restricted
		group by ward_code
	),
	places as (
		select code, name, hex_q, hex_r
		from public.areas
		where council_id = council and deleted_at is null
		union all
		select null, null, null, null
	),
	figures as (
		select
			places.*,
			coalesce(contacts, 0) as contacts,
			coalesce(people, 0) as people,
			case when exact then last_contact else date_trunc('month', last_contact)::date end as last_contact,
			not exact and private.is_too_small(coalesce(contacts, 0)) as suppressed
		from places
		left join contacts on contacts.ward_code is not distinct from places.code
	),
	shown as (
		select
			code, name, hex_q, hex_r, suppressed,
			private.shown_figure(contacts, exact) as contacts,
			case when not suppressed then private.shown_figure(people, exact) end as people,
			case when not suppressed then last_contact end as last_contact
		from figures
	)
	select jsonb_build_object(
		'wards', coalesce(jsonb_agg(to_jsonb(shown) order by name, code) filter (where code is not null), '[]'),
		'elsewhere', (jsonb_agg(jsonb_build_object('contacts', contacts, 'people', people)) filter (where code is null)) -> 0,
		'total', jsonb_build_object(
			'contacts', case when bool_and(contacts is not null) then sum(contacts) end,
			'people', case when bool_and(people is not null) then sum(people) end
		)
	)
	from shown
$$;

-- The priorities to choose from, with the objective that each is under.
create function private.priorities_of(council uuid) returns jsonb
language sql stable set search_path = ''
as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object('id', priority.id, 'title', priority.title, 'objective', parent.title)
			order by plan.starts_on desc nulls last, plan.id, parent.position, priority.position
		),
		'[]'
	)
	from public.objectives as priority
	join public.plans as plan on plan.id = priority.plan_id
	left join public.objectives as parent on parent.id = priority.parent_id
	where priority.council_id = council
		and priority.kind = 'priority'
		and priority.deleted_at is null
		and plan.deleted_at is null
		and plan.status <> 'draft'
$$;
