grant update (hate_team_name, hate_team_phone, hate_team_url, hate_team_hours) on public.councils to authenticated;
