-- How an event went: who came, by group, what they said, what worked and what to change. One for each event.

set lock_timeout = '5s';

create table public.event_evaluations (
	like private.synced including all,
	event_id uuid not null,
	attended integer
		constraint event_evaluations_attended_out_of_range check (attended between 0 and 100000),
	tallies jsonb not null default '[]',
	heard text not null default ''
		constraint event_evaluations_heard_too_long check (char_length(heard) <= 10000),
	worked text not null default ''
		constraint event_evaluations_worked_too_long check (char_length(worked) <= 10000),
	change text not null default ''
		constraint event_evaluations_change_too_long check (char_length(change) <= 10000),
	sentiment public.sentiment,
	safety_messages integer
		constraint event_evaluations_safety_messages_out_of_range check (safety_messages between 0 and 1000000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, event_id) references public.community_events (council_id, id)
);
comment on column public.event_evaluations.attended is 'How many people came; null where the door count says it.';
comment on column public.event_evaluations.tallies is 'Who came, by group, as in engagement logs.';
comment on column public.event_evaluations.heard is 'What people said.';
comment on column public.event_evaluations.change is 'What to do otherwise next time.';
create unique index event_evaluations_event_id_key on public.event_evaluations (council_id, event_id)
where deleted_at is null;

create index event_evaluations_event_idx on public.event_evaluations (council_id, event_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('event_evaluations', 'heard', 'text'),
	('event_evaluations', 'worked', 'text'),
	('event_evaluations', 'change', 'text');

insert into private.sentences (code, sentence)
values ('event_evaluated', 'Somebody has evaluated this event already. Open their evaluation and add to it.');

-- An evaluation is of an event that is there, and counts no more people in a group than came.
create function private.check_event_evaluation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	if tg_op = 'INSERT' then
		perform private.check_listed(new.council_id, array[new.event_id], '{}', 'public.community_events', 'event_id');
		if exists (
			select from public.event_evaluations
			where council_id = new.council_id and event_id = new.event_id and deleted_at is null and id <> new.id
		) then
			perform private.refuse('event_evaluated', 'event_id');
		end if;
	end if;
	if jsonb_typeof(new.tallies) <> 'array' then
		perform private.refuse('not_valid', 'tallies');
	end if;
	-- Apart from the above: only a list has elements.
	if jsonb_array_length(new.tallies) > 100
		or exists (select from jsonb_array_elements(new.tallies) as line where not private.is_tally(line))
	then
		perform private.refuse('not_valid', 'tallies');
	end if;
	if exists (
		select from private.tally_lines(new.tallies)
		group by characteristic, case when characteristic = 'community' then code end
		having sum(people) > new.attended
	) then
		perform private.refuse('more_than_people', 'tallies');
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_event_evaluation before insert or update on public.event_evaluations
for each row execute function private.check_event_evaluation();

select private.keep_in_sync('public.event_evaluations');
select private.keep_attachments('public.event_evaluations');

create policy "officers, managers and admins evaluate events" on public.event_evaluations for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "officers, managers and admins change evaluations" on public.event_evaluations
for update to authenticated
using (council_id in (select private.my_councils('officer', 'manager', 'admin')));

-- An event that is deleted takes its evaluation along.
create function private.take_evaluation_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.event_evaluations
	set deleted_at = new.deleted_at
	where council_id = new.council_id and event_id = new.id and deleted_at is null;
	return null;
end
$$;
create trigger take_evaluation_along after update on public.community_events
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_evaluation_along();
