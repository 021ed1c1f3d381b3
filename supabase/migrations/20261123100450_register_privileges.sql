revoke all on private.register_readings from public, anon, authenticated, service_role;
revoke all on function public.read_register(date, date, text) from public, anon, authenticated, service_role;
grant execute on function public.read_register(date, date, text) to authenticated;
