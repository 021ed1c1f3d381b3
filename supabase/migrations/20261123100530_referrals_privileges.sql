-- Which log a referral was made in is fixed.

revoke all on public.referral_routes, public.referrals from public, anon, authenticated, service_role;
revoke all on function
	private.scope_of(public.referrals),
	private.check_deletion(),
	private.check_referral(),
	private.take_referrals_along()
from public, anon, authenticated, service_role;

grant select on public.referral_routes, public.referrals to authenticated;

grant insert (
	id, council_id, name, reasons, who_for, how, phone, website, hours, checked_on
) on public.referral_routes to authenticated;
grant update (
	name, reasons, who_for, how, phone, website, hours, checked_on, deleted_at
) on public.referral_routes to authenticated;

grant insert (
	id, council_id, log_id, route_id, reason, referred_on, status, answered_on, note
) on public.referrals to authenticated;
grant update (
	route_id, reason, referred_on, status, answered_on, note, deleted_at
) on public.referrals to authenticated;
