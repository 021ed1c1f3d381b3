/** The rounds that an application may come into. */
import type { Option } from '$lib/forms/option';
import type { Row } from '$lib/records/registry';
import { formatDate } from '$lib/time/dates';

/**
 * Rounds of open programmes that have begun, those that still take applications first, then the newest. A late application
 * may be taken in: that a round has closed is said, not forbidden.
 * @param kept one that stays in the list whatever became of it
 */
export function roundChoices(
	rounds: readonly Row<'grant_rounds'>[],
	programmes: readonly Row<'grant_programmes'>[],
	kept: string,
	today: string
): Option[] {
	const open = new Set(programmes.filter(({ status }) => status === 'open').map(({ id }) => id));
	const isTaking = ({ closes_on }: Row<'grant_rounds'>) => closes_on >= today;
	return rounds
		.filter(
			(round) => round.id === kept || (open.has(round.programme_id) && round.opens_on <= today)
		)
		.toSorted(
			(a, b) => Number(isTaking(b)) - Number(isTaking(a)) || b.opens_on.localeCompare(a.opens_on)
		)
		.map((round) => ({
			value: round.id,
			label: isTaking(round) ? round.name : `${round.name} (closed ${formatDate(round.closes_on)})`
		}));
}
