-- Assessments: what a policy, a budget proposal or a change of a service would mean for different groups, asked before
-- it is decided. They are how a council shows that it had due regard (Equality Act 2010, section 149).

set lock_timeout = '5s';

create type public.assessment_type as enum (
	'service_and_community_impact', 'equality_impact', 'health_equity_audit'
);
create type public.assessment_trigger as enum (
	'policy', 'service_change', 'budget', 'reorganisation', 'project', 'commissioning', 'other'
);
create type public.assessment_status as enum ('screening', 'full', 'signed_off');
create type public.assessment_impact as enum ('positive', 'neutral', 'negative', 'unknown');

-- Each group has a column of its own, so that what two people find about two groups goes together by itself.
create table public.assessments (
	like private.synced including all,
	type public.assessment_type not null,
	reference text not null default ''
		constraint assessments_reference_too_long check (char_length(reference) <= 50),
	title text not null
		constraint assessments_title_required check (title <> '')
		constraint assessments_title_too_long check (char_length(title) <= 300),
	service text not null
		constraint assessments_service_required check (service <> '')
		constraint assessments_service_too_long check (char_length(service) <= 200),
	trigger public.assessment_trigger not null,
	summary text not null default ''
		constraint assessments_summary_too_long check (char_length(summary) <= 10000),
	lead text not null default ''
		constraint assessments_lead_too_long check (char_length(lead) <= 200),
	objective_id uuid,
	action_id uuid,
	due_on date,
	status public.assessment_status not null default 'screening',
	screened_out_reason text not null default ''
		constraint assessments_screened_out_reason_too_long check (char_length(screened_out_reason) <= 10000),
	impact_age public.assessment_impact,
	impact_disability public.assessment_impact,
	impact_gender_reassignment public.assessment_impact,
	impact_marriage_civil_partnership public.assessment_impact,
	impact_pregnancy_maternity public.assessment_impact,
	impact_race public.assessment_impact,
	impact_religion_belief public.assessment_impact,
	impact_sex public.assessment_impact,
	impact_sexual_orientation public.assessment_impact,
	impact_carers public.assessment_impact,
	impact_care_leavers public.assessment_impact,
	impact_armed_forces public.assessment_impact,
	impact_low_income public.assessment_impact,
	findings text not null default ''
		constraint assessments_findings_too_long check (char_length(findings) <= 10000),
	need_note text not null default ''
		constraint assessments_need_note_too_long check (char_length(need_note) <= 10000),
	access_note text not null default ''
		constraint assessments_access_note_too_long check (char_length(access_note) <= 10000),
	outcome_comparison text not null default ''
		constraint assessments_outcome_comparison_too_long check (char_length(outcome_comparison) <= 10000),
	signed_off_by text not null default ''
		constraint assessments_signed_off_by_required check (status <> 'signed_off' or signed_off_by <> '')
		constraint assessments_signed_off_by_too_long check (char_length(signed_off_by) <= 200),
	signed_off_on date
		constraint assessments_signed_off_on_required check (status <> 'signed_off' or signed_off_on is not null),
	review_on date,
	outcome_note text not null default ''
		constraint assessments_outcome_note_too_long check (char_length(outcome_note) <= 10000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, objective_id) references public.objectives (council_id, id),
	foreign key (council_id, action_id) references public.actions (council_id, id)
);
comment on column public.assessments.trigger is 'What made the council ask.';
comment on column public.assessments.summary is 'What would change.';
comment on column public.assessments.action_id is 'The action of the plan that it belongs to. Its mitigations are actions that name it.';
comment on column public.assessments.screened_out_reason is
'Why no full assessment is needed: filled where screening came to that.';
comment on column public.assessments.impact_age is
'On the nine characteristics of the Equality Act 2010, section 4, and four groups besides. Null: not considered yet.';
comment on column public.assessments.need_note is 'Of a health equity audit: who needs the service, by group.';
comment on column public.assessments.access_note is 'Of a health equity audit: who gets it, against the need.';
comment on column public.assessments.outcome_comparison is 'Of a health equity audit: what comes of it for each group.';
comment on column public.assessments.signed_off_by is 'Name and post of the senior person who stands for it.';
comment on column public.assessments.outcome_note is 'What monitoring showed once the change was made.';
create index assessments_objective_id_idx on public.assessments (council_id, objective_id);
create index assessments_action_id_idx on public.assessments (council_id, action_id);

-- What we heard: the logs that an assessment stands on.
create table public.assessment_evidence (
	like private.synced including all,
	assessment_id uuid not null,
	log_id uuid not null,
	note text not null default ''
		constraint assessment_evidence_note_too_long check (char_length(note) <= 1000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, assessment_id) references public.assessments (council_id, id),
	foreign key (council_id, log_id) references public.engagement_logs (council_id, id)
);
comment on column public.assessment_evidence.note is 'Why it matters here.';
create unique index assessment_evidence_log_id_key on public.assessment_evidence (council_id, assessment_id, log_id)
where deleted_at is null;
create index assessment_evidence_assessment_id_idx on public.assessment_evidence (council_id, assessment_id);
create index assessment_evidence_log_id_idx on public.assessment_evidence (council_id, log_id);

-- A mitigation is an action that names its assessment.
alter table public.actions
	add column assessment_id uuid,
	-- A plan has a hundred actions, and none names an assessment yet: checking them takes no time.
	-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
	add foreign key (council_id, assessment_id) references public.assessments (council_id, id);
create index actions_assessment_id_idx on public.actions (council_id, assessment_id);
comment on column public.actions.assessment_id is 'The assessment whose finding it answers.';

insert into private.merge_rules (table_name, column_name, rule)
values
	('assessments', 'status', 'ask'),
	('assessments', 'summary', 'text'),
	('assessments', 'screened_out_reason', 'text'),
	('assessments', 'findings', 'text'),
	('assessments', 'need_note', 'text'),
	('assessments', 'access_note', 'text'),
	('assessments', 'outcome_comparison', 'text'),
	('assessments', 'outcome_note', 'text');

insert into private.sentences (code, sentence)
values
	('assessment_signed_off', 'This assessment is signed off. A manager can reopen it.'),
	('status_not_next', 'An assessment goes from screening to full, and from there to signed off.'),
	('impact_not_considered', 'Every protected characteristic must be considered before the assessment is signed off.'),
	('full_assessment_needed', 'A negative or unknown impact needs a full assessment.'),
	(
		'impact_not_answered',
		'Answer each negative or unknown impact before the assessment is signed off: in the findings, or with an action.'
	),
	('log_restricted', 'A restricted log cannot be linked.');

-- Refuses to sign off what does not show due regard. Each of the nine characteristics must have been considered
-- (section 149 lists eight; marriage and civil partnership counts for its first aim); a negative or unknown impact is no
-- bar to a decision, but must be answered. A health equity audit compares need, access and outcome instead. Where
-- screening found that no full assessment is needed, the reason stands for the rest.
create function private.check_sign_off(assessment public.assessments) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	impacts constant jsonb := to_jsonb(assessment);
	screened_out constant boolean := assessment.screened_out_reason <> '';
	is_audit constant boolean := assessment.type = 'health_equity_audit';
	not_filled text;
	open_impact boolean;
begin
	select name into not_filled
	from unnest(array['signed_off_by', 'signed_off_on']
		|| case when is_audit and not screened_out then array['need_note', 'access_note', 'outcome_comparison'] end)
		with ordinality as needed (name, place)
	where coalesce(impacts ->> name, '') = ''
	order by place
	limit 1;
	if not_filled is not null then
		perform private.refuse('required', not_filled);
	elsif assessment.signed_off_on > (now() at time zone 'Europe/London')::date + 1 then
		perform private.refuse('date_in_future', 'signed_off_on');
	end if;

	select name into not_filled
	from unnest(array[
		'impact_age', 'impact_disability', 'impact_gender_reassignment', 'impact_marriage_civil_partnership',
		'impact_pregnancy_maternity', 'impact_race', 'impact_religion_belief', 'impact_sex', 'impact_sexual_orientation'
	]) with ordinality as statutory (name, place)
	where impacts ->> name is null
	order by place
	limit 1;
	if not_filled is not null and not is_audit then
		perform private.refuse('impact_not_considered', not_filled);
	end if;

	open_impact := exists (
		select from jsonb_each_text(impacts) where key like 'impact\_%' and value in ('negative', 'unknown')
	);
	if open_impact and screened_out then
		perform private.refuse('full_assessment_needed', 'status');
	elsif open_impact
		and assessment.findings = ''
		and not exists (
			select from public.actions
			where council_id = assessment.council_id
				and assessment_id = assessment.id
				and deleted_at is null
				-- What nobody has agreed to, or nobody does any more, answers nothing.
				and status::text not in ('proposed', 'declined', 'stopped')
		)
	then
		perform private.refuse('impact_not_answered', 'findings');
	end if;
end
$$;

-- How an assessment goes: screening -> full -> signed off, or signed off from screening where that found that no full
-- assessment is needed. Managers and administrators sign off. From then on it is the record of what the decision stood
-- on: its review date and outcome note alone change, unless they reopen it, which takes the sign-off back.
create function private.check_assessment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	was constant public.assessment_status := case when tg_op = 'UPDATE' then old.status end;
	person constant uuid := private.current_user_id();
	decides constant boolean := person is null
		or new.council_id in (select private.my_councils('manager', 'admin'));
	changed text[] := '{}';
	not_theirs text;
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if person is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	if not is_new then
		changed := private.changed_columns(to_jsonb(old), to_jsonb(new));
	end if;

	if was = 'signed_off' and new.status = 'signed_off' then
		select name into not_theirs from unnest(changed) as name where name not in ('review_on', 'outcome_note') limit 1;
		if not_theirs is not null then
			perform private.refuse('assessment_signed_off', not_theirs);
		end if;
		return new;
	end if;

	if was <> 'screening' and new.status = 'screening' then
		perform private.refuse('status_not_next', 'status');
	elsif not decides and (new.status = 'signed_off' or was = 'signed_off') then
		perform private.refuse('not_allowed', 'status');
	elsif not decides and (is_new and new.signed_off_by <> '' or 'signed_off_by' = any (changed)) then
		perform private.refuse('not_allowed', 'signed_off_by');
	elsif not decides and (is_new and new.signed_off_on is not null or 'signed_off_on' = any (changed)) then
		perform private.refuse('not_allowed', 'signed_off_on');
	elsif not decides and 'deleted_at' = any (changed) and new.created_by is distinct from person then
		perform private.refuse('not_allowed');
	elsif was = 'screening' and new.status = 'signed_off' and new.screened_out_reason = '' then
		perform private.refuse('required', 'screened_out_reason');
	elsif new.status = 'signed_off' then
		perform private.check_sign_off(new);
	elsif was = 'signed_off' then
		new.signed_off_by := '';
		new.signed_off_on := null;
	end if;
	if new.status = 'full' then
		new.screened_out_reason := '';
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name).
create trigger check_assessment before insert or update on public.assessments
for each row execute function private.check_assessment();

-- Evidence is a log that whoever links it may read, and that is not restricted: an assessment is for the whole council,
-- and must not tell that a restricted log is there. Runs as whoever asks, so that row level security says what they may
-- read; somebody who does not work on assessments learns nothing from it. What a sign-off stood on stays with it.
create function private.check_assessment_evidence() returns trigger
language plpgsql set search_path = ''
as $$
declare
	log_found boolean;
	log_is_restricted boolean;
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
		-- What goes with its log or its assessment.
		or pg_trigger_depth() > 1
	then
		return new;
	end if;

	if tg_op = 'INSERT' or old.deleted_at is not null and new.deleted_at is null then
		select true, restricted into log_found, log_is_restricted
		from public.engagement_logs
		where council_id = new.council_id and id = new.log_id and deleted_at is null;
		if new.log_id is null then
			perform private.refuse('required', 'log_id');
		elsif log_found is null then
			perform private.refuse('unknown_reference', 'log_id');
		elsif log_is_restricted then
			perform private.refuse('log_restricted', 'log_id');
		end if;
	end if;
	if exists (
		select from public.assessments
		where council_id = new.council_id and id = new.assessment_id and status = 'signed_off'
	) then
		perform private.refuse('assessment_signed_off');
	end if;
	return new;
end
$$;
create trigger check_assessment_evidence before insert or update on public.assessment_evidence
for each row execute function private.check_assessment_evidence();

-- What hangs off an assessment goes with it, and so does what hangs off a log that is deleted or becomes restricted.
create function private.take_evidence_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.assessment_evidence
	set deleted_at = now()
	where deleted_at is null
		and council_id = new.council_id
		and case tg_table_name when 'assessments' then assessment_id else log_id end = new.id;
	return null;
end
$$;
create trigger take_evidence_along after update on public.assessments
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function private.take_evidence_along();
create trigger take_evidence_along after update on public.engagement_logs
for each row when (
	old.deleted_at is null and new.deleted_at is not null or new.restricted and not old.restricted
)
execute function private.take_evidence_along();

select private.keep_in_sync('public.assessments');
select private.keep_in_sync('public.assessment_evidence');

create policy "officers, managers and admins start assessments" on public.assessments for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "officers, managers and admins change assessments" on public.assessments for update to authenticated
using (council_id in (select private.my_councils('officer', 'manager', 'admin')));

create policy "officers, managers and admins link evidence" on public.assessment_evidence for insert to authenticated
with check (council_id in (select private.my_councils('officer', 'manager', 'admin')));
create policy "officers, managers and admins change evidence" on public.assessment_evidence for update to authenticated
using (council_id in (select private.my_councils('officer', 'manager', 'admin')));
