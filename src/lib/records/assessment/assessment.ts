import * as z from 'zod/mini';
import { Constants } from '../database.types';
import { defineRecord, type ColumnWords, type FieldsOf } from '../define-record';
import { GROUPS, groups, type Group, type ImpactColumn } from './groups';
import { ASSESSMENT_TEXT_MAX } from './limits';

const { Enums } = Constants.public;

const text = (max: number) => z.string().check(z.maxLength(max));
const longText = text(ASSESSMENT_TEXT_MAX);

/** The same for every group, each in a column of its own, so that two people's edits go together. */
function perGroup<V>(value: (group: Group) => V): Record<ImpactColumn, V> {
	return Object.fromEntries(groups.map((group) => [`impact_${group}`, value(group)])) as Record<
		ImpactColumn,
		V
	>;
}

/** What a policy, a budget proposal or a change of a service would mean for different groups, asked before it is decided. */
export const assessment = defineRecord({
	table: 'assessments',
	schema: z.object({
		type: z.enum(Enums.assessment_type),
		reference: text(50),
		title: text(300).check(z.minLength(1)),
		service: text(200).check(z.minLength(1)),
		/** What made the council ask. */
		trigger: z.enum(Enums.assessment_trigger),
		/** What would change. */
		summary: longText,
		/** Who does it. */
		lead: text(200),
		objective_id: z.nullable(z.uuid()),
		/** The action that it belongs to; its mitigations are the actions that name it. */
		action_id: z.nullable(z.uuid()),
		due_on: z.nullable(z.iso.date()),
		status: z.enum(Enums.assessment_status),
		/** Why no full assessment is needed, where screening came to that. */
		screened_out_reason: longText,
		/** Null: not considered yet. */
		...perGroup(() => z.nullable(z.enum(Enums.assessment_impact))),
		findings: longText,
		/** Of a health equity audit: who needs the service, who gets it, and what comes of it, by group. */
		need_note: longText,
		access_note: longText,
		outcome_comparison: longText,
		/** Name and post of the senior person. */
		signed_off_by: text(200),
		signed_off_on: z.nullable(z.iso.date()),
		review_on: z.nullable(z.iso.date()),
		/** What monitoring showed once the change was made. */
		outcome_note: longText
	}),
	columns: {
		type: { label: 'Kind of assessment', list: 'assessment_type' },
		reference: { label: 'Reference' },
		title: { label: 'Title' },
		service: { label: 'Service' },
		trigger: { label: 'Why it is made', list: 'assessment_trigger' },
		summary: { label: 'What would change' },
		lead: { label: 'Done by' },
		objective_id: { label: 'Serves', names: 'objectives' },
		action_id: { label: 'Action', names: 'actions' },
		due_on: { label: 'Due date', date: true },
		status: { label: 'Status', list: 'assessment_status' },
		screened_out_reason: { label: 'Why no full assessment is needed' },
		...perGroup((group): ColumnWords => ({ label: GROUPS[group], list: 'assessment_impact' })),
		findings: { label: 'Findings' },
		need_note: { label: 'Need' },
		access_note: { label: 'Access' },
		outcome_comparison: { label: 'Outcomes' },
		signed_off_by: { label: 'Signed off by' },
		signed_off_on: { label: 'Signed off on', date: true },
		review_on: { label: 'Review date', date: true },
		outcome_note: { label: 'What came of it' }
	}
});

export type AssessmentFields = FieldsOf<'assessments'>;
