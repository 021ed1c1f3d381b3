import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';

/** The longest note on progress that the server takes. */
export const PROGRESS_MAX = 10_000;

/** Something that the plan says the council will do. */
export const action = defineRecord({
	table: 'actions',
	schema: z.object({
		plan_id: z.uuid(),
		/** The lead objective or priority; every action has exactly one. */
		objective_id: z.uuid(),
		reference: z.string().check(z.minLength(1, 'Enter a reference'), z.maxLength(50)),
		title: z.string().check(z.minLength(1, 'Enter a title'), z.maxLength(500)),
		service: z.string(),
		owner: z.nullable(z.string()),
		due_on: z.nullable(z.iso.date()),
		/** A deadline that is not one date, in words: "within one working day". */
		due_rule: z.nullable(z.string()),
		status: z.enum(Constants.public.Enums.action_status),
		rag: z.nullable(z.enum(Constants.public.Enums.rag)),
		progress_note: z.nullable(
			z
				.string()
				.check(
					z.maxLength(
						PROGRESS_MAX,
						`Progress must be ${PROGRESS_MAX.toLocaleString('en-GB')} characters or fewer`
					)
				)
		),
		position: z.int(),
		source_ref: z.nullable(z.string()),
		/** The assessment whose finding it answers: the action is its mitigation. */
		assessment_id: z.nullable(z.uuid())
	}),
	columns: {
		reference: { label: 'Reference' },
		title: { label: 'Title' },
		objective_id: { label: 'Serves', names: 'objectives' },
		service: { label: 'Service' },
		owner: { label: 'Owner' },
		rag: { label: 'RAG rating', list: 'rag' },
		status: { label: 'Status', list: 'action_status' },
		due_on: { label: 'Due date', date: true },
		due_rule: { label: 'Deadline rule' },
		progress_note: { label: 'Progress' },
		source_ref: { label: 'In the plan' },
		assessment_id: { label: 'Mitigates', names: 'assessments' }
	}
});

export type ActionFields = z.infer<typeof action.schema>;
