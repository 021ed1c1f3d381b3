revoke all on public.networks from public, anon, authenticated, service_role;
revoke all on function
	private.network_scope(uuid, uuid),
	private.check_network()
from public, anon, authenticated, service_role;

grant select on public.networks to authenticated;
grant insert (
	id, council_id, name, kind, characteristic, purpose, lead_post, meets, reports_to, objective_id, ended_on
) on public.networks to authenticated;
grant update (
	name, kind, characteristic, purpose, lead_post, meets, reports_to, objective_id, ended_on, deleted_at
) on public.networks to authenticated;
grant insert (network_id) on public.memberships to authenticated;
grant update (network_id) on public.memberships to authenticated;
