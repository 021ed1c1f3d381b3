-- History also keeps what did not come true: a value that somebody sent while somebody else's change was there first,
-- and that was left for a person to decide. Whichever they choose, the other is not gone.

set lock_timeout = '5s';

alter table public.audit_log add column taken boolean not null default true;
comment on column public.audit_log.taken is
'False: what somebody wrote where somebody else had changed it first. `to` is theirs, `from` what was left standing.';

-- One version may meet several changes that are not taken.
-- squawk-ignore require-concurrent-index-deletion
drop index public.audit_log_change_key;
create index audit_log_change_idx on public.audit_log (row_id, version, table_name);
create unique index audit_log_change_key on public.audit_log (row_id, version, table_name) where taken;

-- Keeps the columns of a change that were left alone. History is written by nobody but the database.
create function private.keep_not_taken(name text, record_id uuid, changes jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
begin
	execute format(
		'insert into public.audit_log (council_id, scope, table_name, row_id, version, changes, taken)
		select council_id, scope, %1$L, id, row_version, $2, false from public.%1$I where id = $1',
		name
	) using record_id, changes;
end
$$;

-- As before, and what is left for a person to decide goes into the history.
create or replace function private.update_record(
	name text, record_id uuid, given jsonb, base jsonb
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
	held constant jsonb := private.lock_record(name, record_id);
	applied jsonb;
	conflicts jsonb;
	not_taken jsonb;
	assignments text;
begin
	if held ->> 'deleted_at' is not null then
		perform private.refuse('deleted');
	end if;

	select
		jsonb_object_agg(key, value) filter (where not stale or rule is null),
		jsonb_object_agg(key, private.their_change(name, held, key)) filter (where stale),
		jsonb_object_agg(key, jsonb_build_object('from', held -> key, 'to', value))
			filter (where stale and rule is not null)
	into applied, conflicts, not_taken
	from (
		select
			key, value, rule,
			coalesce((held -> 'field_versions' ->> key)::bigint, 1) > coalesce((base ->> key)::bigint, 1) as stale
		from jsonb_each(given)
		left join private.merge_rules on table_name = name and column_name = key
		where value is distinct from held -> key
	) as differing;

	if applied is not null then
		select string_agg(format('%1$I = given.%1$I', key), ', ') into assignments from jsonb_object_keys(applied) as key;
		execute format(
			'update public.%1$I as r set %2$s from jsonb_populate_record(null::public.%1$I, $1) as given where r.id = $2',
			name, assignments
		) using applied, record_id;
	end if;
	if not_taken is not null then
		perform private.keep_not_taken(name, record_id, not_taken);
	end if;
	return jsonb_build_object('verdict', case when not_taken is null then 'applied' else 'conflict' end)
		|| case when conflicts is null then '{}' else jsonb_build_object('conflicts', conflicts) end;
end
$$;

-- As before; whoever's change was not taken has not made the column what it is.
create or replace function private.their_change(name text, held jsonb, changed_column text) returns jsonb
language sql stable set search_path = ''
as $$
	select jsonb_build_object(
		'theirs', held -> changed_column,
		'version', their.version,
		'by', coalesce(change.created_by, (held ->> 'updated_by')::uuid),
		'at', coalesce(change.created_at, (held ->> 'updated_at')::timestamptz)
	)
	from (select coalesce((held -> 'field_versions' ->> changed_column)::bigint, 1) as version) as their
	left join public.audit_log as change
		on change.row_id = (held ->> 'id')::uuid and change.table_name = name and change.version = their.version
			and change.taken
$$;
