-- Which ward a postcode is in, looked up on the phone with no network: an administrator imports it from a file of the
-- Office for National Statistics, which gives each postcode the one ward that fits it best.

-- What a sector ("OX4 6") says of its units: the ward's code, or '' where the postcode lies outside the council.
create function private.are_postcode_units(units jsonb) returns boolean
language sql immutable set search_path = ''
as $$
	select case
		when jsonb_typeof(units) <> 'object' then false
		else not exists (
			select from jsonb_each(units) as unit
			where key !~ '^[A-Z]{2}$' or jsonb_typeof(value) <> 'string' or value #>> '{}' !~ '^([EWSN][0-9]{8})?$'
		)
	end
$$;

-- A row for each sector keeps a device's look-up to one record, and an import to a few hundred.
create table public.postcode_sectors (
	like private.synced including all,
	sector text not null
		constraint postcode_sectors_sector_not_valid check (sector ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]$'),
	units jsonb not null
		constraint postcode_sectors_units_not_valid check (private.are_postcode_units(units)),
	vintage text not null
		constraint postcode_sectors_vintage_required check (vintage <> '')
		constraint postcode_sectors_vintage_too_long check (char_length(vintage) <= 100),
	foreign key (council_id) references public.councils (id)
);
comment on column public.postcode_sectors.units is
'The last two letters of each postcode in use -> code of its ward, '''' outside the council. Empty: all of it is outside.';
comment on column public.postcode_sectors.vintage is 'When the file was made: "May 2026".';
create unique index postcode_sectors_sector_key on public.postcode_sectors (council_id, sector)
where deleted_at is null;

select private.keep_in_sync('public.postcode_sectors', 'units');

create policy "admins add postcodes" on public.postcode_sectors for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change postcodes" on public.postcode_sectors for update to authenticated
using (council_id in (select private.my_councils('admin')));
