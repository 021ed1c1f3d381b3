-- Which place a mark is of is fixed: it is made and taken away, and its note may be put right.

revoke all on public.safe_spaces from public, anon, authenticated, service_role;
revoke all on function
	private.scope_of(public.safe_spaces),
	private.check_place_of_record(),
	private.take_safe_space_along()
from public, anon, authenticated, service_role;

grant select on public.safe_spaces to authenticated;
grant insert (id, council_id, place_id, note) on public.safe_spaces to authenticated;
grant update (note, deleted_at) on public.safe_spaces to authenticated;
