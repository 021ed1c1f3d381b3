/** The directory of routes and the referrals made: which are shown, in which order, and what is said of them. */
import { labelOf } from '$lib/records/code-lists';
import type { Row } from '$lib/records/registry';
import { addMonths, formatDate } from '$lib/time/dates';

type Route = Row<'referral_routes'>;
type Referral = Row<'referrals'>;

/** Routes that help with a reason ('' for any) and in whose words every word typed occurs, by name. */
export function findRoutes(routes: readonly Route[], reason: string, text: string): Route[] {
	const words = text.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
	return routes
		.filter((route) => {
			const said = [route.name, reasonsInWords(route), route.who_for, route.how]
				.join(' ')
				.toLocaleLowerCase('en-GB');
			return (
				(reason === '' || route.reasons.some((one) => one === reason)) &&
				words.every((word) => said.includes(word))
			);
		})
		.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** "Food, Money, benefits and debt" */
export function reasonsInWords({ reasons }: Pick<Route, 'reasons'>): string {
	return reasons.map((reason) => labelOf('referral_reason', reason)).join(', ');
}

/** How fresh a route is: what is said of it, and whether somebody should look again. After a year, they should. */
export function checkedInWords(
	{ checked_on }: Pick<Route, 'checked_on'>,
	today: string
): { words: string; isStale: boolean } {
	if (!checked_on) return { words: 'Not checked yet', isStale: true };
	return {
		words: `Checked on ${formatDate(checked_on)}`,
		isStale: checked_on < addMonths(today, -12)
	};
}

/** Referrals that nobody has answered, those that wait longest first; then the answered ones, the latest first. */
export function byAnswer(referrals: readonly Referral[]): {
	waiting: Referral[];
	answered: Referral[];
} {
	const isWaiting = ({ status }: Referral) => status === 'made';
	return {
		waiting: referrals
			.filter(isWaiting)
			.toSorted((a, b) => a.referred_on.localeCompare(b.referred_on)),
		answered: referrals
			.filter((referral) => !isWaiting(referral))
			.toSorted((a, b) => (b.answered_on ?? '').localeCompare(a.answered_on ?? ''))
	};
}

/** How many referrals name one route or one reason, and what was answered. */
export interface ReferralCount {
	/** A route's id, or a reason's code. */
	key: string;
	made: number;
	accepted: number;
	declined: number;
	/** Not answered, or not expected to be any more. */
	open: number;
}

/** Counts by route or by reason, the most first. */
export function countsBy(
	referrals: readonly Referral[],
	column: 'route_id' | 'reason'
): ReferralCount[] {
	const keys = [...new Set(referrals.map((referral) => referral[column]))];
	return keys
		.map((key) => {
			const ours = referrals.filter((referral) => referral[column] === key);
			const count = (status: string) => ours.filter((one) => one.status === status).length;
			return {
				key,
				made: ours.length,
				accepted: count('accepted'),
				declined: count('declined'),
				open: count('made') + count('unknown')
			};
		})
		.toSorted((a, b) => b.made - a.made);
}
