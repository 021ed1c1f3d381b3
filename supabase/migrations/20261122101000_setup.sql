-- The first start: an empty database, and somebody who makes the council and becomes its administrator.

-- Whether there is no council yet. Anybody may ask: the sign-in page shows the first-run path by it.
create function public.setup_needed() returns boolean
language sql stable security definer set search_path = ''
as $$ select not exists (select from public.councils) $$;

-- Makes the first council, with the caller as its administrator. Only while there is none.
create function public.create_council(code text, name text, full_name text) returns public.councils
language plpgsql security definer set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	new_id constant uuid := gen_random_uuid();
	council public.councils;
begin
	-- Two people at once: the second waits here, and then finds a council.
	lock table public.councils in share row exclusive mode;
	if person is null or not public.setup_needed() then
		raise exception using errcode = '42501', message = 'This service is set up already.';
	end if;
	insert into public.councils (id, council_id, code, name)
	values (new_id, new_id, create_council.code, create_council.name)
	returning * into council;
	insert into public.profiles (council_id, user_id, full_name)
	values (new_id, person, create_council.full_name);
	insert into public.memberships (council_id, user_id, role)
	values (new_id, person, 'admin');
	return council;
end
$$;
