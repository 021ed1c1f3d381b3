-- Readings are fed by triggers alone.

revoke all on function
	private.event_day(public.community_events),
	private.fed_value(public.measures, public.network_activities),
	private.fed_value(public.measures, public.community_events, public.event_evaluations),
	private.feed_touched(uuid, uuid, uuid, date, public.measure_feed []),
	private.feed_from_activity(),
	private.feed_from_event(),
	private.feed_from_evaluation()
from public, anon, authenticated, service_role;
