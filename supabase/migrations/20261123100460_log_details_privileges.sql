-- The checks of logs in full are nobody's to call.
revoke all on function private.check_log_details(), private.is_resource(jsonb)
from public, anon, authenticated, service_role;
