-- Keeping devices and server in step over the years: a digest to compare, purging, and starting anew.

-- What a device should hold: for each scope the number of live rows and a digest over them. A device works out the same
-- with 32-bit arithmetic: for each row the first eight hexadecimal digits of its id as a number, plus
-- row_version * 2654435761 (Knuth's multiplicative hash), modulo 2^32; and the exclusive or of all rows. No rows: 0.
create function public.sync_digest() returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
declare
	digests jsonb;
begin
	execute (
		select format(
			$query$
				select coalesce(jsonb_object_agg(name, digest), '{}')
				from (
					select name, jsonb_build_object(
						'count', count(id),
						'digest', coalesce(bit_xor((
							('x' || left(id::text, 8))::bit(32)::bigint + row_version * 2654435761
						) %% 4294967296), 0)
					) as digest
					from private.my_scopes() as name
					left join (%s) as live on live.scope = name
					group by name
				) as scopes
			$query$,
			string_agg(
				format('select scope, id, row_version from public.%I where deleted_at is null', table_name),
				' union all '
			)
		)
		from private.synced_tables
	)
	into digests;
	return digests;
end
$$;

-- Forgets for good what was deleted, left a scope or was settled longer ago than `older_than`. Devices that have not
-- synced since then start anew. A deleted record that another one still names stays until that one is purged too; a
-- purged record takes its history along. Returns how much of each was forgotten.
create function private.purge(older_than interval) returns jsonb
language plpgsql set search_path = ''
as $$
declare
	before constant timestamptz := now() - older_than;
	name text;
	purged_here integer;
	newest xid8;
	newest_purged xid8 := '0';
	tombstones integer := 0;
	exits integer;
	verdicts integer;
begin
	for name in
		select table_name from private.synced_tables where table_name <> 'audit_log' order by table_name desc
	loop
		execute format('select * from private.purge_table(%L, $1)', name) into purged_here, newest using before;
		tombstones := tombstones + purged_here;
		newest_purged := greatest(newest_purged, newest);
	end loop;

	with gone as (delete from public.sync_exits where created_at < before returning xid)
	select count(*), (array_agg(xid order by xid desc))[1] into exits, newest from gone;
	newest_purged := greatest(newest_purged, newest);

	with gone as (delete from public.sync_mutations where created_at < before returning 1)
	select count(*) into verdicts from gone;

	if newest_purged > '0' then
		update public.sync_epoch set purged_xid = greatest(purged_xid, private.xid_after(newest_purged));
	end if;
	return jsonb_build_object('tombstones', tombstones, 'exits', exits, 'verdicts', verdicts);
end
$$;

-- Purges one table's tombstones, each by itself; returns how many, and the newest transaction among them. Their history
-- was deleted in the same transaction or before, so what a device must have seen of one it must have of the other.
create function private.purge_table(name text, before timestamptz) returns table (purged integer, newest xid8)
language plpgsql set search_path = ''
as $$
declare
	tombstone record;
begin
	purged := 0;
	newest := '0';
	for tombstone in execute format('select id, xid from public.%I where deleted_at < $1', name) using before loop
		begin
			execute format('delete from public.%I where id = $1', name) using tombstone.id;
			delete from public.audit_log where table_name = name and row_id = tombstone.id;
			purged := purged + 1;
			newest := greatest(newest, tombstone.xid);
		exception
			when foreign_key_violation then
				null; -- Something names it still.
		end;
	end loop;
	return next;
end
$$;

create function private.xid_after(xid xid8) returns xid8
language sql immutable set search_path = ''
as $$ select (xid::text::numeric + 1)::text::xid8 $$;

-- After this database was restored from a backup, on this server or another: devices start anew, and rows whose
-- transaction numbers come from elsewhere are numbered by this server's count.
create function private.restart_sync() returns uuid
language plpgsql set search_path = ''
as $$
declare
	name text;
	epoch uuid;
begin
	for name in select table_name from private.synced_tables loop
		execute format('alter table public.%I disable trigger user', name);
		execute format('update public.%I set xid = pg_current_xact_id()', name);
		execute format('alter table public.%I enable trigger user', name);
	end loop;
	delete from public.sync_exits;
	update public.sync_epoch set id = gen_random_uuid(), purged_xid = '0' returning id into epoch;
	return epoch;
end
$$;
