revoke all on function private.my_grant_councils() from public;
grant execute on function private.my_grant_councils() to authenticated;
grant insert (handles_grants) on public.memberships to authenticated;
grant update (handles_grants) on public.memberships to authenticated;
