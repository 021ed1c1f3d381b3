grant insert (
	owner_id, further_objective_ids, partner_ids, programmes, description, rag_reason, due_working_days, carried_from,
	decision
) on public.actions to authenticated;
grant update (
	owner_id, further_objective_ids, partner_ids, programmes, description, rag_reason, due_working_days, carried_from,
	decision
) on public.actions to authenticated;
