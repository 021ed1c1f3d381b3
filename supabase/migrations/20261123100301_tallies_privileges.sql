revoke all on private.tally_answers from public, anon, authenticated, service_role;
revoke all on function
	private.is_tally(jsonb),
	private.tally_lines(jsonb),
	private.check_tallies()
from public, anon, authenticated, service_role;

grant insert (tallies), update (tallies) on public.engagement_logs to authenticated;
