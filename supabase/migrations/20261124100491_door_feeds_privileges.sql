revoke all on function private.feed_from_count() from public, anon, authenticated, service_role;
