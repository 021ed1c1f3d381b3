-- An event may be part of what a grant pays for. Apart from both, so that neither waits for the other.

set lock_timeout = '5s';

create index community_events_grant_id_idx on public.community_events (council_id, grant_id);
alter table public.community_events
add constraint community_events_grant_id_fkey
foreign key (council_id, grant_id) references public.grants (council_id, id) not valid;
