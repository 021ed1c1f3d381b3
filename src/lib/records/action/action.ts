import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord } from '../define-record';
import { programmesSchema } from '../programmes';
import { DESCRIPTION_MAX, PROGRESS_MAX, REASON_MAX, WORKING_DAYS_MAX } from './limits';

/** Something that the plan says the council will do, or that somebody proposes it should. */
export const action = defineRecord({
	table: 'actions',
	schema: z.object({
		plan_id: z.uuid(),
		/** The lead objective or priority; every action has exactly one. */
		objective_id: z.uuid('Select the priority it serves'),
		/** What it serves besides. */
		further_objective_ids: z.array(z.uuid()),
		/** May be empty while it is a proposal. */
		reference: z.string().check(z.maxLength(50, 'The reference must be 50 characters or fewer')),
		title: z
			.string()
			.check(
				z.minLength(1, 'Enter a title'),
				z.maxLength(500, 'The title must be 500 characters or fewer')
			),
		/** What is planned, and why. */
		description: z.nullable(text('What is planned', DESCRIPTION_MAX)),
		service: z.string(),
		/** The user id of the person who answers for it. */
		owner_id: z.nullable(z.uuid()),
		/** A post or a team, where no one person answers for it. */
		owner: z.nullable(z.string()),
		/** Organisations that it is done with. */
		partner_ids: z.array(z.uuid()),
		/** Programmes that it belongs to, by name. */
		programmes: programmesSchema,
		due_on: z.nullable(z.iso.date()),
		/** A deadline that is not one date, in words: "within one working day". */
		due_rule: z.nullable(z.string()),
		/** The same as a number, where it is counted from each report. */
		due_working_days: z.nullable(z.int().check(z.gte(1), z.lte(WORKING_DAYS_MAX))),
		status: z.enum(Constants.public.Enums.action_status),
		rag: z.nullable(z.enum(Constants.public.Enums.rag)),
		rag_reason: z.nullable(text('The reason for the rating', REASON_MAX)),
		progress_note: z.nullable(text('Progress', PROGRESS_MAX)),
		/** What was said when a proposal was accepted or declined. */
		decision: z.nullable(text('The answer', REASON_MAX)),
		/** The action of an earlier plan that it continues. */
		carried_from: z.nullable(z.uuid()),
		position: z.int().check(z.gte(0), z.lte(1_000_000)),
		source_ref: z.nullable(z.string()),
		/** The assessment whose finding it answers: the action is its mitigation. */
		assessment_id: z.nullable(z.uuid())
	}),
	columns: {
		reference: { label: 'Reference' },
		title: { label: 'Title' },
		description: { label: 'What is planned' },
		objective_id: { label: 'Serves', names: 'objectives' },
		further_objective_ids: { label: 'Also serves', names: 'objectives' },
		service: { label: 'Service' },
		owner_id: { label: 'Responsible', names: 'profiles', by: 'user_id' },
		owner: { label: 'Owner' },
		partner_ids: { label: 'Partners', names: 'organisations' },
		programmes: { label: 'Programmes' },
		rag: { label: 'RAG rating', list: 'rag' },
		rag_reason: { label: 'Why this rating' },
		status: { label: 'Status', list: 'action_status' },
		due_on: { label: 'Due date', date: true },
		due_rule: { label: 'Deadline rule' },
		due_working_days: { label: 'Working days' },
		progress_note: { label: 'Progress' },
		decision: { label: 'Answer to the proposal' },
		carried_from: { label: 'Continues', names: 'actions' },
		source_ref: { label: 'In the plan' },
		assessment_id: { label: 'Mitigates', names: 'assessments' }
	}
});

function text(name: string, max: number) {
	return z
		.string()
		.check(z.maxLength(max, `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`));
}

export type ActionFields = z.infer<typeof action.schema>;
