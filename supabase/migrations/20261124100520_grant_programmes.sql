-- Grant programmes, and the rounds in which each takes applications. An administrator sets by which criteria applications
-- are scored and how much each weighs.

set lock_timeout = '5s';

create type public.grant_programme_status as enum ('draft', 'open', 'closed');

create table public.grant_programmes (
	like private.synced including all,
	name text not null
		constraint grant_programmes_name_required check (name <> '')
		constraint grant_programmes_name_too_long check (char_length(name) <= 200),
	about text not null default ''
		constraint grant_programmes_about_too_long check (char_length(about) <= 10000),
	service text not null default ''
		constraint grant_programmes_service_too_long check (char_length(service) <= 200),
	objective_id uuid not null,
	-- Phones show dates of four-digit years only.
	opens_on date
		constraint grant_programmes_opens_on_out_of_range check (opens_on between '1900-01-01' and '2200-12-31'),
	closes_on date
		constraint grant_programmes_closes_on_out_of_range check (closes_on between '1900-01-01' and '2200-12-31'),
	criteria jsonb not null default '[]',
	council_priorities text [] not null default '{}'
		constraint grant_programmes_council_priorities_not_valid check (
			private.is_list(council_priorities) and '' <> all(council_priorities)
		)
		constraint grant_programmes_council_priorities_too_long check (
			char_length(array_to_string(council_priorities, '')) <= 2000
		),
	status public.grant_programme_status not null default 'draft',
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id)
);
comment on column public.grant_programmes.objective_id is 'What its grants serve, unless one says otherwise.';
comment on column public.grant_programmes.criteria is
'How applications are scored: a list of {"code", "label", "weight": 1 to 100, "max": points, 1 to 100}.';
comment on column public.grant_programmes.council_priorities is
'The priorities of the whole council, by name, that its grants may be counted towards.';
create index grant_programmes_objective_id_idx on public.grant_programmes (council_id, objective_id);

-- Money is in pence; an integer holds 21 million pounds.
create table public.grant_rounds (
	like private.synced including all,
	programme_id uuid not null,
	name text not null
		constraint grant_rounds_name_required check (name <> '')
		constraint grant_rounds_name_too_long check (char_length(name) <= 200),
	opens_on date not null
		constraint grant_rounds_opens_on_out_of_range check (opens_on between '1900-01-01' and '2200-12-31'),
	closes_on date not null
		constraint grant_rounds_closes_on_out_of_range check (closes_on between '1900-01-01' and '2200-12-31'),
	decided_by date
		constraint grant_rounds_decided_by_out_of_range check (decided_by between '1900-01-01' and '2200-12-31'),
	budget_pence integer not null
		constraint grant_rounds_budget_pence_out_of_range check (budget_pence between 0 and 1000000000),
	cap_pence integer
		constraint grant_rounds_cap_pence_out_of_range check (cap_pence between 1 and 1000000000),
	criteria jsonb not null default '[]',
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, programme_id) references public.grant_programmes (council_id, id)
);
comment on column public.grant_rounds.decided_by is 'The day by which applicants are promised a decision.';
comment on column public.grant_rounds.cap_pence is 'The most that one grant may be; more needs a reason. Null: no limit.';
comment on column public.grant_rounds.criteria is
'The programme''s, as its applications are scored: they stay once one has been.';
create index grant_rounds_programme_id_idx on public.grant_rounds (council_id, programme_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('grant_programmes', 'status', 'ask'),
	('grant_programmes', 'about', 'text'),
	('grant_rounds', 'budget_pence', 'ask'),
	('grant_rounds', 'cap_pence', 'ask');

insert into private.sentences (code, sentence)
values
	('closes_too_early', 'The closing date must be after the opening date.'),
	('decided_too_early', 'The date of the decision must be after the closing date.'),
	('programme_in_use', 'This programme has rounds. Close it instead of deleting it.'),
	('round_in_use', 'This round has applications. It cannot be deleted.');

-- Whether something is one criterion.
create function private.is_criterion(line jsonb) returns boolean
language sql immutable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or line - 'code' - 'label' - 'weight' - 'max' <> '{}' then false
		when jsonb_typeof(line -> 'code') is distinct from 'string' or line ->> 'code' !~ '^[a-z0-9_]{1,50}$' then false
		when jsonb_typeof(line -> 'label') is distinct from 'string' then false
		when char_length(line ->> 'label') not between 1 and 300 then false
		when jsonb_typeof(line -> 'weight') is distinct from 'number' or line ->> 'weight' !~ '^([1-9][0-9]?|100)$' then false
		else jsonb_typeof(line -> 'max') is not distinct from 'number' and line ->> 'max' ~ '^([1-9][0-9]?|100)$'
	end
$$;

-- What a programme keeps to: criteria that can be scored by, a priority that is open, and no rounds left behind. An edit
-- answers only for what it changes.
create function private.check_grant_programme() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null and new.council_id not in (select private.my_councils('admin')) then
		return new;
	end if;

	-- Apart from the rest: only a list has elements, and nothing promises in which order conditions are looked at.
	if jsonb_typeof(new.criteria) <> 'array' then
		perform private.refuse('not_valid', 'criteria');
	end if;
	if jsonb_array_length(new.criteria) > 20
		or exists (select from jsonb_array_elements(new.criteria) as line where not private.is_criterion(line))
		or (select count(*) <> count(distinct line ->> 'code') from jsonb_array_elements(new.criteria) as line)
	then
		perform private.refuse('not_valid', 'criteria');
	end if;
	if new.closes_on < new.opens_on then
		perform private.refuse('closes_too_early', 'closes_on');
	end if;
	if is_new or new.objective_id <> old.objective_id then
		perform private.check_priority(new.council_id, new.objective_id, (now() at time zone 'Europe/London')::date);
	end if;
	if new.deleted_at is not null
		and exists (
			select from public.grant_rounds
			where council_id = new.council_id and programme_id = new.id and deleted_at is null
		)
	then
		perform private.refuse('programme_in_use');
	end if;
	return new;
end
$$;

-- A round belongs to a programme that is there, and scores by its criteria.
create function private.check_grant_round() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	programme public.grant_programmes;
begin
	if private.current_user_id() is not null and new.council_id not in (select private.my_grant_councils()) then
		return new;
	end if;

	if new.closes_on < new.opens_on then
		perform private.refuse('closes_too_early', 'closes_on');
	elsif new.decided_by < new.closes_on then
		perform private.refuse('decided_too_early', 'decided_by');
	end if;
	if tg_op = 'INSERT' then
		-- Held, so that its criteria do not change behind the round's back.
		select * into programme
		from public.grant_programmes
		where council_id = new.council_id and id = new.programme_id and deleted_at is null
		for share;
		if programme.id is null then
			perform private.refuse('unknown_reference', 'programme_id');
		end if;
		new.criteria := programme.criteria;
	end if;
	return new;
end
$$;

-- Both fire before the stamp (triggers fire by name).
create trigger check_grant_programme before insert or update on public.grant_programmes
for each row execute function private.check_grant_programme();
create trigger check_grant_round before insert or update on public.grant_rounds
for each row execute function private.check_grant_round();

select private.keep_in_sync('public.grant_programmes');
select private.keep_in_sync('public.grant_rounds');

create policy "admins add grant programmes" on public.grant_programmes for insert to authenticated
with check (council_id in (select private.my_councils('admin')));
create policy "admins change grant programmes" on public.grant_programmes for update to authenticated
using (council_id in (select private.my_councils('admin')));

create policy "who handles grants adds rounds" on public.grant_rounds for insert to authenticated
with check (council_id in (select private.my_grant_councils()));
create policy "who handles grants changes rounds" on public.grant_rounds for update to authenticated
using (council_id in (select private.my_grant_councils()));
