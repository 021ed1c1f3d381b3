-- sync_push: a device's changes, each with its own verdict. One call is one transaction, each mutation a savepoint.
--
-- Everything runs as the caller, so that row level security is the only gate. What a person may put right (a value, a
-- right, a rule) is a verdict; anything else (a lock, a deadlock, a timeout) ends the call, and the device sends it again.

-- The number of the record shapes that the app speaks now. The two before it are taken as well: phones sleep through updates.
create function private.record_schema() returns integer
language sql immutable set search_path = ''
as $$ select 1 $$;

-- The sentence for a code, for somebody who may not be shown a better one.
create function private.sentence(code text) returns text
language sql immutable set search_path = ''
as $$
	select case code
		when 'required' then 'Something that must be filled in is missing.'
		when 'not_valid' then 'This is not something that can be kept here.'
		when 'too_long' then 'This is too long.'
		when 'out_of_range' then 'This is too small or too large.'
		when 'already_exists' then 'There is one like this already.'
		when 'unknown_reference' then 'This refers to something that is not there.'
		when 'not_allowed' then 'You are not allowed to do this.'
		when 'not_found' then 'This record is not there, or not for you to see.'
		when 'deleted' then 'This record was deleted.'
		when 'priority_closed' then 'This priority is closed. Choose another.'
		when 'not_a_priority' then 'This is not a priority. Choose a priority under an objective.'
		when 'unknown_priority' then 'This priority is not there. Choose another.'
		when 'ward_outside_localities' then 'This ward is not in your localities.'
		when 'date_in_future' then 'This date is in the future.'
		when 'unknown_table' then 'The server does not know this kind of record. Update the app.'
		when 'unknown_column' then 'The server does not know this part of the record. Update the app.'
		when 'schema_too_old' then 'This app is too old to send it. Update the app.'
		when 'unknown_schema' then 'The server does not know this version of the app yet. Try again later.'
		else 'This cannot be saved.'
	end
$$;

-- The row that a mutation is about, as the caller may see it now; null where there is nothing to see, and
-- nothing of what was written where it is deleted.
create function private.visible_row(mutation jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
	found_row jsonb;
begin
	if private.is_synced(mutation ->> 'table') and private.is_uuid(mutation ->> 'id') then
		execute format(
			$query$
				select case when deleted_at is null then to_jsonb(r) - 'xid' else private.tombstone(to_jsonb(r)) end
				from public.%I as r
				where id = $1
			$query$,
			mutation ->> 'table'
		)
		into found_row
		using (mutation ->> 'id')::uuid;
	end if;
	return found_row;
end
$$;

create function private.is_synced(name text) returns boolean
language sql stable set search_path = ''
as $$ select exists (select from private.synced_tables where table_name = name) $$;

create function private.is_uuid(value text) returns boolean
language sql immutable set search_path = ''
as $$ select coalesce(value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false) $$;

-- Whether the caller made this record, whatever has become of it since: it may have left the caller's scopes.
create function private.is_mine(name text, record_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
	mine boolean;
begin
	execute format('select created_by = private.current_user_id() from public.%I where id = $1', name)
	into mine
	using record_id;
	return coalesce(mine, false);
end
$$;

-- Refuses a mutation that does not make sense, before anything is touched.
create function private.check_mutation(mutation jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
	spoken constant jsonb := coalesce(mutation -> 'schema', to_jsonb(private.record_schema()));
	set_name text;
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

	for set_name in select jsonb_object_keys(coalesce(mutation -> 'set', '{}')) loop
		if not exists (
			select from pg_catalog.pg_attribute
			where attrelid = format('public.%I', mutation ->> 'table')::regclass
				and attname = set_name and attnum > 0 and not attisdropped
		) then
			perform private.refuse('unknown_column', set_name);
		-- A device says which council a new record is for; the rest of the shared columns is the server's.
		elsif set_name = any (private.shared_columns())
			and not (set_name = 'council_id' and mutation ->> 'op' = 'insert')
		then
			perform private.refuse('not_allowed', set_name);
		end if;
	end loop;
end
$$;

-- The given values as PostgreSQL reads them for a table's columns. A value of another kind is refused, with its column:
-- '5' is not a number, and {} is not a text.
create function private.read_values(name text, given jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
	reading constant text := format('select to_jsonb(jsonb_populate_record(null::public.%I, $1))', name);
	values_read jsonb;
	at_column text;
	one_value jsonb;
begin
	begin
		execute reading into values_read using given;
	exception
		when data_exception then
			-- Which one was it?
			for at_column, one_value in select key, value from jsonb_each(given) loop
				begin
					execute reading into values_read using jsonb_build_object(at_column, one_value);
				exception
					when numeric_value_out_of_range then
						perform private.refuse('out_of_range', at_column);
					when data_exception then
						perform private.refuse('not_valid', at_column);
				end;
			end loop;
	end;

	for at_column in
		select key from jsonb_each(given) where jsonb_typeof(value) <> jsonb_typeof(values_read -> key)
	loop
		perform private.refuse('not_valid', at_column);
	end loop;
	return (select coalesce(jsonb_object_agg(key, values_read -> key), '{}') from jsonb_object_keys(given) as key);
end
$$;

-- Adds a record. One that the caller has made already is left as it is: the device did not hear of it the first time.
create function private.insert_record(name text, record_id uuid, given jsonb) returns void
language plpgsql set search_path = ''
as $$
declare
	columns text;
begin
	if private.is_mine(name, record_id) then
		return;
	elsif not given ? 'council_id' then
		perform private.refuse('required', 'council_id');
	end if;
	given := given || jsonb_build_object('id', record_id);
	select string_agg(quote_ident(key), ', ') into columns from jsonb_object_keys(given) as key;
	execute format(
		'insert into public.%1$I (%2$s) select %2$s from jsonb_populate_record(null::public.%1$I, $1)', name, columns
	) using given;
end
$$;

-- Locks a record that the caller may change, and returns it as it is now.
create function private.lock_record(name text, record_id uuid) returns jsonb
language plpgsql set search_path = ''
as $$
declare
	held jsonb;
	visible boolean;
begin
	-- Locking passes the update policies as well: what the caller may only read is not returned.
	execute format('select to_jsonb(r) from public.%I as r where id = $1 for update', name) into held using record_id;
	if held is null then
		execute format('select exists (select from public.%I where id = $1)', name) into visible using record_id;
		perform private.refuse(case when visible then 'not_allowed' else 'not_found' end);
	end if;
	return held;
end
$$;

-- Changes columns of a record and says what became of it. Where somebody else had changed a column since the device saw
-- it, a scalar takes the last arrival all the same and the verdict tells what it replaced; long text and what a person
-- must decide are left as they were, and the verdict is `conflict`.
create function private.update_record(name text, record_id uuid, given jsonb, base jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
	held constant jsonb := private.lock_record(name, record_id);
	applied jsonb;
	conflicts jsonb;
	undecided boolean;
	assignments text;
begin
	if held ->> 'deleted_at' is not null then
		perform private.refuse('deleted');
	end if;

	select
		jsonb_object_agg(key, value) filter (where not stale or rule is null),
		jsonb_object_agg(key, private.their_change(name, held, key)) filter (where stale),
		bool_or(stale and rule is not null)
	into applied, conflicts, undecided
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
	return jsonb_build_object('verdict', case when undecided then 'conflict' else 'applied' end)
		|| case when conflicts is null then '{}' else jsonb_build_object('conflicts', conflicts) end;
end
$$;

-- What a column holds, and who made it so and when.
create function private.their_change(name text, held jsonb, changed_column text) returns jsonb
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
$$;

create function private.delete_record(name text, record_id uuid) returns void
language plpgsql set search_path = ''
as $$
declare
	held constant jsonb := private.lock_record(name, record_id);
begin
	if held ->> 'deleted_at' is null then
		execute format('update public.%I set deleted_at = now() where id = $1', name) using record_id;
	end if;
end
$$;

-- The plain code for a broken constraint, and the column to put right. The name of a check ends in its code.
create function private.broken_constraint(constrained regclass, broken text) returns table (code text, at_column text)
language sql stable set search_path = ''
as $$
	select
		case contype
			when 'f' then 'unknown_reference'
			when 'c' then substring(broken from '(required|not_valid|not_allowed|too_long|out_of_range)$')
			else 'already_exists'
		end,
		attname
	from (
		select contype::text, conkey::smallint[] as columns
		from pg_catalog.pg_constraint
		where conrelid = constrained and conname = broken
		union all
		select 'u', indkey::smallint[]
		from pg_catalog.pg_index
		join pg_catalog.pg_class on pg_class.oid = indexrelid
		where indrelid = constrained and relname = broken
	) as about
	join pg_catalog.pg_attribute on attrelid = constrained and attnum = any (columns)
	order by attname = 'council_id', broken not like '%\_' || attname || '\_%', attnum
	limit 1
$$;

-- The verdict on a mutation that PostgreSQL or one of our rules refused.
create function private.rejection(
	state text, raised text, schema_name text, table_name text, at_column text, broken text
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
	code text;
begin
	if broken <> '' then
		select * into code, at_column
		from private.broken_constraint(format('%I.%I', schema_name, table_name)::regclass, broken);
	else
		code := case
			when state = 'CG001' then raised
			when state = '42501' then 'not_allowed'
			when state = '23502' then 'required'
			when state = '22001' then 'too_long'
			when state = '22003' then 'out_of_range'
		end;
	end if;
	code := coalesce(code, 'not_valid');
	return jsonb_build_object('verdict', 'rejected', 'code', code, 'message', private.sentence(code))
		|| case when at_column <> '' then jsonb_build_object('column', at_column) else '{}' end;
end
$$;

-- Carries out one mutation, wholly or not at all, and returns its verdict.
create function private.settle(mutation jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
	name constant text := mutation ->> 'table';
	given jsonb;
	state text;
	raised text;
	its_schema text;
	its_table text;
	at_column text;
	broken text;
begin
	perform private.check_mutation(mutation);
	given := private.read_values(name, coalesce(mutation -> 'set', '{}'));
	case mutation ->> 'op'
		when 'insert' then
			perform private.insert_record(name, (mutation ->> 'id')::uuid, given);
		when 'update' then
			return private.update_record(name, (mutation ->> 'id')::uuid, given, coalesce(mutation -> 'base', '{}'));
		when 'delete' then
			perform private.delete_record(name, (mutation ->> 'id')::uuid);
	end case;
	return '{"verdict": "applied"}';
exception
	when others then
		get stacked diagnostics
			state = returned_sqlstate,
			raised = message_text,
			its_schema = schema_name,
			its_table = table_name,
			at_column = column_name,
			broken = constraint_name;
		if left(state, 2) not in ('22', '23') and state not in ('42501', 'CG001') then
			raise;
		end if;
		return private.rejection(state, raised, its_schema, its_table, at_column, broken);
end
$$;

-- Refuses a call that cannot be answered mutation by mutation.
create function private.check_push(client_id uuid, mutations jsonb) returns void
language plpgsql stable set search_path = ''
as $$
begin
	if private.current_user_id() is null then
		raise exception using errcode = '42501', message = 'Sign in first.';
	elsif client_id is null then
		raise exception using errcode = '22023', message = 'client_id is missing.';
	elsif jsonb_typeof(mutations) is distinct from 'array' then
		raise exception using errcode = '22023', message = 'mutations must be an array.';
	elsif jsonb_array_length(mutations) > 200 then
		raise exception using errcode = '22023', message = 'At most 200 mutations fit in one call.';
	elsif exists (
		select from jsonb_array_elements(mutations) as mutation
		where jsonb_typeof(mutation) <> 'object' or coalesce(mutation ->> 'mid', '') !~ '^\d{1,18}$'
	) then
		raise exception using errcode = '22023', message = 'Every mutation must be an object with a whole number as mid.';
	end if;
end
$$;

create function public.sync_push(client_id uuid, mutations jsonb) returns jsonb
language plpgsql security invoker set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	mutation jsonb;
	settled jsonb;
	verdicts jsonb := '[]';
begin
	perform private.check_push(client_id, mutations);
	-- A retry that overtakes the call that it repeats waits here for that call's verdicts.
	perform pg_advisory_xact_lock(hashtextextended(format('sync_push %s %s', person, client_id), 0));

	for mutation in select value from jsonb_array_elements(mutations) with ordinality order by ordinality loop
		settled := (
			select stored.verdict from public.sync_mutations as stored
			where stored.user_id = person
				and stored.client_id = sync_push.client_id
				and stored.mid = (mutation ->> 'mid')::bigint
		);
		if settled is null then
			settled := jsonb_build_object('mid', (mutation ->> 'mid')::bigint) || private.settle(mutation);
			insert into public.sync_mutations (client_id, mid, verdict)
			values (sync_push.client_id, (mutation ->> 'mid')::bigint, settled);
		end if;
		verdicts := verdicts || jsonb_build_array(settled || jsonb_build_object('row', private.visible_row(mutation)));
	end loop;
	return jsonb_build_object('verdicts', verdicts);
end
$$;
