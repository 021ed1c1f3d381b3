-- From which size on a number may be shown: the council decides, within limits.

set lock_timeout = '5s';

-- A server has a handful of councils: checking them takes no time.
alter table public.councils
	add column screen_threshold integer not null default 5
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_screen_threshold_out_of_range check (screen_threshold between 3 and 20),
	add column export_threshold integer not null default 10
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_export_threshold_out_of_range check (export_threshold between screen_threshold and 20);
comment on column public.councils.screen_threshold is
'The smallest number of contacts or people that those see on a screen who may not see the records.';
comment on column public.councils.export_threshold is
'The smallest number of contacts or people that leaves the council in a file or a report, whoever asks.';

-- The smallest number that may be shown: on a "screen" to whoever may not see the records, or in an "export".
create function private.threshold_of(council uuid, purpose text) returns integer
language sql stable set search_path = ''
as $$
	select case purpose when 'export' then export_threshold else screen_threshold end
	from public.councils
	where id = council
$$;

-- Whether the caller sees every figure as it is, on a screen: those who may see the records do.
create function private.sees_exact(council uuid) returns boolean
language sql stable set search_path = ''
as $$ select council in (select private.my_councils('manager', 'admin')) $$;
