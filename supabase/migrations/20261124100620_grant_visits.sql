-- Monitoring visits: what an officer found at the group that was given a grant. Made on a phone, where the group meets.

create type public.grant_progress as enum ('yes', 'partly', 'no');

create table public.grant_visits (
	like private.synced including all,
	grant_id uuid not null,
	-- Phones show dates of four-digit years only.
	visited_on date not null
		constraint grant_visits_visited_on_out_of_range check (visited_on between '1900-01-01' and '2200-12-31'),
	attended integer
		constraint grant_visits_attended_out_of_range check (attended between 0 and 100000),
	on_track public.grant_progress not null,
	risks text not null default ''
		constraint grant_visits_risks_too_long check (char_length(risks) <= 10000),
	heard text not null default ''
		constraint grant_visits_heard_too_long check (char_length(heard) <= 10000),
	quote text not null default ''
		constraint grant_visits_quote_too_long check (char_length(quote) <= 2000),
	quote_consent boolean not null default false,
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, grant_id) references public.grants (council_id, id)
);
comment on column public.grant_visits.attended is 'People who were there; null where nobody counted.';
comment on column public.grant_visits.on_track is 'Whether what the grant is for happens as it was agreed.';
comment on column public.grant_visits.risks is 'What could go wrong, and what was agreed about it.';
comment on column public.grant_visits.heard is 'What was heard and seen; no names.';
comment on column public.grant_visits.quote is 'What somebody said, in their words; only with their consent.';
create index grant_visits_grant_id_idx on public.grant_visits (council_id, grant_id, visited_on);

insert into private.merge_rules (table_name, column_name, rule)
values ('grant_visits', 'risks', 'text'), ('grant_visits', 'heard', 'text'), ('grant_visits', 'quote', 'text');

insert into private.sentences (code, sentence)
values
	('grant_not_awarded', 'This grant has not been awarded. Visits and reports come after the award.'),
	('quote_consent_needed', 'Keep their words only if they agreed to that. Tick that they did, or take the words out.');

-- What hangs off a grant hangs off one that is there and was awarded. An edit does not ask again.
create function private.check_grant_of_record() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	grant_status public.grant_status;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	select status into grant_status
	from public.grants
	where council_id = new.council_id and id = new.grant_id and deleted_at is null;
	if grant_status is null then
		perform private.refuse('unknown_reference', 'grant_id');
	elsif grant_status not in ('awarded', 'monitored', 'closed') then
		perform private.refuse('grant_not_awarded', 'grant_id');
	end if;
	return new;
end
$$;

create function private.check_grant_visit() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	-- A phone's clock may be a day wrong.
	if (tg_op = 'INSERT' or new.visited_on <> old.visited_on)
		and new.visited_on > (now() at time zone 'Europe/London')::date + 1
	then
		perform private.refuse('date_in_future', 'visited_on');
	elsif new.quote <> '' and not new.quote_consent then
		perform private.refuse('quote_consent_needed', 'quote_consent');
	end if;
	return new;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_grant_of_record before insert on public.grant_visits
for each row execute function private.check_grant_of_record();
create trigger check_grant_visit before insert or update on public.grant_visits
for each row execute function private.check_grant_visit();

select private.keep_in_sync('public.grant_visits');
select private.keep_attachments('public.grant_visits');

create policy "officers, managers and admins visit grants" on public.grant_visits for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "who handles grants changes visits" on public.grant_visits for update to authenticated
using (council_id in (select private.my_grant_councils()));
create policy "whoever made a visit changes it" on public.grant_visits for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'manager', 'admin'))
);

-- With the first visit or report the monitoring of a grant has begun, whoever made it.
create function private.begin_monitoring() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.grants
	set status = 'monitored'
	where council_id = new.council_id and id = new.grant_id and status = 'awarded' and deleted_at is null;
	return null;
end
$$;
create trigger begin_monitoring after insert on public.grant_visits
for each row execute function private.begin_monitoring();
