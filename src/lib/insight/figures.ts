/** Figures that the database works out, suppressed there for whoever may not see the records behind them. */
import type { ActivityByMonth, WardActivity } from './activity';
import type { Gaps } from './gaps';
import type { Period } from './periods';
import type { ReportFigures } from './report-figures';
import type { Representativeness } from './representativeness';

export interface ActivityQuery {
	/** YYYY-MM-DD: the months from that of the first day to that of the last, the whole of both. */
	since: string;
	until: string;
	/** An objective or a priority; null for everything. */
	objectiveId: string | null;
	/** Contacts of one type, theme or group alone; null for all. Of these a group alone narrows events and grants. */
	only: Only | null;
}

export type Purpose = 'screen' | 'export';

export interface Only {
	kind: 'type' | 'theme' | 'group' | 'channel' | 'language' | 'tally';
	/** Its code; for a tally with its characteristic: `ethnic_group/asian_indian`. */
	value: string;
}

/** Where figures come from. `supabase/` implements it. */
export interface Figures {
	/**
	 * @param purpose what is to leave the council in a file has small numbers held back, whoever asks
	 * @throws Failure offline | signed_out | unavailable | refused
	 */
	wardActivity(query: ActivityQuery, purpose?: Purpose): Promise<WardActivity>;
	/** @throws Failure offline | signed_out | unavailable | refused */
	activityByMonth(query: ActivityQuery): Promise<ActivityByMonth>;
	/** For managers and administrators. @throws Failure offline | signed_out | unavailable | refused */
	gaps(period: Period): Promise<Gaps>;
	/**
	 * Who was counted.
	 * @param ward its code; null for all of the council
	 * @throws Failure offline | signed_out | unavailable | refused
	 */
	representativeness(period: Period, ward: string | null): Promise<Representativeness>;
	/**
	 * What a report says of a financial year.
	 * @param day one of the year's, YYYY-MM-DD
	 * @throws Failure offline | signed_out | unavailable | refused
	 */
	report(day: string): Promise<ReportFigures>;
}
