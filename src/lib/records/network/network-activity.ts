import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { programmesSchema } from '../programmes';
import { ACTIVITY_MAX, PEOPLE_MAX } from './limits';

const { Enums } = Constants.public;

const count = (what: string, min = 0) =>
	z.nullable(
		z
			.int(`Enter ${what} as a whole number`)
			.check(
				z.gte(min, `Enter ${what} as ${min} or more`),
				z.lte(PEOPLE_MAX, `Enter ${what} as ${PEOPLE_MAX.toLocaleString('en-GB')} or fewer`)
			)
	);

/** A meeting, campaign, training or drop-in of a network: counts of who came, never names. */
export const networkActivity = defineRecord({
	table: 'network_activities',
	schema: z.object({
		network_id: z.uuid('Select the network'),
		kind: z.enum(Enums.network_activity_kind, 'Select what kind of activity it is'),
		title: z
			.string()
			.check(
				z.minLength(1, 'Enter what it was called'),
				z.maxLength(
					ACTIVITY_MAX.title,
					`The title must be ${ACTIVITY_MAX.title} characters or fewer`
				)
			),
		status: z.enum(Enums.network_activity_status),
		/** The day on which it was, or is to be. */
		held_on: z.iso.date('Enter the date'),
		place_id: z.nullable(z.uuid()),
		objective_id: z.uuid('Select the priority it serves'),
		action_id: z.nullable(z.uuid()),
		/** Of one that was held; null where nobody counted. */
		attendance: count('how many came'),
		/** Of a training that was held: how many finished it. */
		completions: count('how many finished'),
		/** Of a training: how many it is meant for. */
		headcount: count('how many it is meant for', 1),
		note: z.string().check(z.maxLength(ACTIVITY_MAX.note)),
		/** Organisations that it was done with. */
		partner_ids: z.array(z.uuid()),
		/** Programmes that it belongs to, by name. */
		programmes: programmesSchema
	}),
	columns: {
		title: { label: 'Title' },
		network_id: { label: 'Network', names: 'networks' },
		kind: { label: 'Kind of activity', list: 'network_activity_kind' },
		status: { label: 'Status', list: 'network_activity_status' },
		held_on: { label: 'Date', date: true },
		place_id: { label: 'Place', names: 'places' },
		attendance: { label: 'People who came' },
		completions: { label: 'Finished the training' },
		headcount: { label: 'Meant for' },
		objective_id: { label: 'Serves', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		note: { label: 'Note' },
		partner_ids: { label: 'With', names: 'organisations' },
		programmes: { label: 'Programmes' }
	}
});

export type NetworkActivityFields = FieldsOf<'network_activities'>;
