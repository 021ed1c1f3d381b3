/** How the form of an action or a proposal is read. */
import * as z from 'zod/mini';
import { firstErrors } from '$lib/forms/error-list';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { DESCRIPTION_MAX, WORKING_DAYS_MAX } from '$lib/records/action/limits';
import { PROGRAMME_MAX, PROGRAMMES_MAX } from '$lib/records/programmes';
import type { Row } from '$lib/records/registry';
import type { ActionInput } from '../insert-action';
import type { ActionKind, ActionValues } from './action-values';

/** What the rules look at. */
export interface ActionSurroundings {
	/** The action's own id. */
	id: string;
	objectives: readonly Row<'objectives'>[];
	actions: readonly Row<'actions'>[];
}

const LINE_MAX = 200;

function typedSchema(kind: ActionKind) {
	const optional = kind === 'proposal';
	return z.object({
		reference: textField({ name: 'the reference', max: 50, optional }),
		title: textField({ name: 'the title', max: 500 }),
		description: textField({
			name: optional ? 'why it is needed' : 'what is planned',
			max: DESCRIPTION_MAX,
			optional: true
		}),
		service: textField({ name: 'the service', max: LINE_MAX, optional }),
		owner: textField({ name: 'the owner', max: LINE_MAX, optional: true }),
		due_on: dateField({ name: 'the due date', optional: true }),
		due_rule: textField({ name: 'the deadline rule', max: LINE_MAX, optional: true }),
		due_working_days: wholeNumberField({
			name: 'the number of working days',
			min: 1,
			max: WORKING_DAYS_MAX,
			optional: true
		}),
		further_programme: textField({ name: 'the programme', max: PROGRAMME_MAX, optional: true })
	});
}

/**
 * The form's schema: reads its values into columns, or finds every field at fault in one go.
 * @param around what the rules look at, at the moment of saving
 */
export function actionFormSchema(
	kind: ActionKind,
	around: () => ActionSurroundings
): z.ZodMiniType<ActionInput, ActionValues> {
	const typed = typedSchema(kind);
	return z.pipe(
		z.custom<ActionValues>(),
		z.transform((values, context) => {
			const read = typed.safeParse(values);
			const { id, objectives, actions } = around();
			const objective = objectives.find(({ id }) => id === values.objective_id);
			const programmes = [
				...new Set([...values.programmes, values.further_programme.trim()].filter(Boolean))
			];
			const faults = {
				...firstErrors(read.error?.issues ?? []),
				...(!objective && { objective_id: 'Select the priority it serves' }),
				...(objective &&
					kind === 'action' &&
					referenceFault(values.reference, { id, plan_id: objective.plan_id }, actions)),
				...(programmes.length > PROGRAMMES_MAX && {
					programmes: `Select ${PROGRAMMES_MAX} programmes or fewer`
				})
			};
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			const data = read.data ?? { ...values, due_working_days: null };
			return {
				plan_id: objective?.plan_id ?? '',
				// A proposal has none until it is accepted.
				reference: kind === 'action' ? data.reference : '',
				title: data.title,
				description: data.description || null,
				objective_id: values.objective_id,
				// What it serves first, it does not serve besides.
				further_objective_ids: values.further_objective_ids.filter(
					(id) => id !== values.objective_id
				),
				service: data.service,
				owner_id: values.owner_id || null,
				owner: data.owner || null,
				due_on: data.due_on || null,
				due_rule: data.due_rule || null,
				due_working_days: data.due_working_days,
				programmes,
				partner_ids: values.partner_ids,
				assessment_id: values.assessment_id || null
			};
		})
	);
}

/** Says where two actions of a plan would go by one reference. */
export function referenceFault(
	typed: string,
	{ id, plan_id }: Pick<Row<'actions'>, 'id' | 'plan_id'>,
	actions: readonly Row<'actions'>[]
): { reference: string } | false {
	const reference = typed.trim();
	const other = actions.find(
		(action) =>
			action.id !== id &&
			action.plan_id === plan_id &&
			action.reference !== '' &&
			action.reference === reference
	);
	return other ? { reference: `${reference} is the reference of “${other.title}”` } : false;
}
