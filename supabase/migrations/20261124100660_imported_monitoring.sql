-- An import is not asked whether its days have come: the demonstration's are those of its story, whatever the server's clock.

create or replace function private.check_grant_visit() returns trigger
language plpgsql set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
begin
	if person is not null and new.council_id not in (select private.my_councils('officer', 'manager', 'admin')) then
		return new;
	end if;
	-- A phone's clock may be a day wrong.
	if person is not null
		and (tg_op = 'INSERT' or new.visited_on <> old.visited_on)
		and new.visited_on > (now() at time zone 'Europe/London')::date + 1
	then
		perform private.refuse('date_in_future', 'visited_on');
	elsif new.quote <> '' and not new.quote_consent then
		perform private.refuse('quote_consent_needed', 'quote_consent');
	end if;
	return new;
end
$$;

create or replace function private.check_grant_report() returns trigger
language plpgsql set search_path = ''
as $$
declare
	person constant uuid := private.current_user_id();
begin
	-- A stranger learns nothing from rules: row level security alone answers, a moment later.
	if person is not null and new.council_id not in (select private.my_grant_councils()) then
		return new;
	end if;
	-- A phone's clock may be a day wrong.
	if person is not null
		and (tg_op = 'INSERT' or new.received_on is distinct from old.received_on)
		and new.received_on > (now() at time zone 'Europe/London')::date + 1
	then
		perform private.refuse('date_in_future', 'received_on');
	elsif new.received_on is not null and new.outcome = '' then
		perform private.refuse('report_outcome_needed', 'outcome');
	end if;
	return new;
end
$$;
