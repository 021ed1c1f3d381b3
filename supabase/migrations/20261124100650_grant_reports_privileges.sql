-- Which grant a report is on is fixed.

revoke all on public.grant_reports from public, anon, authenticated, service_role;
revoke all on function
	private.check_grant_report(),
	private.expected_reports(date, date),
	private.keep_expected_reports()
from public, anon, authenticated, service_role;

grant select on public.grant_reports to authenticated;
grant insert (id, council_id, grant_id, kind, due_on, received_on, people_count, tallies, outcome, spent_pence)
on public.grant_reports to authenticated;
grant update (kind, due_on, received_on, people_count, tallies, outcome, spent_pence, deleted_at)
on public.grant_reports to authenticated;
