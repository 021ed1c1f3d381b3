grant insert (
	address, postcode, step_free, accessible_toilet, hearing_loop, quiet_room, wifi, checked_on, hire_cost, capacity
) on public.places to authenticated;
grant update (
	address, postcode, step_free, accessible_toilet, hearing_loop, quiet_room, wifi, checked_on, hire_cost, capacity
) on public.places to authenticated;
