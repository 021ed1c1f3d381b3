-- Safe spaces: which places are one is for people who are cleared for the restricted register, and for nobody else.
--
-- It is a record of its own, in a scope that only they have: no phone of anybody else ever holds it, and the place itself
-- reads the same whether it is one or not. Marking a place changes no row that others see.

create table public.safe_spaces (
	like private.synced including all,
	place_id uuid not null,
	note text not null default ''
		constraint safe_spaces_note_too_long check (char_length(note) <= 2000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, place_id) references public.places (council_id, id)
);
comment on column public.safe_spaces.note is 'For whom it is safe, when, and how people get in.';
create index safe_spaces_place_id_idx on public.safe_spaces (council_id, place_id);
create unique index safe_spaces_place_key on public.safe_spaces (council_id, place_id) where deleted_at is null;

insert into private.merge_rules (table_name, column_name, rule) values ('safe_spaces', 'note', 'text');

create function private.scope_of(record public.safe_spaces) returns text
language sql immutable set search_path = ''
as $$ select 'cleared:' || record.council_id $$;

-- As before, and `cleared:` for those who may read the register. When their clearance ends, so does the scope, and their
-- devices let go of what it held.
create or replace function private.my_scopes() returns setof text
language sql stable security definer set search_path = ''
as $$
	with mine as (
		select council_id, user_id, role, locality_id, cleared, deleted_at is null as live
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
	select 'locality:' || localities.id
	from mine
	join public.localities using (council_id)
	where mine.live and mine.role in ('manager', 'admin')
	union
	select 'cleared:' || council_id from mine where live and cleared and role in ('manager', 'admin')
$$;

-- What hangs off a place hangs off one that is there. A stranger learns nothing from rules: row level security answers.
create function private.check_place_of_record() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if (
			private.current_user_id() is null
			or new.council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
		)
		and not exists (
			select from public.places where council_id = new.council_id and id = new.place_id and deleted_at is null
		)
	then
		perform private.refuse('unknown_reference', 'place_id');
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_place_of_record before insert on public.safe_spaces
for each row execute function private.check_place_of_record();

select private.keep_in_sync('public.safe_spaces');

create policy "cleared managers mark safe spaces" on public.safe_spaces for insert to authenticated
with check (council_id in (select private.my_registers()));
create policy "cleared managers change safe spaces" on public.safe_spaces for update to authenticated
using (council_id in (select private.my_registers()));

-- A place that is deleted takes along that it was one.
create function private.take_safe_space_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.safe_spaces
	set deleted_at = new.deleted_at
	where council_id = new.council_id and place_id = new.id and deleted_at is null;
	return null;
end
$$;
create trigger take_safe_space_along after update on public.places
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_safe_space_along();
