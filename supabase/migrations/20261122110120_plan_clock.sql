-- The statutory clock of a plan, and what it means that a plan is closed.

set lock_timeout = '5s';

-- A council has a handful of plans: checking them takes no time.
alter table public.plans
	add column information_published_on date,
	add column review_on date,
	add column carried_from uuid,
	-- squawk-ignore constraint-missing-not-valid
	add constraint plans_ends_on_out_of_range check (ends_on >= starts_on),
	-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
	add foreign key (council_id, carried_from) references public.plans (council_id, id);
create index plans_carried_from_idx on public.plans (council_id, carried_from);
comment on column public.plans.information_published_on is
'When equality information was last published: the next is due within a year (SI 2017/353, regulation 4).';
comment on column public.plans.review_on is 'When the council means to review its objectives, at most four years after publication (regulation 5).';
comment on column public.plans.carried_from is 'The plan that it continues.';

insert into private.sentences (code, sentence)
values ('plan_closed', 'This plan is closed. It can be read, not changed.');

-- Whether a plan is closed. The plan is held until the transaction ends, so that it cannot be closed meanwhile.
create function private.is_closed_plan(council uuid, plan uuid) returns boolean
language plpgsql set search_path = ''
as $$
declare
	found_status public.plan_status;
begin
	select status into found_status from public.plans where council_id = council and id = plan for share;
	return coalesce(found_status = 'closed', false);
end
$$;

-- A closed plan is frozen: what the council said and how far it had come stays as it was. Opening it again is a change
-- of its status. Imports by the database's owner are not asked; strangers learn nothing from it.
create function private.keep_closed_plan() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if old.status = 'closed'
		and new.status = 'closed'
		and private.changed_columns(to_jsonb(old), to_jsonb(new)) <> '{}'
		and new.council_id in (select private.my_councils('admin'))
	then
		perform private.refuse('plan_closed');
	end if;
	return new;
end
$$;
create trigger check_closed_plan before update on public.plans
for each row execute function private.keep_closed_plan();

create function private.keep_plan_frozen() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
		and (
			private.is_closed_plan(new.council_id, new.plan_id)
			or tg_op = 'UPDATE' and old.plan_id <> new.plan_id and private.is_closed_plan(old.council_id, old.plan_id)
		)
	then
		perform private.refuse('plan_closed', 'plan_id');
	end if;
	return new;
end
$$;
create trigger check_plan_frozen before insert or update on public.objectives
for each row execute function private.keep_plan_frozen();
create trigger check_plan_frozen before insert or update on public.actions
for each row execute function private.keep_plan_frozen();

-- As before, and no new log serves a priority of a plan that is closed.
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
	elsif served.kind <> 'priority' then
		perform private.refuse('not_a_priority', 'objective_id');
	elsif served.closed_on <= today
		or exists (select from public.plans where council_id = council and id = served.plan_id and status = 'closed')
	then
		perform private.refuse('priority_closed', 'objective_id');
	end if;
end
$$;

revoke all on function
	private.is_closed_plan(uuid, uuid),
	private.keep_closed_plan(),
	private.keep_plan_frozen()
from public;
