-- Who handles grants: officers who are told to, and every manager and administrator. Deciding stays with the latter.

set lock_timeout = '5s';

-- A council has some dozens of memberships: checking them takes no time.
alter table public.memberships
	add column handles_grants boolean not null default false
	-- squawk-ignore constraint-missing-not-valid
	constraint memberships_handles_grants_not_allowed check (not handles_grants or role = 'officer');
comment on column public.memberships.handles_grants is
'An officer who takes in, scores and awards grants; managers and administrators do so anyway.';

-- The councils whose grants the caller handles.
create function private.my_grant_councils() returns setof uuid
language sql stable security definer set search_path = ''
as $$
	select council_id
	from public.memberships
	where user_id = private.current_user_id()
		and deleted_at is null
		and (handles_grants or role in ('manager', 'admin'))
$$;
