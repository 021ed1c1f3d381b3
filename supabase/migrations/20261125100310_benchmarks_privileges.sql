grant update (benchmarks) on public.councils to authenticated;
grant insert (benchmarks), update (benchmarks) on public.areas to authenticated;
