-- The register of restricted logs, as people who are cleared read it: online, and every reading is written down.

set lock_timeout = '5s';

-- Who read what of the register, when. For whoever answers for data protection; no role of the API reaches it.
create table private.register_readings (
	id bigint generated always as identity primary key,
	council_id uuid not null,
	user_id uuid not null,
	read_at timestamptz not null default now(),
	since date not null,
	until date not null,
	ward_code text,
	log_ids uuid [] not null
);

-- The newest 100 restricted logs of a period, of one ward or all, as a list of rows. Empty for whoever is not cleared.
create function public.read_register(since date, until date, ward text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
	council uuid;
	logs jsonb := '[]';
begin
	for council in select private.my_registers() loop
		with listed as (
			select engagement_logs.*
			from public.engagement_logs
			where council_id = council
				and restricted
				and deleted_at is null
				and occurred_on between since and until
				and (ward is null or ward_code = ward)
			order by occurred_on desc, created_at desc
			limit 100
		),
		written as (
			insert into private.register_readings (council_id, user_id, since, until, ward_code, log_ids)
			select council, private.current_user_id(), since, until, ward, coalesce(array_agg(listed.id), '{}')
			from listed
		)
		select logs || coalesce(jsonb_agg(to_jsonb(listed) - 'xid' order by occurred_on desc, created_at desc), '[]')
		into logs
		from listed;
	end loop;
	return logs;
end
$$;
