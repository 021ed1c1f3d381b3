-- An import is not asked whether its days have come: the demonstration's are those of its story, whatever the server's clock.

create or replace function private.check_grant_standing(fresh public.grants, former public.grants, cap_pence integer) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
	today constant date := now() at time zone 'Europe/London';
	moved constant boolean := former.status is distinct from fresh.status;
	is_award constant boolean := fresh.status in ('awarded', 'monitored', 'closed');
begin
	-- A phone's clock may be a day wrong. An import knows its days.
	if private.current_user_id() is null then
		null;
	elsif fresh.received_on is distinct from former.received_on and fresh.received_on > today + 1 then
		perform private.refuse('date_in_future', 'received_on');
	elsif fresh.decided_on is distinct from former.decided_on and fresh.decided_on > today + 1 then
		perform private.refuse('date_in_future', 'decided_on');
	elsif fresh.awarded_on is distinct from former.awarded_on and fresh.awarded_on > today + 1 then
		perform private.refuse('date_in_future', 'awarded_on');
	end if;
	if fresh.ends_on < fresh.starts_on then
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
