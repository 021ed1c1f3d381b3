-- sync_digest of some tables: a device of an older build knows fewer than the server, and compares what it knows.

create function public.sync_digest(tables text[]) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
declare
	branches text;
	digests jsonb;
begin
	select string_agg(
		format('select scope, id, row_version from public.%I where deleted_at is null', table_name),
		' union all '
	)
	into branches
	from private.synced_tables
	where table_name = any (tables);

	execute format(
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
		coalesce(branches, 'select null::text as scope, null::uuid as id, null::bigint as row_version')
	)
	into digests;
	return digests;
end
$$;

create or replace function public.sync_digest() returns jsonb
language sql stable security invoker set search_path = ''
as $$ select public.sync_digest(array_agg(table_name)) from private.synced_tables $$;
