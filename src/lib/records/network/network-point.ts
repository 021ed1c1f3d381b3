import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type FieldsOf } from '../define-record';
import { POINT_MAX } from './limits';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));

/** What came up at an activity: an issue raised, a decision or an action point. */
export const networkPoint = defineRecord({
	table: 'network_points',
	schema: z.object({
		activity_id: z.uuid(),
		/** Its activity's. */
		network_id: z.uuid(),
		kind: z.enum(Enums.network_point_kind),
		what: text(POINT_MAX.what).check(z.minLength(1, 'Enter what came up')),
		/** Goes into the steering group's pack. */
		to_steering: z.boolean(),
		/** The action that it was proposed as, or that it is about. */
		action_id: z.nullable(z.uuid()),
		/** A decision is settled from the start. */
		status: z.enum(Enums.network_point_status),
		/** What came of it. */
		answer: text(POINT_MAX.answer)
	}),
	columns: {
		kind: { label: 'Kind', list: 'network_point_kind' },
		what: { label: 'What came up' },
		activity_id: { label: 'At', names: 'network_activities' },
		network_id: { label: 'Network', names: 'networks' },
		to_steering: { label: 'For the steering group' },
		action_id: { label: 'Action', names: 'actions' },
		status: { label: 'Status', list: 'network_point_status' },
		answer: { label: 'What came of it' }
	}
});

export type NetworkPointFields = FieldsOf<'network_points'>;
