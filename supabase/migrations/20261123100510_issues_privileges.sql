-- The deadline is the server's: a device may send its own reckoning, and the check puts it right.

revoke all on public.issues, private.bank_holidays from public, anon, authenticated, service_role;
revoke all on function
	private.is_working_day(date),
	private.add_working_days(date, integer),
	private.issue_due_on(timestamptz, integer, time),
	private.scope_of(public.issues),
	private.check_log_of_record(),
	private.check_issue(),
	private.check_issue_owner(public.issues, uuid),
	private.take_issues_along(),
	private.move_records_of_ward()
from public, anon, authenticated, service_role;

grant select on public.issues to authenticated;
grant insert (
	id, council_id, kind, what, ward_code, place_id, latitude, longitude, log_id, reported_at, due_on, status,
	resolved_at, outcome, owner_id, restricted
) on public.issues to authenticated;
grant update (
	kind, what, ward_code, place_id, latitude, longitude, log_id, reported_at, due_on, status,
	resolved_at, outcome, owner_id, restricted, deleted_at
) on public.issues to authenticated;

grant update (
	office_closes_at, offensive_graffiti_days, graffiti_days, hate_incident_days, access_barrier_days,
	fly_tipping_days, lighting_days, antisocial_behaviour_days, other_days
) on public.councils to authenticated;
