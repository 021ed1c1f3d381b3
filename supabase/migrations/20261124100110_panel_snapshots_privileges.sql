revoke all on public.panel_snapshots from public, anon, authenticated, service_role;
revoke all on function private.check_panel_snapshot() from public, anon, authenticated, service_role;

grant select on public.panel_snapshots to authenticated;
grant insert (id, council_id, title, taken_on, people_count, tallies, note) on public.panel_snapshots to authenticated;
grant update (title, taken_on, people_count, tallies, note, deleted_at) on public.panel_snapshots to authenticated;
