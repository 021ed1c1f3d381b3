-- Of a count the number alone changes.

revoke all on public.event_counts from public, anon, authenticated, service_role;
revoke all on function private.check_event_count(), private.take_counts_along()
from public, anon, authenticated, service_role;

grant select on public.event_counts to authenticated;
grant insert (id, council_id, event_id, client, of, count) on public.event_counts to authenticated;
grant update (count) on public.event_counts to authenticated;
