-- Sensitive logs: a restricted log has no place, and a hate incident is restricted, names nobody, and says where the
-- people were sent for help.

set lock_timeout = '5s';

create type public.signpost as enum (
	'emergency', 'police', 'true_vision', 'council_team', 'victim_support', 'tell_mama', 'community_security_trust',
	'galop', 'other'
);

-- Old logs have neither: nothing to check.
alter table public.engagement_logs
	add column hate_incident boolean not null default false,
	add column signposted public.signpost [] not null default '{}'
	-- squawk-ignore constraint-missing-not-valid
	constraint engagement_logs_signposted_not_valid check (private.is_list(signposted));
comment on column public.engagement_logs.hate_incident is 'Restricted, with nothing in it that says who it was.';
comment on column public.engagement_logs.signposted is 'Where people were told that they find help.';

insert into private.sentences (code, sentence)
values ('signpost_needed', 'Say where you signposted the person who told you of the hate incident.');

-- What follows from a log being sensitive is made so rather than refused: an old phone sends a place with a restricted
-- log, and no phone may say by mistake who it was.
create function private.check_sensitive_log() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.hate_incident then
		if cardinality(new.signposted) = 0
			and (tg_op = 'INSERT' or not old.hate_incident or cardinality(old.signposted) > 0)
		then
			perform private.refuse('signpost_needed', 'signposted');
		end if;
		new.restricted := true;
		-- By name, so that it holds for columns whichever migration brings them.
		new := jsonb_populate_record(new, '{
			"organisation_id": null, "partner_ids": [], "connected_organisation_ids": [],
			"tallies": [], "audiences": [], "languages": []
		}');
	end if;
	if new.restricted then
		new.place_id := null;
	end if;
	return new;
end
$$;

-- Fires before the stamp (triggers fire by name), which takes the scope from what it leaves.
create trigger check_sensitive_log before insert or update on public.engagement_logs
for each row execute function private.check_sensitive_log();

update public.engagement_logs set place_id = null where restricted and place_id is not null;
