-- The network that something is of is fixed, and so is a point's activity.

revoke all on public.network_snapshots, public.network_activities, public.network_points
from public, anon, authenticated, service_role;
revoke all on function
	private.scope_of(public.network_snapshots),
	private.scope_of(public.network_activities),
	private.scope_of(public.network_points),
	private.check_network_of_record(),
	private.check_network_snapshot(),
	private.check_network_activity(),
	private.check_point_of_activity(),
	private.move_records_of_network(),
	private.check_network_in_use(),
	private.take_points_along()
from public, anon, authenticated, service_role;

grant select on public.network_snapshots, public.network_activities, public.network_points to authenticated;
grant insert (id, council_id, network_id, counted_on, members) on public.network_snapshots to authenticated;
grant update (counted_on, members, deleted_at) on public.network_snapshots to authenticated;
grant insert (
	id, council_id, network_id, kind, title, status, held_on, place_id, objective_id, action_id, attendance, completions,
	headcount, note, partner_ids, programmes
) on public.network_activities to authenticated;
grant update (
	kind, title, status, held_on, place_id, objective_id, action_id, attendance, completions, headcount, note, partner_ids,
	programmes, deleted_at
) on public.network_activities to authenticated;
grant insert (id, council_id, activity_id, network_id, kind, what, to_steering, action_id, status, answer)
on public.network_points to authenticated;
grant update (kind, what, to_steering, action_id, status, answer, deleted_at) on public.network_points to authenticated;
