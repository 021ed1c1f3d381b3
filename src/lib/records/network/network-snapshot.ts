import * as z from 'zod/mini';
import { defineRecord, type FieldsOf } from '../define-record';
import { PEOPLE_MAX } from './limits';

/** How many belong to a network on a day. */
export const networkSnapshot = defineRecord({
	table: 'network_snapshots',
	schema: z.object({
		network_id: z.uuid(),
		counted_on: z.iso.date('Enter the day of the count'),
		members: z
			.int('Enter the number of members')
			.check(
				z.gte(0, 'Members must be 0 or more'),
				z.lte(PEOPLE_MAX, `Members must be ${PEOPLE_MAX.toLocaleString('en-GB')} or fewer`)
			)
	}),
	columns: {
		network_id: { label: 'Network', names: 'networks' },
		counted_on: { label: 'Counted on', date: true },
		members: { label: 'Members' }
	}
});

export type NetworkSnapshotFields = FieldsOf<'network_snapshots'>;
