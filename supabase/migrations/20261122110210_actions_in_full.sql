-- Actions in full: whose they are, what they serve besides, with whom, by which rule they are due; and proposals.

set lock_timeout = '5s';

-- A council has some hundreds of actions: checking them takes no time.
alter table public.actions
	add column owner_id uuid,
	add column further_objective_ids uuid [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_further_objective_ids_not_valid check (private.is_list(further_objective_ids)),
	add column partner_ids uuid [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_partner_ids_not_valid check (private.is_list(partner_ids)),
	add column programmes text [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_programmes_not_valid check (private.is_list(programmes) and '' <> all(programmes))
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_programmes_too_long check (char_length(array_to_string(programmes, '')) <= 1000),
	add column description text
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_description_too_long check (char_length(description) <= 10000),
	add column rag_reason text
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_rag_reason_too_long check (char_length(rag_reason) <= 1000),
	add column due_working_days integer
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_due_working_days_out_of_range check (due_working_days between 1 and 260),
	add column carried_from uuid,
	add column decision text
	-- squawk-ignore constraint-missing-not-valid
	constraint actions_decision_too_long check (char_length(decision) <= 1000),
	-- A proposal has its reference once it belongs to the plan.
	drop constraint actions_reference_required,
	-- squawk-ignore constraint-missing-not-valid
	add constraint actions_reference_required check (reference <> '' or status in ('proposed', 'declined')),
	-- squawk-ignore constraint-missing-not-valid
	add constraint actions_decision_required check (status <> 'declined' or coalesce(decision, '') <> ''),
	-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
	add foreign key (council_id, carried_from) references public.actions (council_id, id);
create index actions_carried_from_idx on public.actions (council_id, carried_from);

comment on column public.actions.owner_id is 'The user id of the person who answers for it.';
comment on column public.actions.further_objective_ids is 'What it serves besides its lead objective.';
comment on column public.actions.partner_ids is 'Organisations that it is done with.';
comment on column public.actions.programmes is 'Programmes that it belongs to, by name.';
comment on column public.actions.description is 'What is planned, and why.';
comment on column public.actions.due_working_days is 'A deadline counted from each report: within so many working days.';
comment on column public.actions.carried_from is 'The action of an earlier plan that it continues.';
comment on column public.actions.decision is 'What was said when a proposal was accepted or declined.';

insert into private.merge_rules (table_name, column_name, rule)
values ('actions', 'description', 'text'), ('actions', 'rag_reason', 'text');

insert into private.sentences (code, sentence)
values
	('unknown_owner', 'This person does not work for the council. Choose somebody who does.'),
	('objective_of_other_plan', 'This objective belongs to another plan. Choose one of the plan of this action.');

-- Refuses ids in a list that are not there; those that were in it before are not asked again.
create function private.check_listed(
	council uuid, list uuid [], list_before uuid [], listed regclass, at_column text
) returns void
language plpgsql stable set search_path = ''
as $$
declare
	all_there boolean;
begin
	execute format(
		$query$
			select count(*) = 0
			from unnest($1) as added
			where added <> all ($2)
				and not exists (select from %s where council_id = $3 and id = added and deleted_at is null)
		$query$,
		listed
	)
	into all_there
	using list, list_before, council;
	if not all_there then
		perform private.refuse('unknown_reference', at_column);
	end if;
end
$$;

-- What an action refers to is there. An edit answers only for what it changes; a stranger learns nothing from rules.
create function private.check_action_references() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
	then
		return new;
	end if;

	if new.owner_id is not null
		and (is_new or new.owner_id is distinct from old.owner_id)
		and not exists (
			select from public.memberships
			where council_id = new.council_id and user_id = new.owner_id and role <> 'viewer' and deleted_at is null
		)
	then
		perform private.refuse('unknown_owner', 'owner_id');
	end if;
	if (is_new or new.objective_id <> old.objective_id or new.plan_id <> old.plan_id)
		and exists (
			select from public.objectives
			where council_id = new.council_id and id = new.objective_id and plan_id <> new.plan_id
		)
	then
		perform private.refuse('objective_of_other_plan', 'objective_id');
	end if;
	perform private.check_listed(
		new.council_id,
		new.further_objective_ids,
		case when is_new then '{}' else old.further_objective_ids end,
		'public.objectives',
		'further_objective_ids'
	);
	perform private.check_listed(
		new.council_id,
		new.partner_ids,
		case when is_new then '{}' else old.partner_ids end,
		'public.organisations',
		'partner_ids'
	);
	return new;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_action_references before insert or update on public.actions
for each row execute function private.check_action_references();

-- Whoever works in the field says how far an action has got, and puts their own proposal right until it is decided.
-- What an action is, and what becomes of a proposal, stays with managers and administrators.
drop trigger check_action_progress on public.actions;
drop function private.check_action_progress();
create function private.check_action_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	undecided constant public.action_status [] := array['proposed', 'declined'];
	not_theirs constant text := (
		select name
		from unnest(private.changed_columns(to_jsonb(old), to_jsonb(new))) as name
		where name not in ('status', 'rag', 'rag_reason', 'progress_note')
		limit 1
	);
begin
	if private.current_user_id() is null
		or new.council_id in (select private.my_councils('manager', 'admin'))
	then
		return new;
	end if;
	if old.status <> new.status and (old.status = any (undecided) or new.status = any (undecided)) then
		perform private.refuse('not_allowed', 'status');
	elsif not_theirs is not null and old.status <> all (undecided) then
		perform private.refuse('not_allowed', not_theirs);
	end if;
	return new;
end
$$;
create trigger check_action_change before update on public.actions
for each row execute function private.check_action_change();

drop policy "admins add actions" on public.actions;
create policy "managers and admins add actions" on public.actions for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "officers and champions propose actions" on public.actions for insert to authenticated
with check (status = 'proposed' and council_id in (select private.my_councils('officer', 'champion')));

drop policy "officers and champions report progress on actions" on public.actions;
create policy "officers and champions report progress on actions" on public.actions for update to authenticated
using (
	status not in ('proposed', 'declined')
	and council_id in (select private.my_councils('officer', 'champion'))
);
create policy "whoever proposed an action changes it until it is decided" on public.actions for update to authenticated
using (
	status = 'proposed'
	and created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion'))
);

-- Photos of what was done.
select private.keep_attachments('public.actions');

revoke all on function
	private.check_listed(uuid, uuid [], uuid [], regclass, text),
	private.check_action_references(),
	private.check_action_change()
from public;
