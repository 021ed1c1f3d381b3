-- The plan: the objectives that a council must set (Equality Act 2010), the priorities under them, and the actions.

create type public.plan_status as enum ('draft', 'current', 'closed');
create type public.objective_kind as enum ('objective', 'priority');
create type public.lga_module as enum ('communities', 'leadership', 'services', 'workforce');
create type public.action_status as enum ('not_started', 'in_progress', 'done', 'stopped');
create type public.rag as enum ('red', 'amber', 'green');

create table public.plans (
	like private.synced including all,
	title text not null
		constraint plans_title_required check (title <> '')
		constraint plans_title_too_long check (char_length(title) <= 300),
	source text,
	status public.plan_status not null default 'draft',
	starts_on date,
	ends_on date,
	published_on date,
	foreign key (council_id) references public.councils (id)
);
comment on column public.plans.published_on is 'The statutory periods begin with this date (SI 2017/353, regulations 4 and 5).';

-- Objectives and the priorities under them are one tree. Field work serves priorities.
create table public.objectives (
	like private.synced including all,
	plan_id uuid not null,
	parent_id uuid,
	kind public.objective_kind not null,
	reference text not null,
	title text not null
		constraint objectives_title_required check (title <> '')
		constraint objectives_title_too_long check (char_length(title) <= 300),
	description text,
	lga_module public.lga_module,
	position integer not null,
	closed_on date,
	constraint objectives_parent_id_not_valid check (kind = 'priority' or parent_id is null),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, plan_id) references public.plans (council_id, id),
	foreign key (council_id, parent_id) references public.objectives (council_id, id)
);
comment on column public.objectives.lga_module is 'Module of the LGA Equality Framework (2021).';
comment on column public.objectives.closed_on is 'From this date no new record may name it.';
create index objectives_plan_id_idx on public.objectives (council_id, plan_id);
create index objectives_parent_id_idx on public.objectives (council_id, parent_id);

create table public.actions (
	like private.synced including all,
	plan_id uuid not null,
	objective_id uuid not null,
	reference text not null
		constraint actions_reference_required check (reference <> '')
		constraint actions_reference_too_long check (char_length(reference) <= 50),
	title text not null
		constraint actions_title_required check (title <> '')
		constraint actions_title_too_long check (char_length(title) <= 500),
	service text not null,
	owner text,
	due_on date,
	due_rule text,
	status public.action_status not null default 'not_started',
	rag public.rag,
	progress_note text
		constraint actions_progress_note_too_long check (char_length(progress_note) <= 10000),
	position integer not null,
	source_ref text,
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, plan_id) references public.plans (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id)
);
comment on column public.actions.objective_id is 'The lead objective or priority; every action has exactly one.';
comment on column public.actions.due_rule is 'A deadline that is not one date, in words: "within one working day".';
create index actions_plan_id_idx on public.actions (council_id, plan_id);
create index actions_objective_id_idx on public.actions (council_id, objective_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('plans', 'status', 'ask'),
	('actions', 'status', 'ask'),
	('actions', 'rag', 'ask'),
	('actions', 'progress_note', 'text');

select private.keep_in_sync('public.plans');
select private.keep_in_sync('public.objectives');
select private.keep_in_sync('public.actions');

create policy "admins add plans" on public.plans for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change plans" on public.plans for update to authenticated
using (council_id in (select private.my_councils('admin')));

create policy "admins add objectives" on public.objectives for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change objectives" on public.objectives for update to authenticated
using (council_id in (select private.my_councils('admin')));

create policy "admins add actions" on public.actions for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "managers and admins change actions" on public.actions for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
