/**
 * What the Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017 (SI 2017/353) ask by when.
 *
 * Regulation 4: information that shows compliance with the duty, at intervals of not more than one year.
 * Regulation 5: equality objectives, at intervals of not more than four years.
 * Each period begins with the day of the last publication: published on 1 April 2026, the next information is due by
 * 31 March 2027 and the next objectives by 31 March 2030.
 */
import { addDays, addMonths, daysBetween, later, partsOf } from '$lib/time/dates';
import type { Row } from '../registry';

type Published = Pick<Row<'plans'>, 'published_on' | 'information_published_on' | 'review_on'>;

export type Duty = 'information' | 'objectives' | 'review';

/** One thing that has to be done by a day. */
export interface Deadline {
	duty: Duty;
	/** The last day for it, `YYYY-MM-DD`. */
	due: string;
	/** Days that are left, today not counted; negative when the day has passed. */
	days: number;
	state: 'later' | 'soon' | 'overdue';
}

/** How many days before it is due each of them should be begun: consulting on new objectives takes most of a year. */
const LEAD_DAYS: Record<Duty, number> = { information: 90, objectives: 270, review: 90 };

/** The last day of a period of so many years that begins with a day. One that begins on 29 February ends on the 28th. */
export function endOfPeriod(first: string, years: number): string {
	const anniversary = addMonths(first, 12 * years);
	return partsOf(anniversary).day < partsOf(first).day ? anniversary : addDays(anniversary, -1);
}

/**
 * What a plan's dates ask for, the next one first. Empty where nothing has been published yet: then no period runs.
 * Publishing objectives publishes information as well, until a later publication says otherwise.
 * @param today `YYYY-MM-DD`
 */
export function deadlinesOf(plan: Published, today: string): Deadline[] {
	const informed = later(plan.information_published_on, plan.published_on);
	const dates: [Duty, string | null][] = [
		['information', informed && endOfPeriod(informed, 1)],
		['objectives', plan.published_on && endOfPeriod(plan.published_on, 4)],
		['review', plan.review_on]
	];
	return dates
		.flatMap(([duty, due]) => (due ? [deadline(duty, due, today)] : []))
		.sort((a, b) => a.due.localeCompare(b.due));
}

/** Whether a planned review comes later than the regulations allow. */
export function reviewsTooLate({ published_on, review_on }: Published): boolean {
	return published_on !== null && review_on !== null && review_on > endOfPeriod(published_on, 4);
}

function deadline(duty: Duty, due: string, today: string): Deadline {
	const days = daysBetween(today, due);
	const state = days < 0 ? 'overdue' : days <= LEAD_DAYS[duty] ? 'soon' : 'later';
	return { duty, due, days, state };
}
