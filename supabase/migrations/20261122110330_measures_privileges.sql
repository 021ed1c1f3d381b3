-- A reading stays with its measure, and says for good whether it was fed; who adds one may only say that it was not.

revoke all on public.measures, public.measure_readings from public, anon, authenticated, service_role;
revoke all on function
	private.check_measure(),
	private.check_measure_reading(),
	private.measure_period(public.measures, date),
	private.fed_value(public.measures, public.engagement_logs),
	private.feed_measure(uuid, date),
	private.feed_from_log(),
	private.feed_changed_measure(),
	private.feed_moved_priority()
from public, anon, authenticated, service_role;

grant select on public.measures, public.measure_readings to authenticated;
grant insert (
	id, council_id, objective_id, action_id, name, unit, kind, whole, accumulates, fed_by, direction, baseline,
	baseline_on, baseline_note, target_rule, target, rate_percent, frequency, starts_on, due_on, note, position
) on public.measures to authenticated;
grant update (
	objective_id, action_id, name, unit, kind, whole, accumulates, fed_by, direction, baseline,
	baseline_on, baseline_note, target_rule, target, rate_percent, frequency, starts_on, due_on, note, position, deleted_at
) on public.measures to authenticated;
grant insert (id, council_id, measure_id, read_on, value, whole_count, note, fed) on public.measure_readings to authenticated;
grant update (read_on, value, whole_count, note, deleted_at) on public.measure_readings to authenticated;
grant insert (safety_messages) on public.engagement_logs to authenticated;
grant update (safety_messages) on public.engagement_logs to authenticated;
