revoke all on private.log_years, private.log_years_now from public, anon, authenticated, service_role;
