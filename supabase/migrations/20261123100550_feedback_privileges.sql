-- Where something was said is fixed: its log and its issue do not change.

revoke all on public.feedback_loops from public, anon, authenticated, service_role;
revoke all on function
	private.scope_of(public.feedback_loops),
	private.check_feedback(),
	private.take_feedback_along()
from public, anon, authenticated, service_role;

-- The check of feedback runs as whoever asks.
grant execute on function private.check_ward(uuid, text) to authenticated;

grant select on public.feedback_loops to authenticated;
grant insert (
	id, council_id, said, said_on, log_id, issue_id, objective_id, action_id, ward_code, outcome, response,
	responded_on, told_on, told_how, told_note
) on public.feedback_loops to authenticated;
grant update (
	said, said_on, objective_id, action_id, ward_code, outcome, response, responded_on, told_on, told_how,
	told_note, deleted_at
) on public.feedback_loops to authenticated;
