-- Logs in full: who else was there, what is needed and what is strong, by which channel and in which languages, and what
-- was given.

set lock_timeout = '5s';

create type public.community as enum (
	'everyone', 'young_people', 'older_people', 'families', 'women', 'men', 'disabled_people', 'mental_health', 'lgbtq',
	'asian', 'black', 'arab', 'east_timorese', 'eastern_european', 'gypsy_roma_traveller', 'christian', 'muslim', 'jewish',
	'hindu', 'sikh', 'refugees_migrants', 'carers', 'care_leavers', 'veterans', 'low_income', 'social_tenants',
	'leaseholders', 'private_renters', 'homeless', 'students', 'international_students'
);
create type public.engagement_channel as enum (
	'face_to_face', 'phone', 'text_message', 'email', 'social_media', 'online_meeting', 'letter_leaflet', 'through_partner'
);
create type public.language as enum (
	'english', 'bsl', 'polish', 'romanian', 'panjabi', 'urdu', 'portuguese', 'spanish', 'arabic', 'bengali', 'gujarati',
	'italian', 'tamil', 'french', 'lithuanian', 'chinese', 'turkish', 'bulgarian', 'russian', 'persian', 'hungarian',
	'greek', 'somali', 'kurdish', 'albanian', 'ukrainian', 'tigrinya', 'pashto', 'tetum', 'other'
);
create type public.sentiment as enum ('positive', 'mixed', 'neutral', 'negative');
create type public.strength as enum ('gift', 'skill', 'space', 'connection');

-- Old logs have every new column empty: nothing to check.
alter table public.engagement_logs
	add column partner_ids uuid [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_partner_ids_not_valid check (private.is_list(partner_ids)),
	add column councillor_present boolean not null default false,
	add column audiences public.community [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_audiences_not_valid check (private.is_list(audiences)),
	add column sentiment public.sentiment,
	add column needed text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_needed_too_long check (char_length(needed) <= 10000),
	add column strengths public.strength [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_strengths_not_valid check (private.is_list(strengths)),
	add column strong text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_strong_too_long check (char_length(strong) <= 10000),
	add column connected_organisation_ids uuid [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_connected_organisation_ids_not_valid check (private.is_list(connected_organisation_ids)),
	add column channel public.engagement_channel,
	add column languages public.language [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_languages_not_valid check (private.is_list(languages)),
	add column resources jsonb not null default '[]',
	add column programmes text [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_programmes_not_valid check (private.is_list(programmes) and '' <> all(programmes))
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_programmes_too_long check (char_length(array_to_string(programmes, '')) <= 1000);

comment on column public.engagement_logs.partner_ids is 'Organisations that were there besides.';
comment on column public.engagement_logs.audiences is 'The communities of identity or interest that it was with.';
comment on column public.engagement_logs.needed is 'What is needed, in the words of those who said so.';
comment on column public.engagement_logs.strengths is 'What a community offered: asset-based community development begins with it.';
comment on column public.engagement_logs.connected_organisation_ids is 'Organisations that were put in touch with one another.';
comment on column public.engagement_logs.languages is 'The languages that were spoken or asked for.';
comment on column public.engagement_logs.resources is
'What was given: a list of {"resource": code, "language": code where that matters, "count": number}.';
comment on column public.engagement_logs.programmes is 'Programmes that it belongs to, by name.';

insert into private.merge_rules (table_name, column_name, rule)
values ('engagement_logs', 'needed', 'text'), ('engagement_logs', 'strong', 'text');

-- What may be given away, in the words of seeds/code-lists/app.json.
create type public.resource as enum (
	'welcome_pack', 'service_leaflet', 'easy_read', 'safety_pack', 'fire_safety_kit', 'warm_pack', 'digital_device', 'other'
);

-- Whether something is one line of what was given.
create function private.is_resource(line jsonb) returns boolean
language sql stable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or line - 'resource' - 'language' - 'count' <> '{}' then false
		when jsonb_typeof(line -> 'count') is distinct from 'number' then false
		when line ->> 'count' !~ '^([1-9][0-9]{0,4}|100000)$' then false
		else coalesce(to_jsonb(enum_range(null::public.resource)) @> (line -> 'resource'), false)
			and jsonb_typeof(line -> 'resource') = 'string'
			and (
				not line ? 'language'
				or jsonb_typeof(line -> 'language') = 'string'
				and to_jsonb(enum_range(null::public.language)) @> (line -> 'language')
			)
	end
$$;

-- Keeps what was given readable, and what a log refers to there. An edit answers only for what it changes.
create function private.check_log_details() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;

	-- Apart from the rest: only a list has elements, and nothing promises in which order conditions are looked at.
	if jsonb_typeof(new.resources) <> 'array' then
		perform private.refuse('not_valid', 'resources');
	end if;
	if jsonb_array_length(new.resources) > 50
		or exists (
			select from jsonb_array_elements(new.resources) as line where private.is_resource(line) is not true
		)
	then
		perform private.refuse('not_valid', 'resources');
	end if;
	perform private.check_listed(
		new.council_id,
		new.partner_ids,
		case when is_new then '{}' else old.partner_ids end,
		'public.organisations',
		'partner_ids'
	);
	perform private.check_listed(
		new.council_id,
		new.connected_organisation_ids,
		case when is_new then '{}' else old.connected_organisation_ids end,
		'public.organisations',
		'connected_organisation_ids'
	);
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_log_details before insert or update of resources, partner_ids, connected_organisation_ids
on public.engagement_logs
for each row execute function private.check_log_details();
