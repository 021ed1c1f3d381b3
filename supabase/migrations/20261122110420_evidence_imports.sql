-- An import says what an assessment stood on when it was signed off; people change nothing of it.

-- As before, but for imports.
create or replace function private.check_assessment_evidence() returns trigger
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
	if private.current_user_id() is not null and exists (
		select from public.assessments
		where council_id = new.council_id and id = new.assessment_id and status = 'signed_off'
	) then
		perform private.refuse('assessment_signed_off');
	end if;
	return new;
end
$$;
