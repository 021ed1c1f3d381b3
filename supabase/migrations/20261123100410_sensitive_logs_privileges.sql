revoke all on function private.check_sensitive_log() from public, anon, authenticated, service_role;

grant insert (hate_incident, signposted), update (hate_incident, signposted)
on public.engagement_logs to authenticated;
