grant update (screen_threshold, export_threshold) on public.councils to authenticated;
