/** How grants are spoken of on screen. */
import type { GrantStatus } from '$lib/records/grant/grant-moves';
import type { Row } from '$lib/records/registry';
import type { Tone } from '$lib/ui/Tag.svelte';
import { isAwarded } from '$lib/records/grant/grant-moves';
import { formatMoney } from '$lib/money';

/** What waits for somebody stands out. */
export function toneOf(status: GrantStatus): Tone {
	if (status === 'received' || status === 'scored' || status === 'approved') return 'amber';
	return status === 'awarded' || status === 'monitored' ? 'green' : 'neutral';
}

/** "£2,400 awarded", "£2,400 approved", "£2,700 asked for" */
export function amountInWords(
	grant: Pick<Row<'grants'>, 'status' | 'awarded_pence' | 'requested_pence'>
): string {
	if (isAwarded(grant) && grant.awarded_pence !== null)
		return `${formatMoney(grant.awarded_pence)} awarded`;
	if (grant.status === 'approved' && grant.awarded_pence !== null)
		return `${formatMoney(grant.awarded_pence)} approved`;
	return `${formatMoney(grant.requested_pence)} asked for`;
}

/** "Barton Story Circle", or that it is not on this device. */
export function applicantOf(
	{ organisation_id }: Pick<Row<'grants'>, 'organisation_id'>,
	organisations: readonly Row<'organisations'>[]
): string {
	return (
		organisations.find(({ id }) => id === organisation_id)?.name ??
		'An organisation that is not on this device'
	);
}
