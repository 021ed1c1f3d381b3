revoke all on private.log_months, private.log_months_now from public, anon, authenticated, service_role;
