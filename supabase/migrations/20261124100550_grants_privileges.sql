-- The reference is the database's. The score is too: a device may send its own reckoning, and the check puts it right.

revoke all on public.grants, private.grant_moves from public, anon, authenticated, service_role;
revoke all on function
	private.may_move_grant(public.grant_status, public.grant_status, boolean),
	private.grant_score(jsonb, jsonb),
	private.is_score(jsonb, jsonb),
	private.is_payment(jsonb),
	private.is_day(jsonb),
	private.check_grant_lists(public.grants, public.grants, jsonb),
	private.check_grant_standing(public.grants, public.grants, integer),
	private.check_grant_rights(public.grants, public.grants),
	private.next_grant_reference(uuid, date),
	private.check_grant(),
	private.take_criteria_along(),
	private.keep_used_round()
from public, anon, authenticated, service_role;

grant select on public.grants to authenticated;
grant insert (
	id, council_id, reference, round_id, organisation_id, title, about, objective_id, action_id, received_on,
	requested_pence, ward_codes, groups, programmes, council_priority, status, scores, score, recommended_pence,
	recommendation, decided_on, decline_reason, awarded_pence, over_cap_reason, awarded_on, starts_on, ends_on, schedule,
	conditions
) on public.grants to authenticated;
grant update (
	round_id, organisation_id, title, about, objective_id, action_id, received_on, requested_pence, ward_codes, groups,
	programmes, council_priority, status, scores, score, recommended_pence, recommendation, decided_on, decline_reason,
	awarded_pence, over_cap_reason, awarded_on, starts_on, ends_on, schedule, conditions, deleted_at
) on public.grants to authenticated;
