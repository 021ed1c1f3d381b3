-- A round's criteria are its programme's: a device may send its copy, and the check puts it right.

revoke all on public.grant_programmes, public.grant_rounds from public, anon, authenticated, service_role;
revoke all on function
	private.is_criterion(jsonb),
	private.check_grant_programme(),
	private.check_grant_round()
from public, anon, authenticated, service_role;

grant select on public.grant_programmes, public.grant_rounds to authenticated;
grant insert (
	id, council_id, name, about, service, objective_id, opens_on, closes_on, criteria, council_priorities, status
) on public.grant_programmes to authenticated;
grant update (
	name, about, service, objective_id, opens_on, closes_on, criteria, council_priorities, status, deleted_at
) on public.grant_programmes to authenticated;
grant insert (
	id, council_id, programme_id, name, opens_on, closes_on, decided_by, budget_pence, cap_pence, criteria
) on public.grant_rounds to authenticated;
grant update (name, opens_on, closes_on, decided_by, budget_pence, cap_pence, deleted_at)
on public.grant_rounds to authenticated;
