revoke all on public.postcode_sectors from public, anon, authenticated, service_role;
revoke all on function private.are_postcode_units(jsonb) from public, anon, authenticated, service_role;

-- The table's own check runs as whoever writes.
grant execute on function private.are_postcode_units(jsonb) to authenticated;
grant select on public.postcode_sectors to authenticated;
grant insert (id, council_id, sector, units, vintage) on public.postcode_sectors to authenticated;
grant update (sector, units, vintage, deleted_at) on public.postcode_sectors to authenticated;
