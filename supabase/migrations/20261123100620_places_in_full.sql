-- Places in full: where one is, who can get in and use it, and what it costs.

set lock_timeout = '5s';

-- Old places have every new column empty: nothing to check.
alter table public.places
	add column address text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint places_address_too_long check (char_length(address) <= 500),
	add column postcode text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint places_postcode_not_valid check (
		postcode = '' or postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'
	),
	add column step_free boolean,
	add column accessible_toilet boolean,
	add column hearing_loop boolean,
	add column quiet_room boolean,
	add column wifi boolean,
	add column checked_on date
	-- squawk-ignore constraint-missing-not-valid
	constraint places_checked_on_out_of_range check (checked_on >= '0001-01-01'),
	add column hire_cost text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint places_hire_cost_too_long check (char_length(hire_cost) <= 500),
	add column capacity integer
	-- squawk-ignore constraint-missing-not-valid
	constraint places_capacity_out_of_range check (capacity between 1 and 100000);

comment on column public.places.postcode is 'In capitals, with one space: "OX4 6JD".';
comment on column public.places.step_free is 'Null: nobody has found out. Likewise what follows, which is never "no" for that.';
comment on column public.places.quiet_room is 'For prayer or quiet.';
comment on column public.places.checked_on is 'When somebody last found out which of these are there.';
comment on column public.places.capacity is 'People that its largest room holds.';

select private.keep_attachments('public.places');
