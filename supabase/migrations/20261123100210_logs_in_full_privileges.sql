grant insert (
	partner_ids, councillor_present, audiences, sentiment, needed, strengths, strong, connected_organisation_ids, channel,
	languages, resources, programmes
) on public.engagement_logs to authenticated;
grant update (
	partner_ids, councillor_present, audiences, sentiment, needed, strengths, strong, connected_organisation_ids, channel,
	languages, resources, programmes
) on public.engagement_logs to authenticated;
