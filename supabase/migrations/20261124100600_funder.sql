-- The council as a funder: by which identifiers open data knows it, and how early it reminds of reports on grants.

set lock_timeout = '5s';

-- A server has a handful of councils: checking them takes no time.
alter table public.councils
	add column funder_prefix text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_funder_prefix_not_valid check (funder_prefix ~ '^([A-Za-z0-9][A-Za-z0-9_]{0,49})?$'),
	add column funder_org_id text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_funder_org_id_not_valid check (funder_org_id ~ '^([A-Z0-9]{2,5}-[A-Za-z0-9._-]{1,100})?$'),
	add column report_reminder_days integer not null default 10
	-- squawk-ignore constraint-missing-not-valid
	constraint councils_report_reminder_days_out_of_range check (report_reminder_days between 0 and 60);
comment on column public.councils.funder_prefix is
'What 360Giving gave the council as a publisher: "oxford", for identifiers that begin with "360G-oxford-".';
comment on column public.councils.funder_org_id is 'The council among organisations, by org-id.guide: "GB-LAE-OXO".';
comment on column public.councils.report_reminder_days is
'How many working days before a report on a grant is due it counts as due soon.';

-- How the council knows an organisation that no register does: open data needs an identifier for every one.
alter table public.organisations
	add column own_reference text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_own_reference_not_valid check (own_reference ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,49})?$');
comment on column public.organisations.own_reference is
'Its number in the council''s own records, such as the finance system; '''' for none.';
-- squawk-ignore require-concurrent-index-creation
create unique index organisations_own_reference_key on public.organisations (council_id, own_reference)
where own_reference <> '' and deleted_at is null;
