-- sync_push runs as whoever calls it; what it leaves undone it keeps through this.
revoke all on function private.keep_not_taken(text, uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function private.keep_not_taken(text, uuid, jsonb) to authenticated;
