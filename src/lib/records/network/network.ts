import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { NETWORK_MAX } from './limits';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));

/** A staff network, a forum or the steering group. Never its members: belonging to one says what the law protects. */
export const network = defineRecord({
	table: 'networks',
	schema: z.object({
		name: text(NETWORK_MAX.name).check(z.minLength(1, 'Enter the name of the network')),
		kind: z.enum(Enums.network_kind, 'Select what kind of network it is'),
		/** Whom it is for; null where it is for everybody. */
		characteristic: z.nullable(z.enum(Enums.equality_group)),
		purpose: text(NETWORK_MAX.purpose),
		/** The post that leads it; no person's name. */
		lead_post: text(NETWORK_MAX.lead_post),
		/** When and where, in words. */
		meets: text(NETWORK_MAX.meets),
		/** The network that takes up what it raises. */
		reports_to: z.nullable(z.uuid()),
		/** What its activities serve, unless one says otherwise. */
		objective_id: z.uuid('Select what it serves in the plan'),
		ended_on: z.nullable(z.iso.date())
	}),
	columns: {
		name: { label: 'Name' },
		kind: { label: 'Kind of network', list: 'network_kind' },
		characteristic: { label: 'For', list: 'equality_group' },
		purpose: { label: 'What it is for' },
		lead_post: { label: 'Led by' },
		meets: { label: 'Meets' },
		reports_to: { label: 'Reports to', names: 'networks' },
		objective_id: { label: 'Serves', names: 'objectives' },
		ended_on: { label: 'Ended', date: true }
	}
});

export type NetworkFields = FieldsOf<'networks'>;
