-- The door count of an event: one row for each phone and group. A phone adds up its own taps, and the count is the sum of
-- all rows: nothing is counted twice and nothing lost, whoever sends when (ADR 0014).

set lock_timeout = '5s';

create table public.event_counts (
	like private.synced including all,
	event_id uuid not null,
	client text not null
		constraint event_counts_client_required check (client <> '')
		constraint event_counts_client_too_long check (char_length(client) <= 100),
	of jsonb not null default '{}',
	count integer not null
		constraint event_counts_count_out_of_range check (count between 0 and 100000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, event_id) references public.community_events (council_id, id)
);
comment on column public.event_counts.client is 'The app on one phone: who counted, as far as adding up needs it.';
comment on column public.event_counts.of is 'Whom it counts: answers as in tallies; {} for people who were not asked.';
comment on column public.event_counts.count is 'People whom this phone counted.';
create index event_counts_event_id_idx on public.event_counts (council_id, event_id);

-- A count is of an event that is there, and of a group that may be counted. Who counted whom where does not change.
create function private.check_event_count() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	perform private.check_listed(new.council_id, array[new.event_id], '{}', 'public.community_events', 'event_id');
	if jsonb_typeof(new.of) <> 'object'
		or new.of <> '{}' and not private.is_tally(jsonb_build_object('of', new.of, 'count', 1))
	then
		perform private.refuse('not_valid', 'of');
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_event_count before insert on public.event_counts
for each row execute function private.check_event_count();

select private.keep_in_sync('public.event_counts');

create policy "officers, managers and admins count at the door" on public.event_counts for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "whoever counted goes on counting" on public.event_counts for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'manager', 'admin'))
);

-- An event that is deleted takes its counts along.
create function private.take_counts_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.event_counts
	set deleted_at = new.deleted_at
	where council_id = new.council_id and event_id = new.id and deleted_at is null;
	return null;
end
$$;
create trigger take_counts_along after update on public.community_events
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_counts_along();
