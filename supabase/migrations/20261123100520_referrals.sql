-- Referrals: where somebody was pointed to, without a word about who. The directory of routes is the council's; a referral
-- hangs off the log of the contact in which it was made, and is for whoever that is for.

set lock_timeout = '5s';

create type public.referral_reason as enum (
	'isolation', 'health', 'mental_health', 'social_support', 'money', 'food', 'housing', 'domestic_abuse',
	'hate_crime', 'modern_slavery', 'scams', 'immigration', 'carers', 'young_people', 'older_people', 'disability',
	'jobs_skills', 'digital', 'other'
);
create type public.referral_status as enum ('made', 'accepted', 'declined', 'unknown');

create table public.referral_routes (
	like private.synced including all,
	name text not null
		constraint referral_routes_name_required check (name <> '')
		constraint referral_routes_name_too_long check (char_length(name) <= 200),
	reasons public.referral_reason [] not null
		constraint referral_routes_reasons_not_valid check (private.is_list(reasons))
		constraint referral_routes_reasons_required check (reasons <> '{}'),
	who_for text not null default ''
		constraint referral_routes_who_for_too_long check (char_length(who_for) <= 2000),
	how text not null default ''
		constraint referral_routes_how_too_long check (char_length(how) <= 2000),
	phone text not null default ''
		constraint referral_routes_phone_too_long check (char_length(phone) <= 50),
	website text not null default ''
		constraint referral_routes_website_not_valid check (website = '' or website ~ '^https?://[^[:space:]]+$')
		constraint referral_routes_website_too_long check (char_length(website) <= 500),
	hours text not null default ''
		constraint referral_routes_hours_too_long check (char_length(hours) <= 500),
	checked_on date
		constraint referral_routes_checked_on_out_of_range check (checked_on >= '0001-01-01'),
	foreign key (council_id) references public.councils (id)
);
comment on column public.referral_routes.who_for is 'Who may use it.';
comment on column public.referral_routes.how is 'How to refer, or how people get in touch themselves.';
comment on column public.referral_routes.phone is 'The service''s own, never a person''s.';
comment on column public.referral_routes.checked_on is 'When somebody last made sure that all of this is right.';

create table public.referrals (
	like private.synced including all,
	log_id uuid not null,
	route_id uuid not null,
	reason public.referral_reason not null,
	referred_on date not null
		constraint referrals_referred_on_out_of_range check (referred_on >= '0001-01-01'),
	status public.referral_status not null default 'made',
	answered_on date
		constraint referrals_answered_on_out_of_range check (answered_on >= '0001-01-01'),
	note text not null default ''
		constraint referrals_note_too_long check (char_length(note) <= 1000),
	foreign key (council_id) references public.councils (id),
	foreign key (council_id, log_id) references public.engagement_logs (council_id, id),
	foreign key (council_id, route_id) references public.referral_routes (council_id, id)
);
comment on column public.referrals.log_id is 'The contact in which it was made.';
comment on column public.referrals.answered_on is 'When the service answered, or nobody expected an answer any more.';
create index referrals_log_id_idx on public.referrals (council_id, log_id);
create index referrals_route_id_idx on public.referrals (council_id, route_id);

insert into private.merge_rules (table_name, column_name, rule)
values
	('referral_routes', 'who_for', 'text'),
	('referral_routes', 'how', 'text'),
	('referrals', 'status', 'ask'),
	('referrals', 'note', 'text');

-- A referral is for whoever its log is for. The log is held until the transaction ends.
create function private.scope_of(record public.referrals) returns text
language plpgsql set search_path = ''
as $$
declare
	log_scope text;
begin
	select scope into log_scope
	from public.engagement_logs
	where council_id = record.council_id and id = record.log_id
	for share;
	return coalesce(log_scope, '');
end
$$;

-- Officers delete what they made themselves; managers and administrators anything. What goes with another record goes.
create function private.check_deletion() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.deleted_at is distinct from old.deleted_at
		and old.created_by is distinct from private.current_user_id()
		and new.council_id in (select private.my_councils('officer'))
		and new.council_id not in (select private.my_councils('manager', 'admin'))
		and pg_trigger_depth() = 1
	then
		perform private.refuse('not_allowed');
	end if;
	return new;
end
$$;

-- A referral that waits has no answer yet; one that does not says since when. A phone's clock may be a day wrong.
create function private.check_referral() returns trigger
language plpgsql set search_path = ''
as $$
declare
	is_new constant boolean := tg_op = 'INSERT';
	today constant date := now() at time zone 'Europe/London';
begin
	if private.current_user_id() is not null
		and new.council_id not in (select private.my_councils('officer', 'manager', 'admin'))
	then
		return new;
	end if;
	new.answered_on := case when new.status <> 'made' then coalesce(new.answered_on, today) end;
	if (is_new or new.referred_on <> old.referred_on) and new.referred_on > today + 1 then
		perform private.refuse('date_in_future', 'referred_on');
	elsif (is_new or new.answered_on is distinct from old.answered_on) and new.answered_on > today + 1 then
		perform private.refuse('date_in_future', 'answered_on');
	end if;
	return new;
end
$$;

-- All fire before the stamp (triggers fire by name).
create trigger check_referral before insert or update on public.referrals
for each row execute function private.check_referral();
create trigger check_log_of_record before insert or update on public.referrals
for each row execute function private.check_log_of_record();
create trigger check_deletion before update on public.referrals
for each row execute function private.check_deletion();

select private.keep_in_sync('public.referral_routes');
select private.keep_in_sync('public.referrals');

create policy "managers and admins add routes" on public.referral_routes for insert to authenticated
with check (council_id in (select private.my_councils('manager', 'admin')));
create policy "managers and admins change routes" on public.referral_routes for update to authenticated
using (council_id in (select private.my_councils('manager', 'admin')));

-- Online only, as the register is.
create policy "cleared managers read referrals of the register" on public.referrals for select to authenticated
using (scope like 'user:%' and council_id in (select private.my_registers()));
create policy "officers, managers and admins refer from logs that they read" on public.referrals
for insert to authenticated
with check (
	council_id in (select private.my_councils('officer', 'manager', 'admin'))
	and (scope in (select private.my_scopes()) or council_id in (select private.my_registers()))
);
-- As with logs: what somebody may not read, they do not change.
create policy "officers, managers and admins change referrals" on public.referrals for update to authenticated
using (
	council_id in (select private.my_councils('officer', 'manager', 'admin'))
	and (
		scope in (select private.my_scopes())
		or scope like 'user:%' and council_id in (select private.my_registers())
	)
);

-- A log that moves to another scope takes its referrals along (the stamp works out their scope anew), and one that is
-- deleted takes them with it.
create function private.take_referrals_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.referrals
	set scope = scope, deleted_at = coalesce(deleted_at, new.deleted_at)
	where council_id = new.council_id and log_id = new.id;
	return null;
end
$$;
create trigger take_referrals_along after update on public.engagement_logs
for each row when (old.scope <> new.scope or old.deleted_at is null and new.deleted_at is not null)
execute function private.take_referrals_along();
