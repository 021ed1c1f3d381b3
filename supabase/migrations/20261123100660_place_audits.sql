-- Access audits of places: how well each thing that people need is provided, what that adds up to, and when to look again.

create type public.audit_kind as enum ('facility', 'green_space');
create type public.audit_answer as enum ('good', 'partly', 'poor', 'missing', 'not_applicable');

create table public.place_audits (
	like private.synced including all,
	place_id uuid not null,
	kind public.audit_kind not null,
	audited_on date not null
		constraint place_audits_audited_on_out_of_range check (audited_on >= '0001-01-01'),
	step_free public.audit_answer,
	entrance public.audit_answer,
	gate_width public.audit_answer,
	paths public.audit_answer,
	parking public.audit_answer,
	public_transport public.audit_answer,
	signage public.audit_answer,
	lighting public.audit_answer,
	seating public.audit_answer,
	toilets public.audit_answer,
	hearing_loop public.audit_answer,
	quiet_room public.audit_answer,
	score integer,
	next_audit_on date not null,
	note text not null default ''
		constraint place_audits_note_too_long check (char_length(note) <= 10000),
	constraint place_audits_entrance_not_valid check (kind = 'facility' or entrance is null),
	constraint place_audits_hearing_loop_not_valid check (kind = 'facility' or hearing_loop is null),
	constraint place_audits_quiet_room_not_valid check (kind = 'facility' or quiet_room is null),
	constraint place_audits_gate_width_not_valid check (kind = 'green_space' or gate_width is null),
	constraint place_audits_paths_not_valid check (kind = 'green_space' or paths is null),
	constraint place_audits_next_audit_on_out_of_range check (next_audit_on > audited_on),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, place_id) references public.places (council_id, id)
);
comment on column public.place_audits.kind is 'What was asked: of a building, or of a park.';
comment on column public.place_audits.step_free is 'Null: not looked at. Likewise the other criteria.';
comment on column public.place_audits.score is 'Per cent, by private.audit_score; null where nothing was looked at.';
create index place_audits_place_id_idx on public.place_audits (council_id, place_id, audited_on);

insert into private.merge_rules (table_name, column_name, rule) values ('place_audits', 'note', 'text');

-- The score in per cent: good 3 points, partly 2, poor 1, missing 0, of the 3 that each criterion could have. What does not
-- apply and what was not looked at is left out. Halves go up. Devices reckon the same way (audit-score.ts).
create function private.audit_score(variadic answers public.audit_answer []) returns integer
language sql immutable set search_path = ''
as $$
	select (200 * sum(points) + 3 * count(*)) / nullif(6 * count(*), 0)
	from (
		select case answer when 'good' then 3 when 'partly' then 2 when 'poor' then 1 when 'missing' then 0 end as points
		from unnest(answers) as answer
	) as counted
	where points is not null
$$;

-- What an audit comes to is worked out here, whatever was sent. An edit answers only for what it changes.
create function private.check_place_audit() returns trigger
language plpgsql set search_path = ''
as $$
declare
	today constant date := now() at time zone 'Europe/London';
begin
	new.score := private.audit_score(
		new.step_free, new.entrance, new.gate_width, new.paths, new.parking, new.public_transport, new.signage,
		new.lighting, new.seating, new.toilets, new.hearing_loop, new.quiet_room
	);
	-- A phone's clock may be a day wrong. A stranger learns nothing from rules: row level security answers.
	if new.audited_on > today + 1
		and (tg_op = 'INSERT' or new.audited_on <> old.audited_on)
		and (
			private.current_user_id() is null
			or new.council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
		)
	then
		perform private.refuse('date_in_future', 'audited_on');
	end if;
	return new;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_place_audit before insert or update on public.place_audits
for each row execute function private.check_place_audit();
create trigger check_place_of_record before insert on public.place_audits
for each row execute function private.check_place_of_record();

select private.keep_in_sync('public.place_audits');
select private.keep_attachments('public.place_audits');

create policy "officers, champions, managers and admins audit places" on public.place_audits
for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin')));
create policy "managers and admins change audits" on public.place_audits for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
create policy "whoever made an audit changes it" on public.place_audits for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
);

-- A place that is deleted takes its audits along.
create function private.take_place_audits_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.place_audits
	set deleted_at = new.deleted_at
	where council_id = new.council_id and place_id = new.id and deleted_at is null;
	return null;
end
$$;
create trigger take_place_audits_along after update on public.places
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_place_audits_along();
