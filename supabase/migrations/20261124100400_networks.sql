-- Networks: staff networks, forums and the steering group, and which of them a champion works for.
--
-- Who belongs to a staff network says something of them that the law protects, so no member is ever named: there are counts
-- alone, and what a staff network does is for its champions and for managers. That a network exists is everybody's business.

set lock_timeout = '5s';

create type public.network_kind as enum ('staff_network', 'forum', 'steering_group');
create type public.equality_group as enum (
	'age', 'disability', 'gender_reassignment', 'marriage_civil_partnership', 'pregnancy_maternity', 'race',
	'religion_belief', 'sex', 'sexual_orientation', 'carers', 'care_leavers', 'armed_forces', 'low_income'
);

create table public.networks (
	like private.synced including all,
	name text not null
		constraint networks_name_required check (name <> '')
		constraint networks_name_too_long check (char_length(name) <= 200),
	kind public.network_kind not null,
	characteristic public.equality_group,
	purpose text not null default ''
		constraint networks_purpose_too_long check (char_length(purpose) <= 2000),
	lead_post text not null default ''
		constraint networks_lead_post_too_long check (char_length(lead_post) <= 200),
	meets text not null default ''
		constraint networks_meets_too_long check (char_length(meets) <= 500),
	reports_to uuid
		constraint networks_reports_to_not_valid check (reports_to <> id),
	objective_id uuid not null,
	-- Phones show dates of four-digit years only.
	ended_on date
		constraint networks_ended_on_out_of_range check (ended_on between '1900-01-01' and '2200-12-31'),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, reports_to) references public.networks (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id)
);
comment on column public.networks.characteristic is 'Whom it is for; null where it is for everybody.';
comment on column public.networks.lead_post is 'The post that leads it. No person''s name.';
comment on column public.networks.meets is 'When and where, in words.';
comment on column public.networks.reports_to is 'The network that takes up what it raises: the steering group.';
comment on column public.networks.objective_id is 'What its activities serve, unless one says otherwise.';
create index networks_reports_to_idx on public.networks (council_id, reports_to);
create index networks_objective_id_idx on public.networks (council_id, objective_id);

insert into private.merge_rules (table_name, column_name, rule) values ('networks', 'purpose', 'text');

insert into private.sentences (code, sentence)
values ('network_in_use', 'This network has activities. Give it an end date instead of deleting it.');

-- A council has some dozens of memberships: checking them takes no time.
alter table public.memberships
	add column network_id uuid
	-- squawk-ignore constraint-missing-not-valid
	constraint memberships_network_id_not_valid check (network_id is null or role = 'champion'),
	-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
	add foreign key (council_id, network_id) references public.networks (council_id, id);
comment on column public.memberships.network_id is 'The network that a champion works for: one membership for each.';
create index memberships_network_id_idx on public.memberships (council_id, network_id);
-- squawk-ignore require-concurrent-index-deletion
drop index public.memberships_role_key;
-- squawk-ignore require-concurrent-index-creation
create unique index memberships_role_key on public.memberships (council_id, user_id, role, locality_id, network_id)
nulls not distinct where deleted_at is null;

-- As before, and `network:` for the champions of a staff network and for managers. A champion who moves on loses it, and
-- their devices let go of what it held.
create or replace function private.my_scopes() returns setof text
language sql stable security definer set search_path = ''
as $$
	with mine as (
		select council_id, user_id, role, locality_id, network_id, cleared, deleted_at is null as live
		from public.memberships
		where user_id = private.current_user_id()
	)
	select 'user:' || user_id from mine
	union
	-- Viewers get figures, never records.
	select 'council:' || council_id from mine where live and role <> 'viewer'
	union
	select 'locality:' || locality_id from mine where live and role = 'officer'
	union
	select 'network:' || network_id from mine where live and network_id is not null
	union
	select 'locality:' || localities.id
	from mine
	join public.localities using (council_id)
	where mine.live and mine.role in ('manager', 'admin')
	union
	select 'network:' || networks.id
	from mine
	join public.networks using (council_id)
	where mine.live and mine.role in ('manager', 'admin')
	union
	select 'cleared:' || council_id from mine where live and cleared and role in ('manager', 'admin')
$$;

-- The scope of what a network does: its own where it is a staff network, else the council's. Held until the transaction
-- ends, so that the network does not become another kind meanwhile.
create function private.network_scope(council uuid, network uuid) returns text
language plpgsql set search_path = ''
as $$
declare
	its_kind public.network_kind;
begin
	select kind into its_kind
	from public.networks
	where council_id = council and id = network
	for share;
	return case when its_kind = 'staff_network' then 'network:' || network else 'council:' || council end;
end
$$;

-- An edit answers only for what it changes; a stranger learns nothing from rules: row level security answers.
create function private.check_network() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('manager', 'admin'))
	then
		return new;
	end if;

	if is_new or new.objective_id <> old.objective_id then
		perform private.check_priority(new.council_id, new.objective_id, (now() at time zone 'Europe/London')::date);
	end if;
	perform private.check_listed(
		new.council_id,
		array_remove(array[new.reports_to], null),
		case when is_new then '{}' else array_remove(array[old.reports_to], null) end,
		'public.networks',
		'reports_to'
	);
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_network before insert or update on public.networks
for each row execute function private.check_network();

select private.keep_in_sync('public.networks');

create policy "managers and admins add networks" on public.networks for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins change networks" on public.networks for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
