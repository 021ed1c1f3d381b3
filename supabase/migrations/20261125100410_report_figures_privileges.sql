revoke all on function
	private.report_parts(uuid, date, integer),
	public.report_figures(date)
from public, anon, authenticated, service_role;
grant execute on function public.report_figures(date) to authenticated;
