-- An edition that is kept reads the same for ever: it may be taken away, and never changed.

revoke all on public.progress_reports, public.report_editions from public, anon, authenticated, service_role;

-- The check of a report's year runs as whoever writes it.
grant execute on function private.financial_year_of(date) to authenticated;
grant select on public.progress_reports, public.report_editions to authenticated;
grant insert (id, council_id, plan_id, year_from, foreword, achieved, setbacks, next_steps) on public.progress_reports to authenticated;
grant update (plan_id, year_from, foreword, achieved, setbacks, next_steps, deleted_at) on public.progress_reports to authenticated;
grant insert (id, council_id, report_id, made_on, content, page) on public.report_editions to authenticated;
grant update (deleted_at) on public.report_editions to authenticated;
