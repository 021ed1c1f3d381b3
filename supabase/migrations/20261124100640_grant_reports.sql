-- Reports on grants: what a group owes the council by when, and what it told of. The database makes them from the award.

create type public.grant_report_kind as enum ('interim', 'final');

create table public.grant_reports (
	like private.synced including all,
	grant_id uuid not null,
	kind public.grant_report_kind not null,
	-- Phones show dates of four-digit years only.
	due_on date not null
		constraint grant_reports_due_on_out_of_range check (due_on between '1900-01-01' and '2250-12-31'),
	received_on date
		constraint grant_reports_received_on_out_of_range check (received_on between '1900-01-01' and '2200-12-31'),
	people_count integer
		constraint grant_reports_people_count_out_of_range check (people_count between 0 and 100000),
	tallies jsonb not null default '[]',
	outcome text not null default ''
		constraint grant_reports_outcome_too_long check (char_length(outcome) <= 10000),
	spent_pence integer
		constraint grant_reports_spent_pence_out_of_range check (spent_pence between 0 and 1000000000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, grant_id) references public.grants (council_id, id)
);
comment on column public.grant_reports.received_on is 'Null until it has come.';
comment on column public.grant_reports.people_count is 'People who took part, as the group tells it.';
comment on column public.grant_reports.tallies is 'Who took part, by group: as in the tallies of logs.';
comment on column public.grant_reports.outcome is 'What the grant has changed so far; no names.';
comment on column public.grant_reports.spent_pence is 'What of the grant the group has spent.';
create index grant_reports_grant_id_idx on public.grant_reports (council_id, grant_id, due_on);

insert into private.merge_rules (table_name, column_name, rule)
values ('grant_reports', 'spent_pence', 'ask'), ('grant_reports', 'outcome', 'text');

insert into private.sentences (code, sentence)
values ('report_outcome_needed', 'Say what the grant has changed so far: that is what the report is for.');

-- A report that has come says what came of the grant. An edit answers only for what it changes.
create function private.check_grant_report() returns trigger
language plpgsql set search_path = ''
as $$
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_grant_councils())
	then
		return new;
	end if;
	-- A phone's clock may be a day wrong.
	if (tg_op = 'INSERT' or new.received_on is distinct from old.received_on)
		and new.received_on > (now() at time zone 'Europe/London')::date + 1
	then
		perform private.refuse('date_in_future', 'received_on');
	elsif new.received_on is not null and new.outcome = '' then
		perform private.refuse('report_outcome_needed', 'outcome');
	end if;
	return new;
end
$$;

-- All fire before the stamp (triggers fire by name).
create trigger check_grant_of_record before insert on public.grant_reports
for each row execute function private.check_grant_of_record();
create trigger check_grant_report before insert or update on public.grant_reports
for each row execute function private.check_grant_report();
create trigger check_tallies before insert or update of tallies, people_count on public.grant_reports
for each row execute function private.check_tallies();

select private.keep_in_sync('public.grant_reports');

create policy "who handles grants adds reports" on public.grant_reports for insert to authenticated
with check (council_id in (select private.my_grant_councils()));
create policy "who handles grants changes reports" on public.grant_reports for update to authenticated
using (council_id in (select private.my_grant_councils()));

create trigger begin_monitoring after insert or update of received_on on public.grant_reports
for each row when (new.received_on is not null)
execute function private.begin_monitoring();

-- The reports that an award asks for: one every six months while the grant runs, and the last when it ends, though not
-- sooner than six months after the award. In the two months before the last none is asked for but the first. Devices
-- reckon the same way (expected-reports.ts).
create function private.expected_reports(awarded_on date, ends_on date)
returns table (kind public.grant_report_kind, due_on date)
language sql immutable set search_path = ''
as $$
	select 'interim'::public.grant_report_kind, day
	from
		generate_series(1, 60) as half,
		lateral (select (awarded_on + half * interval '6 months')::date) as counted (day)
	where day < ends_on and (half = 1 or day + interval '2 months' <= ends_on)
	union all
	select 'final'::public.grant_report_kind, greatest(ends_on, (awarded_on + interval '6 months')::date)
$$;

-- Makes the reports of a grant that is awarded, and moves those that have not come when its days change. What a person
-- took away or made by hand stays so, unless it would be due after the last one. An import brings its own.
create function private.keep_expected_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	awards constant public.grant_status [] := array['awarded', 'monitored', 'closed'];
	was_awarded constant boolean := tg_op = 'UPDATE' and coalesce(old.status = any (awards), false);
begin
	if private.current_user_id() is null
		or was_awarded and new.status = any (awards)
			and new.awarded_on is not distinct from old.awarded_on and new.ends_on is not distinct from old.ends_on
	then
		return null;
	elsif was_awarded and new.status <> all (awards) then
		update public.grant_reports
		set deleted_at = now()
		where council_id = new.council_id and grant_id = new.id and received_on is null and deleted_at is null;
	elsif was_awarded then
		update public.grant_reports
		set due_on = expected.due_on
		from private.expected_reports(new.awarded_on, new.ends_on) as expected
		where council_id = new.council_id and grant_id = new.id and received_on is null and deleted_at is null
			and grant_reports.kind = 'final' and expected.kind = 'final';
		update public.grant_reports
		set deleted_at = now()
		where council_id = new.council_id and grant_id = new.id and received_on is null and deleted_at is null
			and kind = 'interim' and due_on >= new.ends_on;
	end if;
	if new.status = any (awards) then
		insert into public.grant_reports (council_id, grant_id, kind, due_on)
		select new.council_id, new.id, expected.kind, expected.due_on
		from private.expected_reports(new.awarded_on, new.ends_on) as expected
		where not exists (
			select from public.grant_reports as there
			where there.council_id = new.council_id and there.grant_id = new.id and there.kind = expected.kind
				and (there.due_on = expected.due_on or there.kind = 'final')
				and (was_awarded or there.deleted_at is null)
		);
	end if;
	return null;
end
$$;
create trigger keep_expected_reports after insert or update of status, awarded_on, ends_on on public.grants
for each row execute function private.keep_expected_reports();
