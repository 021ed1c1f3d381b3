-- Safety messages delivered at a contact: what measures of prevention work add up.

set lock_timeout = '5s';

alter table public.engagement_logs
	add column safety_messages integer
		-- squawk-ignore constraint-missing-not-valid
		constraint engagement_logs_safety_messages_out_of_range check (safety_messages between 0 and 100000);
comment on column public.engagement_logs.safety_messages is 'How many safety messages were delivered; null where nobody counted.';
