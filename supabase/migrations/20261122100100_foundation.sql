-- Foundation: what every record has in common.
--
-- A record's own columns are its migration's business. Who made it, in which version, for whose devices and when:
-- that is the same for all, and this file says it once. `private` is never exposed by the API.

create schema private;

-- The person who is asking, from the token that the API has checked; null for the owner's own SQL.
create function private.current_user_id() returns uuid
language sql stable set search_path = ''
as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.sub', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
	)::uuid
$$;

-- The columns of every synced table: `create table public.x (like private.synced including all, ...)`.
create table private.synced (
	id uuid primary key default gen_random_uuid()
		-- Cursors stand on it: every id comes after it.
		constraint id_not_valid check (id <> '00000000-0000-0000-0000-000000000000'),
	council_id uuid not null,
	scope text not null default '',
	row_version bigint not null default 1,
	field_versions jsonb not null default '{}',
	xid xid8 not null default pg_current_xact_id(),
	created_by uuid,
	created_at timestamptz not null default now(),
	updated_by uuid,
	updated_at timestamptz not null default now(),
	deleted_at timestamptz,
	-- What foreign keys refer to, so that no record can point into another council.
	unique (council_id, id)
);
-- What sync_pull walks.
create index on private.synced (scope, xid, id);

comment on column private.synced.id is 'Made by the device, so that a record exists before the server hears of it.';
comment on column private.synced.scope is 'Who may hold the row on a device: council:<id>, locality:<id> or user:<id>.';
comment on column private.synced.row_version is 'Counts the changes of the row; the first is 1.';
comment on column private.synced.field_versions is 'Column -> row_version at its last change.';
comment on column private.synced.xid is 'The transaction that wrote it: what sync cursors walk along.';
comment on column private.synced.deleted_at is 'A tombstone: devices hear of it, and it is purged later.';

-- The shared columns by name; nobody but the stamp writes them.
create function private.shared_columns() returns text[]
language sql immutable set search_path = ''
as $$
	select array[
		'id', 'council_id', 'scope', 'row_version', 'field_versions', 'xid',
		'created_by', 'created_at', 'updated_by', 'updated_at', 'deleted_at'
	]
$$;

-- Which tables devices hold. keep_in_sync() fills it.
create table private.synced_tables (table_name text primary key);

-- How two people's changes of one column are settled. Not listed: the last arrival stays, and its sender is told.
create table private.merge_rules (
	table_name text not null,
	column_name text not null,
	-- text: the device merges it sentence by sentence; ask: a person decides.
	rule text not null check (rule in ('text', 'ask')),
	primary key (table_name, column_name)
);

-- The scope of a record. Most belong to the whole council; other tables bring their own overload of this function.
create function private.scope_of(record anyelement) returns text
language sql stable set search_path = ''
as $$ select 'council:' || (to_jsonb(record) ->> 'council_id') $$;

-- Whether an array column is the plain list that a device sends: one dimension, nothing missing in it.
create function private.is_list(list anyarray) returns boolean
language sql immutable set search_path = ''
as $$
	select case when array_ndims(list) > 1 then false else array_position(list, null) is null end
$$;

-- Refuses a change for a reason that devices know by its code; sync_push gives it a sentence.
create function private.refuse(code text, at_column text default '') returns void
language plpgsql immutable set search_path = ''
as $$
begin
	raise exception using errcode = 'CG001', message = code, column = at_column;
end
$$;

-- Stamps every insert and update, whoever writes: the app, an import or SQL.
create function private.stamp() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	changed text[];
begin
	if tg_op = 'INSERT' then
		-- Without a person it is an import, which may say who made the record and when.
		if person is not null then
			new.created_by := person;
			new.created_at := now();
		end if;
		new.updated_by := new.created_by;
		new.updated_at := new.created_at;
		new.row_version := 1;
		new.field_versions := (
			select jsonb_object_agg(name, 1)
			from jsonb_object_keys(to_jsonb(new) - private.shared_columns()) as name
		);
		new.xid := pg_current_xact_id();
		execute 'select private.scope_of($1)' into new.scope using new;
		return new;
	end if;

	new.id := old.id;
	new.council_id := old.council_id;
	new.created_by := old.created_by;
	new.created_at := old.created_at;
	new.updated_by := old.updated_by;
	new.updated_at := old.updated_at;
	if old.deleted_at is null and new.deleted_at is not null then
		new.deleted_at := now();
	end if;
	execute 'select private.scope_of($1)' into new.scope using new;
	changed := private.changed_columns(to_jsonb(old), to_jsonb(new));

	if changed = '{}' and new.scope = old.scope then
		return old;
	end if;
	-- A ward that moves to another locality takes its records along; nobody has edited them.
	if changed <> '{}' then
		new.updated_by := person;
		new.updated_at := now();
	end if;
	new.row_version := old.row_version + 1;
	new.field_versions := old.field_versions || (
		select coalesce(jsonb_object_agg(name, new.row_version), '{}')
		from unnest(changed) as name
		where name <> 'deleted_at'
	);
	new.xid := pg_current_xact_id();
	return new;
end
$$;

-- A deleted row as devices get it: the shared columns alone, nothing of what was written in it.
create function private.tombstone(record jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
	select jsonb_object_agg(key, value) || '{"field_versions": {}}'
	from jsonb_each(record - 'xid')
	where key = any (private.shared_columns())
$$;

-- The columns that differ between two states of a row: its own, and deleted_at.
create function private.changed_columns(before jsonb, after jsonb) returns text[]
language sql immutable set search_path = ''
as $$
	select coalesce(array_agg(key order by key), '{}')
	from jsonb_each(after - array_remove(private.shared_columns(), 'deleted_at'))
	where value is distinct from before -> key
$$;

-- Makes a table a synced one, once it has its columns: stamps, history, exits, pokes and row level security.
-- Columns in `not_in_history` are too large to be kept twice.
create function private.keep_in_sync(record_table regclass, variadic not_in_history text[] default '{}') returns void
language plpgsql set search_path = ''
as $$
declare
	skipped constant text := (select string_agg(quote_literal(name), ', ') from unnest(not_in_history) as name);
begin
	execute format(
		'create trigger stamp before insert or update on %s for each row execute function private.stamp()',
		record_table
	);
	execute format(
		'create trigger write_history after update on %s for each row
		when (old.row_version <> new.row_version) execute function private.write_history(%s)',
		record_table, skipped
	);
	execute format(
		'create trigger leave_exit after update on %s for each row
		when (old.scope <> new.scope) execute function private.leave_exit()',
		record_table
	);
	execute format(
		'create trigger poke_of_insert after insert on %s for each row execute function private.poke_scope()',
		record_table
	);
	execute format(
		'create trigger poke_of_update after update on %s for each row
		when (old.row_version <> new.row_version) execute function private.poke_scope()',
		record_table
	);
	execute format('alter table %s enable row level security', record_table);
	execute format(
		'create policy "people read what their scopes hold" on %s for select to authenticated
		using (scope in (select private.my_scopes()))',
		record_table
	);
	insert into private.synced_tables (table_name)
	select relname from pg_catalog.pg_class where oid = record_table;
end
$$;

-- Writes what a change replaced to the audit log. Inserts need no entry: the row is its own first state.
create function private.write_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	before constant jsonb := to_jsonb(old);
	after constant jsonb := to_jsonb(new);
	changes jsonb;
begin
	select jsonb_object_agg(
		name,
		case when name = any (tg_argv)
			then '{"from": null, "to": null}'
			else jsonb_build_object('from', before -> name, 'to', after -> name)
		end
	)
	into changes
	from unnest(private.changed_columns(before, after)) as name;

	if changes is not null and tg_table_name <> 'audit_log' then
		-- What was written in a deleted row is no longer for devices: its history leaves them with it. It stays here,
		-- until both are purged.
		if old.deleted_at is distinct from new.deleted_at then
			update public.audit_log set deleted_at = new.deleted_at
			where table_name = tg_table_name and row_id = new.id;
		end if;
		insert into public.audit_log (council_id, scope, table_name, row_id, version, changes, deleted_at)
		values (new.council_id, new.scope, tg_table_name, new.id, new.row_version, changes, new.deleted_at);
	end if;
	return null;
end
$$;

-- A row that leaves a scope leaves word there, so that devices that held it let go of it. Its history goes with it.
create function private.leave_exit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	insert into public.sync_exits (table_name, row_id, council_id, scope, row_version, xid)
	values (tg_table_name, old.id, old.council_id, old.scope, new.row_version, new.xid);

	update public.audit_log set scope = new.scope where table_name = tg_table_name and row_id = new.id;
	perform private.poke(old.scope);
	return null;
end
$$;

create function private.poke_scope() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.poke(new.scope);
	return null;
end
$$;

-- Tells the devices of a scope that something changed, where the database has Realtime: once per transaction, and
-- without saying what. A lost poke costs freshness only, so a failing one never fails the change that it tells of.
create function private.poke(scope text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
	poked constant text[] := coalesce(nullif(current_setting('private.poked', true), ''), '{}')::text[];
begin
	if scope = any (poked) then
		return;
	end if;
	perform set_config('private.poked', (poked || scope)::text, true);
	if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
		execute 'select realtime.send($1, $2, $3, true)' using '{}'::jsonb, 'changed', scope;
	end if;
exception
	when others then
		raise warning 'The devices of % could not be told: %', scope, sqlerrm;
end
$$;
