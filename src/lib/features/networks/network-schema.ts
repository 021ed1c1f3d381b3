/** How the forms of a network and of a count of its members are read. */
import * as z from 'zod/mini';
import { dateField, pastDateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { NETWORK_MAX, PEOPLE_MAX } from '$lib/records/network/limits';
import { network, type NetworkFields } from '$lib/records/network/network';
import type { NetworkSnapshotFields } from '$lib/records/network/network-snapshot';
import type { CountValues, NetworkValues } from './network-values';

/** Reads the form of a network. */
export function networkSchema(): z.ZodMiniType<NetworkFields, NetworkValues> {
	const optional = (name: string, max: number) => textField({ name, max, optional: true });
	return z.pipe(
		z.object({
			name: textField({ name: 'the name of the network', max: NETWORK_MAX.name }),
			kind: network.schema.shape.kind,
			characteristic: z.string(),
			purpose: optional('what it is for', NETWORK_MAX.purpose),
			objective_id: network.schema.shape.objective_id,
			lead_post: optional('the post that leads it', NETWORK_MAX.lead_post),
			meets: optional('when it meets', NETWORK_MAX.meets),
			reports_to: z.string(),
			ended_on: dateField({ name: 'the date it ended', optional: true })
		}),
		z.transform((typed) => ({
			...typed,
			// The steering group reports to nobody here.
			reports_to: (typed.kind !== 'steering_group' && typed.reports_to) || null,
			characteristic: (typed.kind === 'staff_network' && typed.characteristic) || null,
			ended_on: typed.ended_on || null
		}))
	) as z.ZodMiniType<NetworkFields, NetworkValues>;
}

/** Reads the form of a count. */
export function countSchema(
	today: string
): z.ZodMiniType<Omit<NetworkSnapshotFields, 'network_id'>, CountValues> {
	return z.object({
		members: wholeNumberField({ name: 'the number of members', max: PEOPLE_MAX }),
		counted_on: pastDateField({ name: 'the day of the count', today })
	}) as unknown as z.ZodMiniType<Omit<NetworkSnapshotFields, 'network_id'>, CountValues>;
}
