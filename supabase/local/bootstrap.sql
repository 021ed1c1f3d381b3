-- What hosted Supabase already has when our migrations arrive, and a bare PostgreSQL does not:
-- the roles a request speaks as, their default privileges, and the part of Realtime we use.
-- Runs at every start, before the migrations, so every statement may be repeated.

do $$
begin
	if to_regrole('anon') is null then create role anon nologin noinherit; end if;
	if to_regrole('authenticated') is null then create role authenticated nologin noinherit; end if;
	if to_regrole('service_role') is null then create role service_role nologin noinherit bypassrls; end if;
	if to_regrole('supabase_auth_admin') is null then create role supabase_auth_admin nologin noinherit; end if;
	if to_regrole('authenticator') is null then create role authenticator nologin noinherit; end if;
end
$$;
grant anon, authenticated, service_role to authenticator;

create schema if not exists extensions;
grant usage on schema public, extensions to anon, authenticated, service_role;

-- Hosted Supabase grants everything on new objects and leaves the narrowing to row level security and
-- to revokes; having the same here means a missing revoke shows in our tests, not in production.
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

create schema if not exists realtime;
grant usage on schema realtime to anon, authenticated, service_role;

-- Holds no rows here: the relay asks its policies who may listen to a topic.
create table if not exists realtime.messages (
	id uuid not null default gen_random_uuid(),
	topic text not null,
	extension text not null,
	event text,
	payload jsonb,
	private boolean default false,
	inserted_at timestamp not null default now(),
	updated_at timestamp not null default now(),
	primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;
revoke all on realtime.messages from anon, authenticated, service_role;
grant select, insert on realtime.messages to anon, authenticated, service_role;

create or replace function realtime.topic() returns text
language sql stable set search_path = ''
as $$ select nullif(current_setting('realtime.topic', true), '') $$;

-- A broadcast is a notification to the relay and is not stored: somebody who is not listening will
-- pull anyway. NOTIFY takes less than 8000 bytes; like hosted Supabase, a failed broadcast warns and
-- never fails the write that caused it.
create or replace function realtime.send(
	payload jsonb, event text, topic text, private boolean default true
) returns void
language plpgsql set search_path = ''
as $$
declare
	message text := pg_catalog.json_build_object(
		'topic', topic, 'event', event, 'private', private, 'payload', payload
	)::text;
begin
	if pg_catalog.octet_length(message) >= 8000 then
		raise warning 'A broadcast on % is too long to send (% bytes)', topic, pg_catalog.octet_length(message);
		return;
	end if;
	perform pg_catalog.pg_notify('realtime_broadcast', message);
end
$$;

-- The tables of Storage as Lite makes them, so that they are there when the migrations bring the policies.
create schema if not exists storage;
grant usage on schema storage to anon, authenticated, service_role;
create table if not exists storage.buckets (
	id text not null primary key,
	name text not null unique,
	owner uuid,
	owner_id text,
	public boolean default false,
	file_size_limit bigint,
	allowed_mime_types text[],
	created_at timestamptz default now(),
	updated_at timestamptz default now()
);
create table if not exists storage.objects (
	id uuid not null default gen_random_uuid() primary key,
	bucket_id text references storage.buckets (id),
	name text,
	owner uuid,
	owner_id text,
	metadata jsonb,
	user_metadata jsonb,
	path_tokens text[] generated always as (string_to_array(name, '/')) stored,
	version text,
	created_at timestamptz default now(),
	updated_at timestamptz default now(),
	last_accessed_at timestamptz default now(),
	unique (bucket_id, name)
);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
revoke all on all tables in schema storage from anon, authenticated, service_role;
grant select, insert, update, delete on storage.buckets, storage.objects to anon, authenticated, service_role;
