-- The steering group's packs: what was overdue, raised and decided when a meeting's papers were made, kept as it was then.

set lock_timeout = '5s';

create table public.steering_packs (
	like private.synced including all,
	network_id uuid not null,
	meeting_on date not null
		constraint steering_packs_meeting_on_out_of_range check (meeting_on between '1900-01-01' and '2200-12-31'),
	since date not null
		constraint steering_packs_since_out_of_range check (since between '1900-01-01' and '2200-12-31')
		constraint steering_packs_since_not_valid check (since <= meeting_on),
	made_on date not null
		constraint steering_packs_made_on_out_of_range check (made_on between '1900-01-01' and '2200-12-31'),
	content jsonb not null
		constraint steering_packs_content_not_valid check (jsonb_typeof(content) = 'object')
		constraint steering_packs_content_too_long check (octet_length(content::text) <= 500000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, network_id) references public.networks (council_id, id)
);
comment on column public.steering_packs.since is 'It has what came up since then.';
comment on column public.steering_packs.content is
'What it says, in words: a list of lines for each of its sections (src/lib/records/network/steering-pack.ts).';
create index steering_packs_network_id_idx on public.steering_packs (council_id, network_id, meeting_on);

-- Only a steering group has packs. A stranger learns nothing from rules: row level security answers.
create function private.check_steering_pack() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if (
			private.current_user_id() is null
			or new.council_id in (select private.my_councils('manager', 'admin'))
		)
		and not exists (
			select from public.networks
			where council_id = new.council_id and id = new.network_id and kind = 'steering_group' and deleted_at is null
		)
	then
		perform private.refuse('unknown_reference', 'network_id');
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_steering_pack before insert on public.steering_packs
for each row execute function private.check_steering_pack();

select private.keep_in_sync('public.steering_packs');

create policy "managers and admins keep steering packs" on public.steering_packs for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins take steering packs away" on public.steering_packs for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
