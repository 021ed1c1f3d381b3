-- What many phones ask for at once must cost little: pages as plain json, and what a push has in common done once.

set lock_timeout = '5s';

-- As before, in a form that PostgreSQL can make part of the query that asks: it is asked for every row that is written.
create or replace function private.current_user_id() returns uuid
language sql stable
return coalesce(
	nullif(current_setting('request.jwt.claim.sub', true), ''),
	nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
)::uuid;

create or replace function private.is_uuid(value text) returns boolean
language sql immutable
return coalesce(value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false);

-- As before, in a language that plans it once per connection.
create or replace function private.my_councils(variadic roles public.membership_role[]) returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query
	select council_id
	from public.memberships
	where user_id = private.current_user_id() and deleted_at is null and role = any (roles);
end
$$;

-- SQL for a row of a table as devices get it, in json: writing it out once is several times faster than building jsonb,
-- which is taken apart and put together again at every step.
create function private.row_query(table_name text) returns text
language sql stable set search_path = ''
as $$
	select format(
		'case
			when deleted_at is null then (select row_to_json(own) from (select %1$s) as own)
			else private.tombstone(to_jsonb(%2$I))::json
		end',
		string_agg(format('%I.%I', table_name, attname), ', ' order by attnum),
		table_name
	)
	from pg_catalog.pg_attribute
	where attrelid = format('public.%I', table_name)::regclass
		and attnum > 0 and not attisdropped and attname <> 'xid'
$$;

-- As before, in json.
create or replace function private.page_query(direction text) returns text
language sql stable set search_path = ''
as $$
	select format(
		$query$
			select json_agg(change) as changes, count(*) as number,
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
			format($change$ json_build_object('table', %L, 'row', %s) $change$, table_name, private.row_query(table_name)),
			case direction when 'descending' then 'deleted_at is null' else 'true' end
		) as source
		from private.synced_tables
		union all
		select private.branch_query(
			direction,
			'sync_exits',
			'row_id',
			$change$
				json_build_object('table', table_name, 'id', row_id, 'exit', true, 'row_version', row_version)
			$change$,
			'true'
		)
		where direction = 'ascending'
	) as branches
$$;

-- As before, in json.
drop function public.sync_pull(text, jsonb, integer);
create function public.sync_pull(epoch text, cursors jsonb, page_size integer default 1000) returns json
language plpgsql stable security invoker set search_path = ''
as $$
declare
	horizon constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
	next_xid constant xid8 := pg_snapshot_xmax(pg_current_snapshot());
	current_epoch public.sync_epoch;
	held jsonb := coalesce(cursors, '{}');
	reset boolean;
	room integer := greatest(1, least(coalesce(page_size, 1000), 5000));
	names text[] := '{}';
	answers json[] := '{}';
	its_scope text;
	sent text;
	place private.pull_cursor;
	page record;
	full_page boolean;
	changes json;
	next_cursor text;
	more boolean;
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
			changes := '[]';
			next_cursor := sent;
			more := true;
		else
			place := private.read_cursor(sent, horizon);
			execute private.page_query(place.direction) into page using its_scope, place.xid, place.id, room;
			full_page := page.number >= room;
			room := room - page.number;
			changes := coalesce(page.changes, '[]');
			next_cursor := case
				when full_page then concat_ws('/', place.horizon, place.direction, page.last_xid, page.last_id)
				else place.horizon::text
			end;
			-- A walk of several pages has not seen what was committed behind its back; one more turn brings that.
			more := full_page or place.horizon < horizon or sent like '%/descending/%';
		end if;
		names := names || its_scope;
		-- A scope is counted when the device first hears of it, whether or not its turn has come: devices add the totals up.
		answers := answers || case
			when held ? its_scope then json_build_object('changes', changes, 'cursor', next_cursor, 'more', more)
			else json_build_object(
				'changes', changes, 'cursor', next_cursor, 'more', more, 'total', private.count_of_scope(its_scope)
			)
		end;
	end loop;

	return json_build_object(
		'epoch', current_epoch.id,
		'reset', reset,
		'server_time', now(),
		'scopes', (
			select coalesce(json_object_agg(name, answer), '{}') from unnest(names, answers) as scope (name, answer)
		)
	);
end
$$;

-- As before, with one look at the catalogue for all columns.
create or replace function private.check_mutation(mutation jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
	spoken constant jsonb := coalesce(mutation -> 'schema', to_jsonb(private.record_schema()));
	set_name text;
	known boolean;
begin
	if private.is_synced(mutation ->> 'table') is not true then
		perform private.refuse('unknown_table');
	elsif spoken < to_jsonb(private.record_schema() - 2) then
		perform private.refuse('schema_too_old');
	elsif spoken not in (
		to_jsonb(private.record_schema()), to_jsonb(private.record_schema() - 1), to_jsonb(private.record_schema() - 2)
	) then
		perform private.refuse('unknown_schema');
	elsif not private.is_uuid(mutation ->> 'id') then
		perform private.refuse('not_valid', 'id');
	elsif jsonb_typeof(coalesce(mutation -> 'set', '{}')) <> 'object'
		or jsonb_typeof(coalesce(mutation -> 'base', '{}')) <> 'object'
		or coalesce(mutation ->> 'op', '') not in ('insert', 'update', 'delete')
	then
		perform private.refuse('not_valid');
	end if;

	select name, attname is not null into set_name, known
	from jsonb_object_keys(coalesce(mutation -> 'set', '{}')) with ordinality as given (name, place)
	left join pg_catalog.pg_attribute
		on attrelid = format('public.%I', mutation ->> 'table')::regclass
			and attname = name and attnum > 0 and not attisdropped
	where attname is null
		-- A device says which council a new record is for; the rest of the shared columns is the server's.
		or name = any (private.shared_columns()) and not (name = 'council_id' and mutation ->> 'op' = 'insert')
	order by place
	limit 1;
	if found then
		perform private.refuse(case when known then 'not_allowed' else 'unknown_column' end, set_name);
	end if;
end
$$;

-- The rows that mutations are about, as the caller may see them now: nothing for what there is nothing to see of, and
-- nothing of what was written where a row is deleted.
create function private.visible_rows(mutations jsonb) returns table (table_name text, id uuid, visible jsonb)
language plpgsql stable set search_path = ''
as $$
declare
	about record;
begin
	for about in
		select mutation ->> 'table' as name, array_agg((mutation ->> 'id')::uuid) as ids
		from jsonb_array_elements(mutations) as mutation
		where private.is_uuid(mutation ->> 'id')
			and mutation ->> 'table' in (select synced_tables.table_name from private.synced_tables)
		group by mutation ->> 'table'
	loop
		return query execute format(
			$query$
				select
					%1$L, r.id,
					case when deleted_at is null then to_jsonb(r) - 'xid' else private.tombstone(to_jsonb(r)) end
				from public.%1$I as r
				where r.id = any ($1)
			$query$,
			about.name
		)
		using about.ids;
	end loop;
end
$$;

-- As before; verdicts are looked up and stored, and rows read, for all mutations at once.
create or replace function public.sync_push(client_id uuid, mutations jsonb) returns jsonb
language plpgsql security invoker set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	mids bigint[];
	verdicts jsonb[];
	told integer;
	mutation jsonb;
	its_mid bigint;
begin
	perform private.check_push(client_id, mutations);
	-- A retry that overtakes the call that it repeats waits here for that call's verdicts.
	perform pg_advisory_xact_lock(hashtextextended(format('sync_push %s %s', person, client_id), 0));

	select coalesce(array_agg(stored.mid), '{}'), coalesce(array_agg(stored.verdict), '{}')
	into mids, verdicts
	from public.sync_mutations as stored
	where stored.user_id = person
		and stored.client_id = sync_push.client_id
		and stored.mid in (select (sent ->> 'mid')::bigint from jsonb_array_elements(mutations) as sent);
	told := cardinality(mids);

	for mutation in select value from jsonb_array_elements(mutations) with ordinality order by ordinality loop
		its_mid := (mutation ->> 'mid')::bigint;
		if its_mid <> all (mids) then
			mids := mids || its_mid;
			verdicts := verdicts || (jsonb_build_object('mid', its_mid) || private.settle(mutation));
		end if;
	end loop;
	insert into public.sync_mutations (client_id, mid, verdict)
	select sync_push.client_id, mid, verdict
	from unnest(mids[told + 1:], verdicts[told + 1:]) as settled (mid, verdict);

	return jsonb_build_object('verdicts', (
		select coalesce(jsonb_agg(verdict || jsonb_build_object('row', visible) order by place), '[]')
		from jsonb_array_elements(mutations) with ordinality as sent (mutation, place)
		join unnest(mids, verdicts) as settled (mid, verdict) on mid = (sent.mutation ->> 'mid')::bigint
		left join private.visible_rows(mutations) as seen
			on seen.table_name = sent.mutation ->> 'table' and seen.id::text = lower(sent.mutation ->> 'id')
	));
end
$$;

drop function private.visible_row(jsonb);
