-- Tenancy: councils, their people, and the wards and localities that they work in.

create type public.membership_role as enum ('officer', 'champion', 'manager', 'admin', 'viewer');

-- A council is its own tenant: council_id is its id.
create table public.councils (
	like private.synced including all,
	code text not null constraint councils_code_not_valid check (code ~ '^[EWSN][0-9]{8}$'),
	name text not null
		constraint councils_name_required check (name <> '')
		constraint councils_name_too_long check (char_length(name) <= 200),
	constraint councils_council_id_not_valid check (council_id = id)
);
comment on column public.councils.code is 'ONS (GSS) code of the local authority district, such as E07000178.';
create unique index councils_code_key on public.councils (code);

-- How colleagues see somebody who works with the council.
create table public.profiles (
	like private.synced including all,
	user_id uuid not null,
	full_name text not null
		constraint profiles_full_name_required check (full_name <> '')
		constraint profiles_full_name_too_long check (char_length(full_name) <= 200),
	foreign key (council_id) references public.councils (id)
);
create unique index profiles_person_key on public.profiles (council_id, user_id) where deleted_at is null;

-- A named group of wards.
create table public.localities (
	like private.synced including all,
	name text not null
		constraint localities_name_required check (name <> '')
		constraint localities_name_too_long check (char_length(name) <= 200),
	foreign key (council_id) references public.councils (id)
);

-- A person's role in a council; one person may hold several. Officers work in a locality.
create table public.memberships (
	like private.synced including all,
	user_id uuid not null,
	role public.membership_role not null,
	locality_id uuid,
	cleared boolean not null default false
		constraint memberships_cleared_not_allowed check (not cleared or role in ('manager', 'admin')),
	constraint memberships_locality_id_required check (role <> 'officer' or locality_id is not null),
	constraint memberships_locality_id_not_valid check (role = 'officer' or locality_id is null),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, locality_id) references public.localities (council_id, id)
);
comment on column public.memberships.cleared is 'May read the register of restricted logs.';
-- A role that was taken away (deleted) may be given again.
create unique index memberships_role_key on public.memberships (council_id, user_id, role, locality_id)
nulls not distinct where deleted_at is null;
create index memberships_user_id_idx on public.memberships (user_id);
create index memberships_locality_id_idx on public.memberships (council_id, locality_id);

-- Wards. Codes change when boundaries do, so the vintage stands beside the code (ONS practice).
create table public.areas (
	like private.synced including all,
	code text not null,
	name text not null,
	vintage text not null,
	latitude double precision not null
		constraint areas_latitude_out_of_range check (latitude between -90 and 90),
	longitude double precision not null
		constraint areas_longitude_out_of_range check (longitude between -180 and 180),
	population integer,
	deprivation_deciles integer[],
	hex_q integer not null,
	hex_r integer not null,
	locality_id uuid,
	boundary jsonb,
	boundary_vintage text,
	boundary_source text,
	unique (council_id, code),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, locality_id) references public.localities (council_id, id)
);
comment on column public.areas.code is 'ONS (GSS) code, such as E05013097.';
comment on column public.areas.latitude is 'Of a label point well inside the ward; WGS 84.';
comment on column public.areas.deprivation_deciles is 'Of its LSOAs in the Index of Multiple Deprivation 2025; 1 is most deprived.';
comment on column public.areas.hex_q is 'Place in the hex cartogram: axial coordinates, pointy top.';
comment on column public.areas.boundary is 'GeoJSON Polygon or MultiPolygon, WGS 84, once an administrator has imported one.';
create index areas_locality_id_idx on public.areas (council_id, locality_id);

-- A role belongs on the device of the person who holds it; everything else here on the whole council's.
create function private.scope_of(record public.memberships) returns text
language sql immutable set search_path = ''
as $$ select 'user:' || record.user_id $$;

-- Who is asking. Policies are built from these; `security definer`, because people do not read each other's roles.

-- The scopes that the caller may read. Somebody who has lost every role keeps `user:`, to hear of exactly that.
create function private.my_scopes() returns setof text
language sql stable security definer set search_path = ''
as $$
	with mine as (
		select council_id, user_id, role, locality_id, deleted_at is null as live
		from public.memberships
		where user_id = private.current_user_id()
	)
	select 'user:' || user_id from mine
	union
	-- Viewers get figures, never records.
	select 'council:' || council_id from mine where live and role <> 'viewer'
	union
	select 'locality:' || locality_id from mine where live and role = 'officer'
	union
	select 'locality:' || localities.id
	from mine
	join public.localities using (council_id)
	where mine.live and mine.role in ('manager', 'admin')
$$;

-- The councils in which the caller holds any of these roles.
create function private.my_councils(variadic roles public.membership_role[]) returns setof uuid
language sql stable security definer set search_path = ''
as $$
	select council_id
	from public.memberships
	where user_id = private.current_user_id() and deleted_at is null and role = any (roles)
$$;

-- Whether a ward lies in a locality in which the caller is an officer.
create function private.is_my_ward(council uuid, ward text) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.areas
		join public.memberships using (council_id, locality_id)
		where areas.council_id = council
			and areas.code = ward
			and memberships.user_id = private.current_user_id()
			and memberships.role = 'officer'
			and memberships.deleted_at is null
	)
$$;

select private.keep_in_sync('public.councils');
select private.keep_in_sync('public.profiles');
select private.keep_in_sync('public.memberships');
select private.keep_in_sync('public.localities');
select private.keep_in_sync('public.areas', 'boundary');

create policy "admins change their council" on public.councils for update to authenticated
using (id in (select private.my_councils('admin')));

create policy "people read their own profile" on public.profiles for select to authenticated
using (user_id = private.current_user_id());
create policy "admins add profiles" on public.profiles for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change profiles" on public.profiles for update to authenticated
using (council_id in (select private.my_councils('admin')));
create policy "people change their own name" on public.profiles for update to authenticated
using (user_id = private.current_user_id() and deleted_at is null);

create policy "admins read all roles" on public.memberships for select to authenticated
using (council_id in (select private.my_councils('admin')));
create policy "admins give roles" on public.memberships for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change and take away roles" on public.memberships for update to authenticated
using (council_id in (select private.my_councils('admin')));

create policy "admins add localities" on public.localities for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change localities" on public.localities for update to authenticated
using (council_id in (select private.my_councils('admin')));

create policy "admins add wards" on public.areas for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change wards" on public.areas for update to authenticated
using (council_id in (select private.my_councils('admin')));
