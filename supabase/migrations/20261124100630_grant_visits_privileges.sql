-- Which grant a visit was to is fixed.

revoke all on public.grant_visits from public, anon, authenticated, service_role;
revoke all on function
	private.check_grant_of_record(),
	private.check_grant_visit(),
	private.begin_monitoring()
from public, anon, authenticated, service_role;

grant select on public.grant_visits to authenticated;
grant insert (id, council_id, grant_id, visited_on, attended, on_track, risks, heard, quote, quote_consent)
on public.grant_visits to authenticated;
grant update (visited_on, attended, on_track, risks, heard, quote, quote_consent, deleted_at)
on public.grant_visits to authenticated;
