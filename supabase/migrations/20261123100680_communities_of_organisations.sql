-- The communities that an organisation serves, out of the one list that logs use too. They were free words before; what is
-- not in the list is dropped.

set lock_timeout = '5s';

create function private.known_communities(names text []) returns public.community []
language sql immutable set search_path = ''
as $$
	select coalesce(array_agg(name::public.community order by position), '{}')
	from unnest(names) with ordinality as listed (name, position)
	where to_jsonb(enum_range(null::public.community)) ? name
$$;

-- A council has some hundred organisations: writing them anew takes no time, and phones read the same words as before.
alter table public.organisations
	alter column communities drop default,
	drop constraint organisations_communities_not_valid,
	-- squawk-ignore changing-column-type
	alter column communities type public.community [] using private.known_communities(communities),
	alter column communities set default '{}',
	-- squawk-ignore constraint-missing-not-valid
	add constraint organisations_communities_not_valid check (private.is_list(communities));

drop function private.known_communities(text []);
