grant insert (information_published_on, review_on, carried_from) on public.plans to authenticated;
grant update (information_published_on, review_on, carried_from) on public.plans to authenticated;
