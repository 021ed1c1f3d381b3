-- A pack that is kept reads the same for ever: it may be taken away, and never changed.

revoke all on public.steering_packs from public, anon, authenticated, service_role;
revoke all on function private.check_steering_pack() from public, anon, authenticated, service_role;

grant select on public.steering_packs to authenticated;
grant insert (id, council_id, network_id, meeting_on, since, made_on, content) on public.steering_packs to authenticated;
grant update (deleted_at) on public.steering_packs to authenticated;
