-- Hosted platforms grant every new function to everybody; this one is for whoever is signed in.
revoke all on function public.sync_digest(text[]) from public, anon, authenticated, service_role;
grant execute on function public.sync_digest(text[]) to authenticated;
