revoke all on function
	public.gaps(date, date),
	private.ward_gaps(uuid, date, date),
	private.channel_gaps(uuid, date, date)
from public, anon, authenticated, service_role;
grant execute on function public.gaps(date, date) to authenticated;
