-- What the phone and the server tell each other by, besides the records themselves.

-- What changes replaced: who (created_by), when (created_at), from what to what. Written by triggers alone.
create table public.audit_log (
	like private.synced including all,
	table_name text not null,
	row_id uuid not null,
	version bigint not null,
	changes jsonb not null,
	foreign key (council_id) references public.councils (id)
);
comment on column public.audit_log.version is 'The row_version that the change made.';
comment on column public.audit_log.changes is 'Column -> {from, to}.';
create unique index audit_log_change_key on public.audit_log (row_id, version, table_name);

-- History is for whoever has the row; write_history and leave_exit see to it.
create function private.scope_of(record public.audit_log) returns text
language sql immutable set search_path = ''
as $$ select record.scope $$;

select private.keep_in_sync('public.audit_log');

-- Rows that left a scope.
create table public.sync_exits (
	table_name text not null,
	row_id uuid not null,
	council_id uuid not null references public.councils (id),
	scope text not null,
	row_version bigint not null,
	xid xid8 not null,
	created_at timestamptz not null default now(),
	primary key (row_id, row_version, table_name)
);
comment on column public.sync_exits.scope is 'The scope that it left.';
comment on column public.sync_exits.row_version is 'The row_version that it has in its new scope.';
create index sync_exits_scope_xid_idx on public.sync_exits (scope, xid, row_id);
create index sync_exits_council_id_idx on public.sync_exits (council_id);
alter table public.sync_exits enable row level security;
create policy "people read what left their scopes" on public.sync_exits for select to authenticated
using (scope in (select private.my_scopes()));

-- The verdict on every mutation, stored with its effect, so that a retry gets the verdict and never a second effect.
create table public.sync_mutations (
	user_id uuid not null default private.current_user_id(),
	client_id uuid not null,
	mid bigint not null,
	verdict jsonb not null,
	created_at timestamptz not null default now(),
	primary key (user_id, client_id, mid)
);
comment on column public.sync_mutations.client_id is 'One device of one person.';
comment on column public.sync_mutations.mid is 'The device''s own number for the change.';
alter table public.sync_mutations enable row level security;
create policy "people read their own verdicts" on public.sync_mutations for select to authenticated
using (user_id = private.current_user_id());
create policy "people store their own verdicts" on public.sync_mutations for insert to authenticated
with check (user_id = private.current_user_id());

-- Which database this is. Transaction numbers mean nothing in another one, so another id makes devices start anew.
create table public.sync_epoch (
	id uuid not null default gen_random_uuid(),
	purged_xid xid8 not null default '0',
	only_row boolean primary key default true check (only_row)
);
comment on column public.sync_epoch.purged_xid is 'Below this, tombstones and exits are gone: cursors that old start anew.';
alter table public.sync_epoch enable row level security;
create policy "everyone signed in reads the epoch" on public.sync_epoch for select to authenticated
using (true);
insert into public.sync_epoch default values;
