-- sync_pull: everything in the caller's scopes that the device has not seen, a page at a time.
--
-- A cursor is a place among transactions, never a time or a sequence: those are handed out before a transaction
-- commits, so whatever commits late would be skipped for ever. The horizon of a snapshot (its xmin) is the oldest
-- transaction that was still running: whatever the snapshot could not see has a number from there on. So every
-- walk ends at the horizon that its first page saw, and the next one begins there. Some rows come twice; devices
-- apply by row_version, and repeats are harmless.

-- A cursor, read. Between walks a device holds the horizon alone; in a walk also where it stands. Opaque to devices:
-- '<horizon>' or '<horizon>/<direction>/<xid>/<id>'.
create type private.pull_cursor as (horizon xid8, direction text, xid xid8, id uuid);

-- The cursor that a device sent; a walk that it begins will end at `horizon`. Without a cursor the walk is the device's
-- first, and goes from the newest row to the oldest.
create function private.read_cursor(sent text, horizon xid8) returns private.pull_cursor
language plpgsql immutable set search_path = ''
as $$
declare
	parts constant text[] := string_to_array(sent, '/');
begin
	if coalesce(sent, '') = '' then
		return row(
			horizon, 'descending', '18446744073709551615', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
		)::private.pull_cursor;
	elsif sent ~ '^\d{1,19}$' then
		return row(horizon, 'ascending', sent, '00000000-0000-0000-0000-000000000000')::private.pull_cursor;
	elsif sent ~ '^\d{1,19}/(a|de)scending/\d{1,19}/[0-9a-f-]{36}$' then
		return row(parts[1], parts[2], parts[3], parts[4])::private.pull_cursor;
	end if;
	raise exception using errcode = '22023', message = 'This is not a cursor that sync_pull gave: ' || sent;
end
$$;

-- Whether a cursor can no longer be trusted: tombstones that it has not seen were purged, or it is ahead of this
-- database's own count, and so from before a restore.
create function private.is_stale(sent text, purged xid8, next_xid xid8) returns boolean
language sql immutable set search_path = ''
as $$
	select seen < purged or seen > next_xid
	from (
		select case direction when 'ascending' then xid else horizon end as seen
		from private.read_cursor(sent, next_xid)
	) as place
$$;

create function private.sort_order(direction text) returns text
language sql immutable set search_path = ''
as $$ select case direction when 'descending' then 'desc' else 'asc' end $$;

-- SQL for the part of a page that one table has.
create function private.branch_query(direction text, from_table text, id_column text, change text, further text) returns text
language sql immutable set search_path = ''
as $$
	select format(
		$query$ (
			select xid, %2$I as id, %3$s as change
			from public.%1$I
			where scope = $1 and (xid, %2$I) %4$s ($2, $3) and %5$s
			order by xid %6$s, %2$I %6$s
			fetch first ($4) rows with ties
		) $query$,
		from_table, id_column, change,
		case direction when 'descending' then '<' else '>' end,
		further,
		private.sort_order(direction)
	)
$$;

-- SQL for a page of one scope: $1 scope, $2 xid and $3 id that it begins after, $4 rows. Every table is read along its
-- index and no further than the page needs, so that a page costs the same however many rows there are.
--
-- A first walk needs neither tombstones nor exits: there is nothing on the device to take away.
-- What one transaction did to one id (a row and its exit) is never parted, so that (xid, id) says where a page ended;
-- a page may be a row longer for it.
create function private.page_query(direction text) returns text
language sql stable set search_path = ''
as $$
	select format(
		$query$
			select jsonb_agg(change) as changes, count(*) as number,
				(array_agg(xid))[count(*)::integer] as last_xid, (array_agg(id))[count(*)::integer] as last_id
			from (
				select xid, id, change
				from (%1$s) as everything
				order by xid %2$s, id %2$s
				fetch first ($4) rows with ties
			) as page
		$query$,
		string_agg(source, ' union all '),
		private.sort_order(direction)
	)
	from (
		select private.branch_query(
			direction,
			table_name,
			'id',
			format(
				$change$
					jsonb_build_object(
						'table', %1$L,
						'row', case
							when deleted_at is null then to_jsonb(%1$I) - 'xid'
							else private.tombstone(to_jsonb(%1$I))
						end
					)
				$change$,
				table_name
			),
			case direction when 'descending' then 'deleted_at is null' else 'true' end
		) as source
		from private.synced_tables
		union all
		select private.branch_query(
			direction,
			'sync_exits',
			'row_id',
			$change$
				jsonb_build_object('table', table_name, 'id', row_id, 'exit', true, 'row_version', row_version)
			$change$,
			'true'
		)
		where direction = 'ascending'
	) as branches
$$;

-- How many rows a first walk of a scope will bring, for the progress bar.
create function private.count_of_scope(scope text) returns bigint
language plpgsql stable set search_path = ''
as $$
declare
	total bigint;
begin
	execute (
		select 'select ' || string_agg(
			format('(select count(*) from public.%I where scope = $1 and deleted_at is null)', table_name),
			' + '
		)
		from private.synced_tables
	)
	into total
	using scope;
	return total;
end
$$;

-- Stable: one snapshot for the horizon and for every row, of every table.
create function public.sync_pull(epoch text, cursors jsonb, page_size integer default 1000) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
declare
	horizon constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
	next_xid constant xid8 := pg_snapshot_xmax(pg_current_snapshot());
	current_epoch public.sync_epoch;
	held jsonb := coalesce(cursors, '{}');
	reset boolean;
	room integer := greatest(1, least(coalesce(page_size, 1000), 5000));
	scopes jsonb := '{}';
	its_scope text;
	sent text;
	place private.pull_cursor;
	page record;
	full_page boolean;
	answer jsonb;
begin
	if jsonb_typeof(held) <> 'object' then
		raise exception using errcode = '22023', message = 'cursors must be an object: scope -> cursor';
	end if;
	select * into strict current_epoch from public.sync_epoch;
	-- A device that has never synced names no epoch and holds no cursors.
	reset := (coalesce(epoch, '') <> current_epoch.id::text and (epoch <> '' or held <> '{}') is true)
		or exists (
			select from private.my_scopes() as name
			where held ->> name <> '' and private.is_stale(held ->> name, current_epoch.purged_xid, next_xid)
		);
	if reset then
		held := '{}';
	end if;

	-- The caller's own roles first: they say what the rest is for.
	for its_scope in select name from private.my_scopes() as name order by name like 'user:%' desc, name loop
		sent := coalesce(held ->> its_scope, '');
		if room <= 0 then
			answer := jsonb_build_object('changes', '[]'::jsonb, 'cursor', sent, 'more', true);
		else
			place := private.read_cursor(sent, horizon);
			execute private.page_query(place.direction) into page using its_scope, place.xid, place.id, room;
			full_page := page.number >= room;
			room := room - page.number;
			answer := jsonb_build_object(
				'changes', coalesce(page.changes, '[]'),
				'cursor', case
					when full_page then concat_ws('/', place.horizon, place.direction, page.last_xid, page.last_id)
					else place.horizon::text
				end,
				-- A walk of several pages has not seen what was committed behind its back; one more turn brings that.
				'more', full_page or place.horizon < horizon or sent like '%/descending/%'
			);
		end if;
		-- A scope is counted when the device first hears of it, whether or not its turn has come: devices add the totals up.
		if not held ? its_scope then
			answer := answer || jsonb_build_object('total', private.count_of_scope(its_scope));
		end if;
		scopes := scopes || jsonb_build_object(its_scope, answer);
	end loop;

	return jsonb_build_object('epoch', current_epoch.id, 'reset', reset, 'server_time', now(), 'scopes', scopes);
end
$$;
