-- The place is fixed; the score is sent along by devices and worked out anew.

revoke all on public.place_audits from public, anon, authenticated, service_role;
revoke all on function
	private.audit_score(public.audit_answer []),
	private.check_place_audit(),
	private.take_place_audits_along()
from public, anon, authenticated, service_role;

grant execute on function private.audit_score(public.audit_answer []) to authenticated;
grant select on public.place_audits to authenticated;
grant insert (
	id, council_id, place_id, kind, audited_on, step_free, entrance, gate_width, paths, parking, public_transport, signage,
	lighting, seating, toilets, hearing_loop, quiet_room, score, next_audit_on, note
) on public.place_audits to authenticated;
grant update (
	kind, audited_on, step_free, entrance, gate_width, paths, parking, public_transport, signage, lighting, seating,
	toilets, hearing_loop, quiet_room, score, next_audit_on, note, deleted_at
) on public.place_audits to authenticated;
