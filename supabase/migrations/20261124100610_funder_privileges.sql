grant update (funder_prefix, funder_org_id, report_reminder_days) on public.councils to authenticated;
grant insert (own_reference), update (own_reference) on public.organisations to authenticated;
