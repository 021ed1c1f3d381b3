-- Calendars that anybody with the address may subscribe to: the events of a locality that were published. The address holds
-- a secret of 192 bits; deleting the feed makes it worthless.

set lock_timeout = '5s';

create table public.calendar_feeds (
	like private.synced including all,
	locality_id uuid not null,
	token text not null
		constraint calendar_feeds_token_not_valid check (token ~ '^[A-Za-z0-9_-]{32}$'),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, locality_id) references public.localities (council_id, id)
);
comment on column public.calendar_feeds.token is 'What its address ends with: 24 random bytes, base64url.';
create index calendar_feeds_locality_id_idx on public.calendar_feeds (council_id, locality_id);
create unique index calendar_feeds_token_key on public.calendar_feeds (token);

select private.keep_in_sync('public.calendar_feeds');

create policy "managers and admins share calendars" on public.calendar_feeds for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins stop sharing calendars" on public.calendar_feeds for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));

-- What a calendar shows: {name, events}; null where nobody shares one at this address. Anybody may ask who has the address.
-- One that was cancelled before it was published is nobody's news.
create function public.read_calendar(token text) returns jsonb
language sql stable security definer set search_path = ''
as $$
	select jsonb_build_object(
		'name', council.name || ': ' || locality.name,
		'events', coalesce((
			select jsonb_agg(
				jsonb_build_object(
					'id', event.id,
					'title', event.title,
					'about', event.about,
					'status', event.status,
					'cancelled_reason', event.cancelled_reason,
					'starts_at', event.starts_at,
					'ends_at', event.ends_at,
					'updated_at', event.updated_at,
					'sequence', event.sequence,
					'where', coalesce(
						nullif(concat_ws(', ', place.name, nullif(place.address, ''), nullif(place.postcode, '')), ''),
						case when event.coverage = 'online' then 'Online' end,
						ward.name,
						''
					)
				)
				order by event.starts_at, event.id
			)
			from public.community_events as event
			left join public.places as place
				on place.council_id = event.council_id and place.id = event.place_id and place.deleted_at is null
			left join public.areas as ward
				on ward.council_id = event.council_id and ward.code = event.ward_code and ward.deleted_at is null
			where event.council_id = feed.council_id
				and event.deleted_at is null
				and event.starts_at > now() - interval '1 year'
				and (event.coverage <> 'ward' or ward.locality_id = feed.locality_id)
				and (
					event.status in ('published', 'delivered', 'evaluated')
					or event.status = 'cancelled' and exists (
						select from public.audit_log as entry
						where entry.row_id = event.id
							and entry.table_name = 'community_events'
							and 'published' in (entry.changes -> 'status' ->> 'from', entry.changes -> 'status' ->> 'to')
					)
				)
		), '[]')
	)
	from public.calendar_feeds as feed
	join public.councils as council on council.id = feed.council_id
	join public.localities as locality
		on locality.council_id = feed.council_id and locality.id = feed.locality_id and locality.deleted_at is null
	where feed.token = read_calendar.token and feed.deleted_at is null
$$;
