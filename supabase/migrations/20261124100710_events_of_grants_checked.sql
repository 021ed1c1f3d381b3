-- Apart from its addition, so that nobody waits while it is checked.

set lock_timeout = '5s';

alter table public.community_events validate constraint community_events_grant_id_fkey;
