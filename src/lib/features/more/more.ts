/** Words for the page about the person and the device. */
import type { Row } from '$lib/records/registry';
import type { OutboxEntry } from '$lib/store/outbox';
import { recordsInWords } from '../unsent';

/** "Officer, South East, handles grants. Manager." */
export function rolesInWords(
	memberships: readonly Row<'memberships'>[],
	localities: readonly Row<'localities'>[],
	label: (role: string) => string
): string {
	const roles = memberships.map(({ role, locality_id, handles_grants }) => {
		const locality = localities.find(({ id }) => id === locality_id);
		return [label(role), locality?.name, handles_grants && 'handles grants']
			.filter(Boolean)
			.join(', ');
	});
	return roles.length > 0 ? `${roles.join('. ')}.` : 'None yet';
}

/** What a sign-out leaves behind: "You have 2 logs not sent. They stay on this device under your name." */
export function unsentWords(outbox: readonly OutboxEntry[]): string {
	if (outbox.length === 0) return 'Everything you did is sent.';
	const records = recordsInWords(outbox);
	return records.startsWith('1 ')
		? `You have ${records} not sent. It stays on this device under your name.`
		: `You have ${records} not sent. They stay on this device under your name.`;
}
