revoke all on public.event_evaluations from public, anon, authenticated, service_role;
revoke all on function private.check_event_evaluation(), private.take_evaluation_along()
from public, anon, authenticated, service_role;

grant select on public.event_evaluations to authenticated;
grant insert (
	id, council_id, event_id, attended, tallies, heard, worked, change, sentiment, safety_messages
) on public.event_evaluations to authenticated;
grant update (
	attended, tallies, heard, worked, change, sentiment, safety_messages, deleted_at
) on public.event_evaluations to authenticated;
