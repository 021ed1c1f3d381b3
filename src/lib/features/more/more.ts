/** Words for the page about the person and the device. */
import { registry, type Row } from '$lib/records/registry';
import type { OutboxEntry } from '$lib/store/outbox';

/** "Officer, South East. Manager." */
export function rolesInWords(
	memberships: readonly Row<'memberships'>[],
	localities: readonly Row<'localities'>[],
	label: (role: string) => string
): string {
	const roles = memberships.map(({ role, locality_id }) => {
		const locality = localities.find(({ id }) => id === locality_id);
		return locality ? `${label(role)}, ${locality.name}` : label(role);
	});
	return roles.length > 0 ? `${roles.join('. ')}.` : 'None yet';
}

/** What a sign-out leaves behind: "You have 2 logs not sent. They stay on this device under your name." */
export function unsentWords(outbox: readonly OutboxEntry[]): string {
	if (outbox.length === 0) return 'Everything you did is sent.';
	const logsOnly = outbox.every(({ table }) => table === 'engagement_logs');
	const name = logsOnly ? registry.engagement_logs.name : { one: 'change', many: 'changes' };
	return outbox.length === 1
		? `You have 1 ${name.one} not sent. It stays on this device under your name.`
		: `You have ${outbox.length} ${name.many} not sent. They stay on this device under your name.`;
}
