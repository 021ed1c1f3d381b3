import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** An equality objective (a theme), or one of the priorities under it. Field work serves priorities. */
export const objective = defineRecord({
	table: 'objectives',
	schema: z.object({
		plan_id: z.uuid(),
		/** A priority names the objective that it belongs to; an objective has no parent. */
		parent_id: z.nullable(z.uuid()),
		kind: z.enum(Constants.public.Enums.objective_kind),
		reference: z.string(),
		title: z
			.string()
			.check(
				z.minLength(1, 'Enter a title'),
				z.maxLength(300, 'The title must be 300 characters or fewer')
			),
		description: z.nullable(z.string()),
		/** The module of the LGA Equality Framework (2021), where the plan follows it. */
		lga_module: z.nullable(z.enum(Constants.public.Enums.lga_module)),
		position: z.int(),
		/** From this date no new record may name it. */
		closed_on: z.nullable(z.iso.date())
	}),
	columns: {
		kind: { label: 'Kind', list: 'objective_kind' },
		reference: { label: 'Reference' },
		title: { label: 'Title' },
		description: { label: 'What it means' },
		parent_id: { label: 'Under', names: 'objectives' },
		plan_id: { label: 'Plan', names: 'plans' },
		lga_module: { label: 'LGA framework module', list: 'lga_module' },
		closed_on: { label: 'Closed from', date: true }
	}
});
