-- Whom those who took part are compared with: the shares of the Census in a ward and in the whole area.

set lock_timeout = '5s';

-- A server has a handful of councils, and some hundred wards: checking them takes no time.
alter table public.councils
	add column benchmarks jsonb not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_benchmarks_not_valid check (jsonb_typeof(benchmarks) = 'object');
alter table public.areas
	add column benchmarks jsonb not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint areas_benchmarks_not_valid check (jsonb_typeof(benchmarks) = 'object');
comment on column public.councils.benchmarks is
'Percentages of usual residents in the Census: {"ethnic_group": {"asian": 15.4, ...}, ...}.';
comment on column public.areas.benchmarks is
'Percentages of usual residents in the Census: {"ethnic_group": {"asian": 15.4, ...}, ...}; {} where there are none.';
