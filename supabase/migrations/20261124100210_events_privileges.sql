revoke all on public.community_events, private.event_moves from public, anon, authenticated, service_role;
revoke all on function
	private.may_move_event(public.event_status, public.event_status),
	private.is_run_sheet_line(jsonb),
	private.check_event_lists(public.community_events, public.community_events),
	private.check_event_status(public.community_events, public.community_events),
	private.check_event()
from public, anon, authenticated, service_role;

grant select on public.community_events to authenticated;
grant insert (
	id, council_id, title, type, status, about, objective_id, action_id, grant_id, coverage, ward_code, place_id, starts_at,
	ends_at, organisation_id, partner_ids, councillor_present, cost_pence, expected, access_arranged, access_not_needed,
	access_note, published_without_reason, run_sheet, audiences, programmes, series_id, cancelled_reason, sequence
) on public.community_events to authenticated;
grant update (
	title, type, status, about, objective_id, action_id, grant_id, coverage, ward_code, place_id, starts_at, ends_at,
	organisation_id, partner_ids, councillor_present, cost_pence, expected, access_arranged, access_not_needed, access_note,
	published_without_reason, run_sheet, audiences, programmes, series_id, cancelled_reason, sequence, deleted_at
) on public.community_events to authenticated;
