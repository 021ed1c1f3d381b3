/** Figures that the database works out, suppressed there for whoever may not see the records behind them. */
import type { WardActivity } from './activity';

export interface ActivityQuery {
	/** First and last day, YYYY-MM-DD. */
	since: string;
	until: string;
	/** An objective or a priority; null for everything. */
	objectiveId: string | null;
}

/** Where figures come from. `supabase/` implements it. */
export interface Figures {
	/** @throws Failure offline | signed_out | unavailable | refused */
	wardActivity(query: ActivityQuery): Promise<WardActivity>;
}
