-- Panel snapshots: who belonged to a citizens' or residents' panel on a day, by group. Counts alone, as in engagement logs:
-- how far a panel is like the people of the area is worked out from them.

set lock_timeout = '5s';

create table public.panel_snapshots (
	like private.synced including all,
	title text not null
		constraint panel_snapshots_title_required check (title <> '')
		constraint panel_snapshots_title_too_long check (char_length(title) <= 200),
	taken_on date not null
		constraint panel_snapshots_taken_on_out_of_range check (taken_on between '1900-01-01' and '2200-12-31'),
	people_count integer not null
		constraint panel_snapshots_people_count_out_of_range check (people_count between 1 and 100000),
	tallies jsonb not null default '[]',
	note text not null default ''
		constraint panel_snapshots_note_too_long check (char_length(note) <= 2000),
	foreign key (council_id) references public.councils (id)
);
comment on column public.panel_snapshots.people_count is 'How many belong to it.';
comment on column public.panel_snapshots.tallies is 'Who they are, by group, as in engagement logs.';
comment on column public.panel_snapshots.note is 'Where the counts come from.';

insert into private.merge_rules (table_name, column_name, rule) values ('panel_snapshots', 'note', 'text');

-- Nobody counts a panel of a day that has not come.
create function private.check_panel_snapshot() returns trigger
language plpgsql set search_path = ''
as $$
declare
	today constant date := now() at time zone 'Europe/London';
begin
	-- A phone's clock may be a day wrong. A stranger learns nothing from rules: row level security answers.
	if new.taken_on > today + 1
		and (tg_op = 'INSERT' or new.taken_on <> old.taken_on)
		and (
			private.current_user_id() is null
			or new.council_id in (select private.my_councils('manager', 'admin'))
		)
	then
		perform private.refuse('date_in_future', 'taken_on');
	end if;
	return new;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_panel_snapshot before insert or update on public.panel_snapshots
for each row execute function private.check_panel_snapshot();
create trigger check_tallies before insert or update of tallies, people_count on public.panel_snapshots
for each row execute function private.check_tallies();

select private.keep_in_sync('public.panel_snapshots');

create policy "managers and admins add panel snapshots" on public.panel_snapshots for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins change panel snapshots" on public.panel_snapshots for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
