-- Grants: an application of an organisation in a round, scored by the round's criteria with a reason for each, decided,
-- awarded with payments and conditions, monitored and closed. It is the council's from the first day: everybody who works
-- there reads it, and nobody's name is in it.

set lock_timeout = '5s';

create type public.grant_status as enum (
	'received', 'scored', 'approved', 'declined', 'withdrawn', 'awarded', 'monitored', 'closed'
);

create table public.grants (
	like private.synced including all,
	reference text not null default '',
	round_id uuid not null,
	organisation_id uuid not null,
	title text not null
		constraint grants_title_required check (title <> '')
		constraint grants_title_too_long check (char_length(title) <= 200),
	about text not null
		constraint grants_about_required check (about <> '')
		constraint grants_about_too_long check (char_length(about) <= 10000),
	objective_id uuid not null,
	action_id uuid,
	-- Phones show dates of four-digit years only.
	received_on date not null
		constraint grants_received_on_out_of_range check (received_on between '1900-01-01' and '2200-12-31'),
	requested_pence integer not null
		constraint grants_requested_pence_out_of_range check (requested_pence between 1 and 1000000000),
	ward_codes text [] not null default '{}'
		constraint grants_ward_codes_not_valid check (private.is_list(ward_codes) and cardinality(ward_codes) <= 200),
	groups public.community [] not null default '{}'
		constraint grants_groups_not_valid check (private.is_list(groups)),
	programmes text [] not null default '{}'
		constraint grants_programmes_not_valid check (private.is_list(programmes) and '' <> all(programmes))
		constraint grants_programmes_too_long check (char_length(array_to_string(programmes, '')) <= 1000),
	council_priority text not null default ''
		constraint grants_council_priority_too_long check (char_length(council_priority) <= 200),
	status public.grant_status not null default 'received',
	scores jsonb not null default '[]',
	score double precision,
	recommended_pence integer
		constraint grants_recommended_pence_out_of_range check (recommended_pence between 0 and 1000000000),
	recommendation text not null default ''
		constraint grants_recommendation_too_long check (char_length(recommendation) <= 2000),
	decided_on date
		constraint grants_decided_on_out_of_range check (decided_on between '1900-01-01' and '2200-12-31'),
	decline_reason text not null default ''
		constraint grants_decline_reason_too_long check (char_length(decline_reason) <= 2000),
	awarded_pence integer
		constraint grants_awarded_pence_out_of_range check (awarded_pence between 1 and 1000000000),
	over_cap_reason text not null default ''
		constraint grants_over_cap_reason_too_long check (char_length(over_cap_reason) <= 2000),
	awarded_on date
		constraint grants_awarded_on_out_of_range check (awarded_on between '1900-01-01' and '2200-12-31'),
	starts_on date
		constraint grants_starts_on_out_of_range check (starts_on between '1900-01-01' and '2200-12-31'),
	ends_on date
		constraint grants_ends_on_out_of_range check (ends_on between '1900-01-01' and '2200-12-31'),
	schedule jsonb not null default '[]',
	conditions text not null default ''
		constraint grants_conditions_too_long check (char_length(conditions) <= 10000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, round_id) references public.grant_rounds (council_id, id),
	foreign key (council_id, organisation_id) references public.organisations (council_id, id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.grants.reference is 'Kept by the database: "G2026-017", the year that it was received and a number.';
comment on column public.grants.organisation_id is 'Who applies.';
comment on column public.grants.about is 'What the money is for; published once it is awarded.';
comment on column public.grants.requested_pence is 'Money is in pence; an integer holds 21 million pounds.';
comment on column public.grants.ward_codes is 'The wards that benefit; none where it is the whole council.';
comment on column public.grants.groups is 'The communities of identity or interest that benefit.';
comment on column public.grants.programmes is 'Programmes of work that it belongs to, by name; not the programme that pays.';
comment on column public.grants.council_priority is 'One of its programme''s council priorities; '''' for none.';
comment on column public.grants.scores is
'A list of {"criterion": code, "score": points, "reason"}, one for each criterion of its round.';
comment on column public.grants.score is 'Of 10, worked out of scores and weights; null until every criterion is scored.';
comment on column public.grants.recommended_pence is 'What whoever scored it would give; 0 for nothing.';
comment on column public.grants.decline_reason is 'Why it was declined or withdrawn.';
comment on column public.grants.awarded_pence is 'What was approved.';
comment on column public.grants.over_cap_reason is 'Why it is more than its round gives to one applicant.';
comment on column public.grants.schedule is
'The payments, which add up to the award: a list of {"due_on": date, "pence": amount, "paid_on": date or null}.';
create unique index grants_reference_key on public.grants (council_id, reference);
create index grants_round_id_idx on public.grants (council_id, round_id);
create index grants_organisation_id_idx on public.grants (council_id, organisation_id);
create index grants_objective_id_idx on public.grants (council_id, objective_id);
create index grants_action_id_idx on public.grants (council_id, action_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('grants', 'status', 'ask'),
	('grants', 'requested_pence', 'ask'),
	('grants', 'recommended_pence', 'ask'),
	('grants', 'awarded_pence', 'ask'),
	('grants', 'schedule', 'ask'),
	('grants', 'scores', 'ask'),
	('grants', 'about', 'text'),
	('grants', 'recommendation', 'text'),
	('grants', 'decline_reason', 'text'),
	('grants', 'conditions', 'text');

insert into private.sentences (code, sentence)
values
	('grant_decision', 'A manager or administrator decides applications.'),
	(
		'grant_move',
		'A grant goes from received to scored, decided, awarded, monitored and closed, one after the other.'
	),
	('grant_not_scored', 'Score every criterion, and give a reason for each.'),
	('grant_decided', 'This application has been decided. A manager or administrator can reopen the decision.'),
	('grant_awarded', 'This grant has been awarded. It stays on record.'),
	('decline_reason_needed', 'Say why it is declined. The applicant may ask.'),
	('over_cap', 'This is more than the round gives to one applicant. Say why, or give less.'),
	('payments_not_award', 'The payments must add up to the award.'),
	('ends_too_early', 'The last day must be after the first.');

-- The moves of a grant; those that are decisions, or undo one, are for managers and administrators. Devices know the same
-- (grant-moves.ts).
create table private.grant_moves (
	from_status public.grant_status not null,
	to_status public.grant_status not null,
	is_decision boolean not null,
	primary key (from_status, to_status)
);
insert into private.grant_moves (from_status, to_status, is_decision)
values
	('received', 'scored', false),
	('received', 'declined', true),
	('received', 'withdrawn', false),
	('scored', 'received', false),
	('scored', 'approved', true),
	('scored', 'declined', true),
	('scored', 'withdrawn', false),
	('approved', 'scored', true),
	('approved', 'awarded', false),
	('approved', 'withdrawn', false),
	('declined', 'received', true),
	('declined', 'scored', true),
	('withdrawn', 'received', true),
	('awarded', 'approved', true),
	('awarded', 'monitored', false),
	('monitored', 'awarded', false),
	('monitored', 'closed', false),
	('closed', 'monitored', true);

-- Whether somebody may bring a grant from one status to another: by one move, or by several, since a device sends what was
-- done offline as one change. What each status asks for is checked apart.
create function private.may_move_grant(was public.grant_status, becomes public.grant_status, decides boolean)
returns boolean
language sql stable set search_path = ''
as $$
	with recursive reachable (status) as (
		select was
		union
		select to_status
		from private.grant_moves
		join reachable on from_status = status
		where decides or not is_decision
	)
	select becomes in (select status from reachable)
$$;

-- What an application comes to, of 10 and to one decimal: the share of the points of each criterion, by its weight. Null
-- until each is scored. Devices reckon the same way, in the same order (grant-score.ts).
create function private.grant_score(criteria jsonb, scores jsonb) returns double precision
language plpgsql immutable set search_path = ''
as $$
declare
	criterion jsonb;
	points double precision;
	sum double precision := 0;
	weights double precision := 0;
begin
	for criterion in select line from jsonb_array_elements(criteria) as line loop
		select (line ->> 'score')::double precision into points
		from jsonb_array_elements(scores) as line
		where line ->> 'criterion' = criterion ->> 'code';
		if points is null then
			return null;
		end if;
		sum := sum + (criterion ->> 'weight')::double precision * points / (criterion ->> 'max')::double precision;
		weights := weights + (criterion ->> 'weight')::double precision;
	end loop;
	return case when weights > 0 then floor(100 * sum / weights + 0.5) / 10 end;
end
$$;

-- Whether something is the score of one of these criteria, with its reason.
create function private.is_score(line jsonb, criteria jsonb) returns boolean
language sql immutable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or line - 'criterion' - 'score' - 'reason' <> '{}' then false
		when jsonb_typeof(line -> 'score') is distinct from 'number' or line ->> 'score' !~ '^[0-9]{1,3}$' then false
		when jsonb_typeof(line -> 'reason') is distinct from 'string' then false
		when char_length(line ->> 'reason') not between 1 and 2000 then false
		else exists (
			select from jsonb_array_elements(criteria) as criterion
			where criterion -> 'code' = line -> 'criterion'
				and (criterion ->> 'max')::integer >= (line ->> 'score')::integer
		)
	end
$$;

-- Whether something is a day that phones can show: "2026-09-14".
create function private.is_day(value jsonb) returns boolean
language plpgsql immutable set search_path = ''
as $$
begin
	return jsonb_typeof(value) = 'string'
		and value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
		and (value #>> '{}')::date between '1900-01-01' and '2200-12-31';
exception
	when datetime_field_overflow then
		return false;
end
$$;

-- Whether something is one payment of a schedule.
create function private.is_payment(line jsonb) returns boolean
language sql immutable set search_path = ''
as $$
	select case
		when jsonb_typeof(line) <> 'object' or line - 'due_on' - 'pence' - 'paid_on' <> '{}' then false
		when jsonb_typeof(line -> 'pence') is distinct from 'number' then false
		when line ->> 'pence' !~ '^([1-9][0-9]{0,8}|1000000000)$' then false
		when line ->> 'due_on' is null or not private.is_day(line -> 'due_on') then false
		else line ? 'paid_on' and (line -> 'paid_on' = 'null' or private.is_day(line -> 'paid_on'))
	end
$$;

-- Its lists are what they say, and what it refers to is there. An edit answers only for what it changes.
create function private.check_grant_lists(fresh public.grants, former public.grants, criteria jsonb) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if jsonb_typeof(fresh.scores) <> 'array' then
		perform private.refuse('not_valid', 'scores');
	elsif jsonb_typeof(fresh.schedule) <> 'array' then
		perform private.refuse('not_valid', 'schedule');
	end if;
	-- Apart from the above: only a list has elements, and nothing promises in which order conditions are looked at.
	if exists (select from jsonb_array_elements(fresh.scores) as line where not private.is_score(line, criteria))
		or (select count(*) <> count(distinct line ->> 'criterion') from jsonb_array_elements(fresh.scores) as line)
	then
		perform private.refuse('not_valid', 'scores');
	elsif jsonb_array_length(fresh.schedule) > 60
		or exists (select from jsonb_array_elements(fresh.schedule) as line where not private.is_payment(line))
	then
		perform private.refuse('not_valid', 'schedule');
	elsif exists (
		select from unnest(fresh.ward_codes) as listed (code)
		where listed.code <> all (coalesce(former.ward_codes, '{}'))
			and not exists (select from public.areas where council_id = fresh.council_id and areas.code = listed.code)
	) then
		perform private.refuse('unknown_reference', 'ward_codes');
	end if;
	perform private.check_listed(
		fresh.council_id,
		array[fresh.organisation_id],
		array_remove(array[former.organisation_id], null),
		'public.organisations',
		'organisation_id'
	);
	perform private.check_listed(
		fresh.council_id,
		array[fresh.round_id],
		array_remove(array[former.round_id], null),
		'public.grant_rounds',
		'round_id'
	);
	if former.objective_id is distinct from fresh.objective_id then
		perform private.check_priority(
			fresh.council_id, fresh.objective_id, (now() at time zone 'Europe/London')::date
		);
	end if;
end
$$;

-- What a status asks for. Of what a change leaves alone nothing is asked again.
create function private.check_grant_standing(fresh public.grants, former public.grants, cap_pence integer) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	today constant date := now() at time zone 'Europe/London';
	moved constant boolean := former.status is distinct from fresh.status;
	is_award constant boolean := fresh.status in ('awarded', 'monitored', 'closed');
begin
	-- A phone's clock may be a day wrong.
	if fresh.received_on is distinct from former.received_on and fresh.received_on > today + 1 then
		perform private.refuse('date_in_future', 'received_on');
	elsif fresh.decided_on is distinct from former.decided_on and fresh.decided_on > today + 1 then
		perform private.refuse('date_in_future', 'decided_on');
	elsif fresh.awarded_on is distinct from former.awarded_on and fresh.awarded_on > today + 1 then
		perform private.refuse('date_in_future', 'awarded_on');
	elsif fresh.ends_on < fresh.starts_on then
		perform private.refuse('ends_too_early', 'ends_on');
	end if;

	if fresh.score is null and (is_award or fresh.status in ('scored', 'approved')) then
		perform private.refuse('grant_not_scored', 'scores');
	elsif fresh.status = 'declined' and fresh.decline_reason = '' then
		perform private.refuse('decline_reason_needed', 'decline_reason');
	elsif fresh.awarded_pence is null and (is_award or fresh.status = 'approved') then
		perform private.refuse('required', 'awarded_pence');
	elsif fresh.awarded_pence > cap_pence
		and fresh.over_cap_reason = ''
		and (moved or fresh.awarded_pence is distinct from former.awarded_pence or former.over_cap_reason <> '')
	then
		perform private.refuse('over_cap', 'over_cap_reason');
	end if;
	if not is_award then
		return;
	end if;
	if fresh.awarded_on is null then
		perform private.refuse('required', 'awarded_on');
	elsif fresh.starts_on is null then
		perform private.refuse('required', 'starts_on');
	elsif fresh.ends_on is null then
		perform private.refuse('required', 'ends_on');
	elsif fresh.awarded_pence is distinct from (
		select sum((line ->> 'pence')::bigint) from jsonb_array_elements(fresh.schedule) as line
	) then
		perform private.refuse('payments_not_award', 'schedule');
	end if;
end
$$;

-- Who may do what to a grant. Whoever handles grants takes it in, scores it, awards what was approved and closes it;
-- managers and administrators decide. What a decision stood on stays as it was until the decision is reopened.
create function private.check_grant_rights(fresh public.grants, former public.grants) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
	decides constant boolean := fresh.council_id in (select private.my_councils('manager', 'admin'));
	is_new constant boolean := former.id is null;
	was constant public.grant_status := coalesce(former.status, 'received');
	settled constant public.grant_status [] := array['approved', 'declined', 'awarded', 'monitored', 'closed'];
	changed constant text [] := private.changed_columns(
		-- Of a new one: what is not as it would be if nobody had said anything.
		case
			when is_new then '{"awarded_pence": null, "decided_on": null, "over_cap_reason": "", "decline_reason": ""}'
			else to_jsonb(former)
		end,
		to_jsonb(fresh)
	);
	not_theirs text;
begin
	if not private.may_move_grant(was, fresh.status, true) then
		perform private.refuse('grant_move', 'status');
	elsif not decides and not private.may_move_grant(was, fresh.status, false) then
		perform private.refuse('grant_decision', 'status');
	end if;

	select name into not_theirs
	from unnest(array['awarded_pence', 'decided_on', 'over_cap_reason', 'decline_reason']) as name
	where name = any (changed) and not (name = 'decline_reason' and fresh.status = 'withdrawn')
	limit 1;
	if not decides and not_theirs is not null then
		perform private.refuse('grant_decision', not_theirs);
	end if;

	if is_new then
		return;
	end if;
	select name into not_theirs
	from unnest(array[
		'round_id', 'organisation_id', 'requested_pence', 'scores', 'recommended_pence', 'recommendation'
	]) as name
	where name = any (changed)
	limit 1;
	if was = any (settled) and fresh.status = any (settled) and not_theirs is not null then
		perform private.refuse('grant_decided', not_theirs);
	end if;
	if former.deleted_at is null and fresh.deleted_at is not null then
		if was in ('awarded', 'monitored', 'closed') then
			perform private.refuse('grant_awarded');
		elsif not decides and (was <> 'received' or former.created_by is distinct from person) then
			perform private.refuse('not_allowed');
		end if;
	end if;
end
$$;

-- The next reference of a council's year. Nothing is numbered twice: those of deleted grants are counted too, and two that
-- arrive at once wait for each other.
create function private.next_grant_reference(council uuid, received_on date) returns text
language plpgsql security definer set search_path = ''
as $$
declare
	prefix constant text := 'G' || to_char(received_on, 'YYYY') || '-';
	last_number integer;
begin
	perform pg_advisory_xact_lock(hashtext('private.next_grant_reference'), hashtext(council::text));
	select max(substring(reference from '[0-9]+$')::integer) into last_number
	from public.grants
	where council_id = council and reference like prefix || '%';
	return prefix || lpad((coalesce(last_number, 0) + 1)::text, 3, '0');
end
$$;

-- All that a grant keeps to. What follows from its status is made so rather than refused: what is not decided has no award.
create function private.check_grant() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	person constant uuid := private.current_user_id();
	former public.grants;
	round public.grant_rounds;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later. What other records do to a
	-- grant (a visit begins its monitoring) they do for somebody who may make them.
	if person is not null and new.council_id not in (select private.my_grant_councils()) then
		return new;
	end if;
	if not is_new then
		former := old;
	end if;
	-- Held, so that its criteria do not change behind the application's back.
	select * into round from public.grant_rounds where council_id = new.council_id and id = new.round_id for share;

	if person is not null then
		perform private.check_grant_rights(new, former);
	end if;
	perform private.check_grant_lists(new, former, coalesce(round.criteria, '[]'));
	new.score := case
		when is_new or new.scores <> old.scores or new.round_id <> old.round_id
			then private.grant_score(round.criteria, new.scores)
		else old.score
	end;

	if new.status in ('received', 'scored') then
		new.decided_on := null;
		new.decline_reason := '';
	end if;
	if new.status in ('received', 'scored', 'declined', 'withdrawn') then
		new.awarded_pence := null;
		new.over_cap_reason := '';
	end if;
	if new.status not in ('awarded', 'monitored', 'closed') then
		new.awarded_on := null;
		new.schedule := '[]';
	end if;
	if new.status in ('approved', 'declined') or new.status in ('awarded', 'monitored', 'closed') then
		new.decided_on := coalesce(new.decided_on, new.awarded_on, (now() at time zone 'Europe/London')::date);
	end if;
	perform private.check_grant_standing(new, former, round.cap_pence);

	-- An import may bring its own.
	if not is_new then
		new.reference := old.reference;
	elsif person is not null or new.reference = '' then
		new.reference := private.next_grant_reference(new.council_id, new.received_on);
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_grant before insert or update on public.grants
for each row execute function private.check_grant();

select private.keep_in_sync('public.grants');

create policy "who handles grants takes in applications" on public.grants for insert to authenticated
with check (council_id in (select private.my_grant_councils()));
create policy "who handles grants changes them" on public.grants for update to authenticated
using (council_id in (select private.my_grant_councils()));

-- What a programme's applications are scored by stays with the rounds in which one has been scored; the others follow.
create function private.take_criteria_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.grant_rounds
	set criteria = new.criteria
	where council_id = new.council_id
		and programme_id = new.id
		and not exists (
			select from public.grants
			where grants.council_id = new.council_id and grants.round_id = grant_rounds.id and grants.scores <> '[]'
		);
	return null;
end
$$;
create trigger take_criteria_along after update on public.grant_programmes
for each row when (old.criteria <> new.criteria) execute function private.take_criteria_along();

-- A round is not deleted under its applications.
create function private.keep_used_round() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from public.grants where council_id = new.council_id and round_id = new.id and deleted_at is null
	) then
		perform private.refuse('round_in_use');
	end if;
	return new;
end
$$;
-- After `check_grant_round`, and before the stamp.
create trigger check_grant_round_use before update on public.grant_rounds
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.keep_used_round();
