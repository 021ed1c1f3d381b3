-- A plan without priorities is served as well: a log names a priority, or an objective that has none under it.

create or replace function private.check_priority(council uuid, objective uuid, today date) returns void
language plpgsql stable set search_path = ''
as $$
declare
	served public.objectives;
begin
	select * into served
	from public.objectives
	where council_id = council and id = objective and deleted_at is null;
	if served.id is null and objective is not null then
		perform private.refuse('unknown_priority', 'objective_id');
	elsif served.kind <> 'priority'
		and exists (select from public.objectives where council_id = council and parent_id = objective and deleted_at is null)
	then
		perform private.refuse('not_a_priority', 'objective_id');
	elsif served.closed_on <= today
		or exists (select from public.plans where council_id = council and id = served.plan_id and status = 'closed')
	then
		perform private.refuse('priority_closed', 'objective_id');
	end if;
end
$$;
