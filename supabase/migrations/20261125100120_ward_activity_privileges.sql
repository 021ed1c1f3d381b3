-- Kept figures are exact: they are for the functions that hold small ones back.
revoke all on private.log_figures, private.log_figure_changes, private.log_figures_now
from public, anon, authenticated, service_role;

revoke all on function
	public.ward_activity(date, date, text, text, uuid, text),
	public.activity_by_month(date, date, uuid, text, text)
from public, anon, authenticated, service_role;
grant execute on function
	public.ward_activity(date, date, text, text, uuid, text),
	public.activity_by_month(date, date, uuid, text, text)
to authenticated;
