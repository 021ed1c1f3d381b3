/** How rounds are spoken of on screen. */
import type { Row } from '$lib/records/registry';
import { formatDate } from '$lib/time/dates';
import type { Tone } from '$lib/ui/Tag.svelte';

type Round = Pick<Row<'grant_rounds'>, 'opens_on' | 'closes_on' | 'decided_by'>;

/** "Open 5 October 2026 to 27 November 2026, decided by 18 December 2026" */
export function roundInWords({ opens_on, closes_on, decided_by }: Round): string {
	return [
		`Open ${formatDate(opens_on)} to ${formatDate(closes_on)}`,
		...(decided_by ? [`decided by ${formatDate(decided_by)}`] : [])
	].join(', ');
}

/** How a round stands on a day, for its tag. */
export function standingOf(
	{ opens_on, closes_on }: Round,
	today: string
): { words: string; tone: Tone } {
	if (opens_on > today) return { words: `Opens ${formatDate(opens_on)}`, tone: 'neutral' };
	if (closes_on >= today) return { words: 'Open', tone: 'green' };
	return { words: 'Closed', tone: 'neutral' };
}
