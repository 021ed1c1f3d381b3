-- Whom the council itself sends people to about a hate incident: on the route card of every officer's phone.

set lock_timeout = '5s';

-- A server has a handful of councils: checking them takes no time.
alter table public.councils
	add column hate_team_name text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_team_name_too_long check (char_length(hate_team_name) <= 200),
	add column hate_team_phone text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_team_phone_not_valid check (hate_team_phone ~ '^(\+?[0-9][0-9 ]{2,19})?$'),
	add column hate_team_url text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_team_url_too_long check (char_length(hate_team_url) <= 500)
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_team_url_not_valid check (hate_team_url ~ '^(https://[^[:space:]]+)?$'),
	add column hate_team_hours text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_hate_team_hours_too_long check (char_length(hate_team_hours) <= 200);
comment on column public.councils.hate_team_phone is 'As people read it: digits and spaces.';
comment on column public.councils.hate_team_hours is 'When somebody answers, in words.';
