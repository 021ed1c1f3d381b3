-- Communities: the organisations that officers work with and the places where people meet. No residents' names.

create type public.organisation_kind as enum (
	'community_group', 'faith_group', 'charity', 'school', 'health', 'police', 'council', 'business', 'other'
);
create type public.place_kind as enum (
	'community_centre', 'hub', 'library', 'school', 'place_of_worship', 'health_centre', 'green_space',
	'leisure_centre', 'other'
);

create table public.organisations (
	like private.synced including all,
	name text not null
		constraint organisations_name_required check (name <> '')
		constraint organisations_name_too_long check (char_length(name) <= 200),
	kind public.organisation_kind not null,
	ward_code text,
	communities text[] not null default '{}'
		constraint organisations_communities_not_valid check (private.is_list(communities)),
	note text constraint organisations_note_too_long check (char_length(note) <= 10000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, ward_code) references public.areas (council_id, code)
);
create index organisations_ward_code_idx on public.organisations (council_id, ward_code);

create table public.places (
	like private.synced including all,
	name text not null
		constraint places_name_required check (name <> '')
		constraint places_name_too_long check (char_length(name) <= 200),
	kind public.place_kind not null,
	ward_code text,
	latitude double precision
		constraint places_latitude_out_of_range check (latitude between -90 and 90),
	longitude double precision
		constraint places_longitude_out_of_range check (longitude between -180 and 180),
	note text constraint places_note_too_long check (char_length(note) <= 10000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, ward_code) references public.areas (council_id, code)
);
create index places_ward_code_idx on public.places (council_id, ward_code);

insert into private.merge_rules (table_name, column_name, rule)
values
	('organisations', 'note', 'text'),
	('places', 'note', 'text');

select private.keep_in_sync('public.organisations');
select private.keep_in_sync('public.places');

create policy "officers, champions, managers and admins add organisations" on public.organisations
for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin')));
create policy "managers and admins change organisations" on public.organisations for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
create policy "whoever added an organisation changes it" on public.organisations for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
);

create policy "officers, champions, managers and admins add places" on public.places
for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin')));
create policy "managers and admins change places" on public.places for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));
create policy "whoever added a place changes it" on public.places for update to authenticated
using (
	created_by = private.current_user_id()
	and council_id in (select private.my_councils('officer', 'champion', 'manager', 'admin'))
);
