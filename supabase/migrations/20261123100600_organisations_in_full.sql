-- Organisations in full: how one is run and registered, when it meets, and how it is reached. Its own phone and email,
-- never a person's.

set lock_timeout = '5s';

create type public.governance as enum (
	'informal', 'association', 'charity', 'cio', 'charitable_company', 'cic', 'cooperative', 'company', 'faith_body',
	'public_body', 'other'
);

-- Old organisations have every new column empty: nothing to check.
alter table public.organisations
	add column governance public.governance,
	add column charity_number text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_charity_number_not_valid check (
		charity_number = '' or charity_number ~ '^([0-9]{6,7}(-[0-9]{1,2})?|SC[0-9]{6}|NIC[0-9]{6})$'
	),
	add column company_number text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_company_number_not_valid check (
		company_number = '' or company_number ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$'
	),
	add column trustee_support text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_trustee_support_too_long check (char_length(trustee_support) <= 2000),
	add column is_partner boolean not null default false,
	add column meets text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_meets_too_long check (char_length(meets) <= 500),
	add column phone text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_phone_too_long check (char_length(phone) <= 50),
	add column email text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_email_not_valid check (email = '' or email ~ '^[^[:space:]@]+@[^[:space:]@]+$')
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_email_too_long check (char_length(email) <= 200),
	add column website text not null default ''
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_website_not_valid check (website = '' or website ~ '^https?://[^[:space:]]+$')
	-- squawk-ignore constraint-missing-not-valid
	constraint organisations_website_too_long check (char_length(website) <= 500);

comment on column public.organisations.charity_number is
'As its register writes it: England and Wales (1234567, 1234567-1), Scotland (SC012345), Northern Ireland (NIC101234).';
comment on column public.organisations.company_number is 'As Companies House writes it, eight characters: 01234567, IP012345.';
comment on column public.organisations.trustee_support is 'Help offered to its trustees, and vacancies. No names.';
comment on column public.organisations.is_partner is 'Works with the council on its equality plan.';
comment on column public.organisations.meets is 'When and where it meets: "Tuesdays at 6pm, Leys Community Centre".';
comment on column public.organisations.phone is 'Its own, never a person''s; likewise the email address.';
