-- You said, we did: what people said, what came of it or why it cannot be, and whether they were told. It is reported back
-- in public, so nothing that was said in confidence is in it.

set lock_timeout = '5s';

create type public.feedback_outcome as enum ('did', 'cannot');
create type public.told_how as enum (
	'face_to_face', 'meeting', 'event', 'phone', 'email', 'letter_leaflet', 'newsletter', 'notice_board', 'website',
	'social_media', 'through_partner', 'councillor'
);

create table public.feedback_loops (
	like private.synced including all,
	said text not null
		constraint feedback_loops_said_required check (said <> '')
		constraint feedback_loops_said_too_long check (char_length(said) <= 2000),
	-- Phones show dates of four-digit years only.
	said_on date not null
		constraint feedback_loops_said_on_out_of_range check (said_on >= '0001-01-01'),
	log_id uuid,
	issue_id uuid,
	objective_id uuid,
	action_id uuid,
	ward_code text,
	outcome public.feedback_outcome,
	response text not null default ''
		constraint feedback_loops_response_too_long check (char_length(response) <= 2000),
	responded_on date
		constraint feedback_loops_responded_on_out_of_range check (responded_on >= '0001-01-01'),
	told_on date
		constraint feedback_loops_told_on_out_of_range check (told_on >= '0001-01-01'),
	told_how public.told_how [] not null default '{}'
		constraint feedback_loops_told_how_not_valid check (private.is_list(told_how)),
	told_note text not null default ''
		constraint feedback_loops_told_note_too_long check (char_length(told_note) <= 1000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, log_id) references public.engagement_logs (council_id, id),
	foreign key (council_id, issue_id) references public.issues (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id),
	foreign key (council_id, ward_code) references public.areas (council_id, code)
);
comment on column public.feedback_loops.said is 'What people said, in words that may be published.';
comment on column public.feedback_loops.log_id is 'The contact in which they said it.';
comment on column public.feedback_loops.outcome is 'What came of it; null while nobody has answered.';
comment on column public.feedback_loops.response is 'What the council did, or why it cannot.';
comment on column public.feedback_loops.told_on is 'When the people who said it were told.';
create index feedback_loops_log_id_idx on public.feedback_loops (council_id, log_id);
create index feedback_loops_issue_id_idx on public.feedback_loops (council_id, issue_id);
create index feedback_loops_objective_id_idx on public.feedback_loops (council_id, objective_id);
create index feedback_loops_action_id_idx on public.feedback_loops (council_id, action_id);
create index feedback_loops_ward_code_idx on public.feedback_loops (council_id, ward_code);

insert into private.merge_rules (table_name, column_name, rule)
values
	('feedback_loops', 'outcome', 'ask'),
	('feedback_loops', 'said', 'text'),
	('feedback_loops', 'response', 'text'),
	('feedback_loops', 'told_note', 'text');

insert into private.sentences (code, sentence)
values
	('said_in_confidence', 'This was said in confidence, so it is not reported back in public.'),
	('answer_needed', 'Say what was done, or why it cannot be, before people are told.');

-- What was said in a ward is for the ward's locality, which is held until the transaction ends; anything else is the
-- council's.
create function private.scope_of(record public.feedback_loops) returns text
language plpgsql set search_path = ''
as $$
declare
	locality uuid;
begin
	select locality_id into locality
	from public.areas
	where council_id = record.council_id and code = record.ward_code
	for share;
	return coalesce('locality:' || locality, 'council:' || record.council_id);
end
$$;

-- How it goes: said, then answered, then told. It hangs off a log or an issue that its author may read and that is not
-- restricted. Runs as whoever asks, so that row level security says what they may read; somebody who does not work on
-- logs learns nothing from it.
create function private.check_feedback() returns trigger
language plpgsql set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	person constant uuid := private.current_user_id();
	today constant date := now() at time zone 'Europe/London';
	in_confidence boolean;
	at_column text;
begin
	if person is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	if person is not null
		and new.ward_code is not null
		and (is_new or new.ward_code is distinct from old.ward_code)
		and new.council_id not in (select private.my_councils('manager', 'admin'))
	then
		perform private.check_ward(new.council_id, new.ward_code);
	end if;

	if new.issue_id is not null and (is_new or new.issue_id is distinct from old.issue_id) then
		select restricted into in_confidence
		from public.issues
		where council_id = new.council_id and id = new.issue_id and deleted_at is null;
		if in_confidence is null then
			perform private.refuse('unknown_reference', 'issue_id');
		elsif in_confidence then
			perform private.refuse('said_in_confidence', 'issue_id');
		end if;
	end if;
	if new.log_id is not null and (is_new or new.log_id is distinct from old.log_id) and exists (
		select from public.engagement_logs where council_id = new.council_id and id = new.log_id and restricted
	) then
		perform private.refuse('said_in_confidence', 'log_id');
	end if;

	if new.outcome is not null and new.response = '' then
		perform private.refuse('required', 'response');
	elsif new.outcome is null and new.told_on is not null then
		perform private.refuse('answer_needed', 'outcome');
	elsif new.told_on is not null and new.told_how = '{}' then
		perform private.refuse('required', 'told_how');
	end if;
	new.responded_on := case when new.outcome is not null then coalesce(new.responded_on, today) end;

	foreach at_column in array array['said_on', 'responded_on', 'told_on'] loop
		if (to_jsonb(new) ->> at_column)::date > today + 1 then
			perform private.refuse('date_in_future', at_column);
		end if;
	end loop;
	return new;
end
$$;

-- All fire before the stamp (triggers fire by name).
create trigger check_feedback before insert or update on public.feedback_loops
for each row execute function private.check_feedback();
create trigger check_log_of_record before insert or update on public.feedback_loops
for each row execute function private.check_log_of_record();
create trigger check_deletion before update on public.feedback_loops
for each row execute function private.check_deletion();

select private.keep_in_sync('public.feedback_loops');

create policy "officers keep what is said in their wards and city-wide" on public.feedback_loops
for insert to authenticated
with check (
	council_id in (select private.my_councils('officer'))
	and (ward_code is null or private.is_my_ward(council_id, ward_code))
);
create policy "managers and admins keep what is said anywhere" on public.feedback_loops for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
-- As with logs: what somebody may not read, they do not change.
create policy "officers, managers and admins answer and tell" on public.feedback_loops for update to authenticated
using (
	council_id in (select private.my_councils('officer', 'manager', 'admin'))
	and scope in (select private.my_scopes())
);

-- What was heard in a log or an issue that becomes restricted is no longer reported back.
create function private.take_feedback_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.feedback_loops
	set deleted_at = now()
	where deleted_at is null
		and council_id = new.council_id
		and case tg_table_name when 'issues' then issue_id else log_id end = new.id;
	return null;
end
$$;
create trigger take_feedback_along after update on public.engagement_logs
for each row when (new.restricted and not old.restricted) execute function private.take_feedback_along();
create trigger take_feedback_along after update on public.issues
for each row when (new.restricted and not old.restricted) execute function private.take_feedback_along();

create trigger move_feedback_of_ward after update of locality_id on public.areas
for each row when (old.locality_id is distinct from new.locality_id)
execute function private.move_records_of_ward('feedback_loops');
