/** The values of the plan form and the objective form, and how they become columns. */
import * as z from 'zod/mini';
import { dateField, textField } from '$lib/forms/field-schemas';
import { formatDate } from '$lib/time/dates';
import type { FieldsOf } from '$lib/records/define-record';

/** In the order of the page: errors are listed so. */
export interface PlanValues {
	title: string;
	status: string;
	starts_on: string;
	ends_on: string;
	published_on: string;
	information_published_on: string;
	review_on: string;
	source: string;
}

/** The columns that the form of a plan changes. */
export type PlanChange = Omit<FieldsOf<'plans'>, 'carried_from'>;

export function emptyPlan(): PlanValues {
	return {
		title: '',
		status: 'draft',
		starts_on: '',
		ends_on: '',
		published_on: '',
		information_published_on: '',
		review_on: '',
		source: ''
	};
}

export function valuesOfPlan(plan: FieldsOf<'plans'>): PlanValues {
	return {
		title: plan.title,
		status: plan.status,
		starts_on: plan.starts_on ?? '',
		ends_on: plan.ends_on ?? '',
		published_on: plan.published_on ?? '',
		information_published_on: plan.information_published_on ?? '',
		review_on: plan.review_on ?? '',
		source: plan.source ?? ''
	};
}

const optionalDate = (name: string) => dateField({ name, optional: true });

export const planSchema: z.ZodMiniType<PlanChange, PlanValues> = z.pipe(
	z
		.object({
			title: textField({ name: 'the title of the plan', max: 300 }),
			status: z.string(),
			starts_on: optionalDate('the day it starts'),
			ends_on: optionalDate('the day it ends'),
			published_on: optionalDate('the day the objectives were published'),
			information_published_on: optionalDate('the day equality information was published'),
			review_on: optionalDate('the day of the review'),
			source: textField({ name: 'where it comes from', max: 1000, optional: true })
		})
		.check(({ value: { starts_on, ends_on }, issues }) => {
			if (starts_on && ends_on && ends_on < starts_on)
				issues.push({
					code: 'custom',
					input: ends_on,
					path: ['ends_on'],
					message: `The day it ends must be on or after ${formatDate(starts_on)}`
				});
		}),
	z.transform((values) => nullWhereEmpty(values, ['title', 'status']) as PlanChange)
);

export interface ObjectiveValues {
	reference: string;
	title: string;
	description: string;
	lga_module: string;
	closed_on: string;
}

/** The columns that the form of an objective changes. */
export type ObjectiveChange = Pick<
	FieldsOf<'objectives'>,
	'reference' | 'title' | 'description' | 'lga_module' | 'closed_on'
>;

export function valuesOfObjective(objective: FieldsOf<'objectives'>): ObjectiveValues {
	return {
		reference: objective.reference,
		title: objective.title,
		description: objective.description ?? '',
		lga_module: objective.lga_module ?? '',
		closed_on: objective.closed_on ?? ''
	};
}

export const objectiveSchema: z.ZodMiniType<ObjectiveChange, ObjectiveValues> = z.pipe(
	z.object({
		reference: textField({ name: 'a reference', max: 50 }),
		title: textField({ name: 'a title', max: 300 }),
		description: textField({ name: 'what it means', max: 5000, optional: true }),
		lga_module: z.string(),
		closed_on: optionalDate('the day it closes')
	}),
	z.transform((values) => nullWhereEmpty(values, ['reference', 'title']) as ObjectiveChange)
);

/** What is left open becomes null, but for the columns that may not be. */
function nullWhereEmpty(values: Record<string, string>, required: readonly string[]) {
	return Object.fromEntries(
		Object.entries(values).map(([column, value]) => [
			column,
			value === '' && !required.includes(column) ? null : value
		])
	);
}

/** The next reference beside some others: "5" after "4", "2.3" after "2.2", "2.1" for the first under "2". */
export function nextReference(beside: readonly string[], under?: string): string {
	const numbers = beside.map((reference) => Number(/(\d+)\D*$/.exec(reference)?.[1] ?? 0));
	const next = Math.max(0, ...numbers) + 1;
	return under === undefined ? `${next}` : `${under}.${next}`;
}
