-- An address is made once and never changes. The calendar itself is for anybody who has the address.

revoke all on public.calendar_feeds from public, anon, authenticated, service_role;
revoke all on function public.read_calendar(text) from public, anon, authenticated, service_role;

grant select on public.calendar_feeds to authenticated;
grant insert (id, council_id, locality_id, token) on public.calendar_feeds to authenticated;
grant update (deleted_at) on public.calendar_feeds to authenticated;
grant execute on function public.read_calendar(text) to anon, authenticated;
