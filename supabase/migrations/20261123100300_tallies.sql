-- Who was there, by group: counts that people gave of themselves, never a person.
--
-- A log's tallies are a list of {"of": {"age": "16_24", "sex": "female"}, "count": 3}. A line describes one set of people
-- by one characteristic or by several at once. Within a characteristic the lines are different people, so its total is the
-- sum of the lines that name it; of the further groups one person may be in several. A characteristic that no line names
-- was not asked, which is neither zero, nor "prefer not to say", nor "unknown" (there, but not broken down).

set lock_timeout = '5s';

-- The answers that are counted: the lists of seeds/code-lists/equality.json, and "unknown" with each.
create table private.tally_answers (
	characteristic text not null,
	code text not null,
	primary key (characteristic, code)
);
insert into private.tally_answers (characteristic, code)
select characteristic, code
from (
	values
		('age', array['under_16', '16_24', '25_34', '35_44', '45_54', '55_64', '65_74', '75_over']),
		('ethnic_group', array[
			'white_british', 'white_irish', 'white_gypsy_irish_traveller', 'white_roma', 'white_other',
			'mixed_white_black_caribbean', 'mixed_white_black_african', 'mixed_white_asian', 'mixed_other',
			'asian_indian', 'asian_pakistani', 'asian_bangladeshi', 'asian_chinese', 'asian_other',
			'black_caribbean', 'black_african', 'black_other', 'other_arab', 'other_any'
		]),
		('disability', array['disabled', 'not_disabled']),
		('sex', array['female', 'male']),
		('gender_identity', array['same', 'different']),
		('religion', array[
			'no_religion', 'christian', 'buddhist', 'hindu', 'jewish', 'muslim', 'sikh', 'other'
		]),
		('sexual_orientation', array['heterosexual', 'gay_lesbian', 'bisexual', 'other']),
		('community', array[
			'low_income', 'carers', 'young_carers', 'care_leavers', 'armed_forces', 'refugees_asylum', 'migrants',
			'gypsy_roma_traveller', 'homeless', 'social_tenants', 'students', 'lone_parents'
		])
) as lists (characteristic, answers),
	unnest(answers || array['prefer_not_to_say', 'unknown']) as code;

alter table public.engagement_logs add column tallies jsonb not null default '[]';
comment on column public.engagement_logs.tallies is
'Who was there, by group: a list of {"of": {characteristic: code, ...}, "count": number of people}.';

insert into private.sentences (code, sentence)
values ('more_than_people', 'More people are counted in a group than there were. Change the counts or the number of people.');

-- Whether something is one line of tallies.
create function private.is_tally(line jsonb) returns boolean
language sql stable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or jsonb_typeof(line -> 'of') is distinct from 'object' then false
		when line - 'of' - 'count' <> '{}' or line -> 'of' = '{}' then false
		when jsonb_typeof(line -> 'count') is distinct from 'number' then false
		when line ->> 'count' !~ '^([1-9][0-9]{0,4}|100000)$' then false
		else not exists (
			select from jsonb_each(line -> 'of') as given
			where not exists (
				select from private.tally_answers
				where characteristic = given.key and to_jsonb(code) = given.value
			)
		)
	end
$$;

-- Tallies as rows, one for each answer that a line names.
create function private.tally_lines(tallies jsonb)
returns table (line bigint, characteristic text, code text, people integer)
language sql stable set search_path = ''
as $$
	select place, answer.key, answer.value, (tally ->> 'count')::integer
	from jsonb_array_elements(tallies) with ordinality as lines (tally, place),
		jsonb_each_text(tally -> 'of') as answer
$$;

-- Keeps tallies readable, and no more people in a group than there were.
create function private.check_tallies() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	counted constant boolean := tg_op = 'INSERT' or new.tallies is distinct from old.tallies;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if person is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;

	-- Apart from the rest: only a list has elements, and nothing promises in which order conditions are looked at.
	if jsonb_typeof(new.tallies) <> 'array' then
		perform private.refuse('not_valid', 'tallies');
	end if;
	if jsonb_array_length(new.tallies) > 100
		or exists (select from jsonb_array_elements(new.tallies) as line where not private.is_tally(line))
	then
		perform private.refuse('not_valid', 'tallies');
	end if;
	if exists (
		select from private.tally_lines(new.tallies)
		group by characteristic, case when characteristic = 'community' then code end
		having sum(people) > new.people_count
	) then
		perform private.refuse('more_than_people', case when counted then 'tallies' else 'people_count' end);
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_tallies before insert or update of tallies, people_count on public.engagement_logs
for each row execute function private.check_tallies();
