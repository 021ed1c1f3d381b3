/** How the form of a grant programme becomes its columns. Loaded when it is sent. */
import * as z from 'zod/mini';
import { dateField, textField, wholeNumberField } from '$lib/forms/field-schemas';
import { readEach } from '$lib/forms/read-each';
import { Constants } from '$lib/records/database.types';
import { CRITERIA_MAX, type Criterion } from '$lib/records/grant/grant-score';
import { PROGRAMME_TEXT_MAX } from '$lib/records/grant/limits';
import {
	criterionField,
	type CriterionValues,
	type ProgrammeColumns,
	type ProgrammeValues
} from './programme-values';

const line = (name: string, max: number) => textField({ name, max, optional: true });

const typedSchemas = {
	name: textField({ name: 'the name', max: PROGRAMME_TEXT_MAX.name }),
	about: line('what it is for', PROGRAMME_TEXT_MAX.about),
	service: line('the service', PROGRAMME_TEXT_MAX.service),
	objective_id: z.string().check(z.minLength(1, 'Select the priority that it serves')),
	status: z.enum(Constants.public.Enums.grant_programme_status, 'Select how it stands'),
	opens_on: dateField({ name: 'the opening date', optional: true }),
	closes_on: dateField({ name: 'the closing date', optional: true })
};

/** Reads the form's values into columns, or finds every field at fault in one go. */
export function programmeSchema(): z.ZodMiniType<ProgrammeColumns, ProgrammeValues> {
	return z.pipe(
		z.custom<ProgrammeValues>(),
		z.transform((values, context) => {
			const { data, errors } = readEach(typedSchemas, values);
			const criteria = readCriteria(values.criteria);
			const council_priorities = linesOf(values.council_priorities);
			const { opens_on, closes_on } = data;
			const faults = {
				...(opens_on &&
					closes_on &&
					closes_on < opens_on && { closes_on: 'The closing date must be after the opening date' }),
				...errors,
				...criteria.errors,
				...(council_priorities.length > 10 && {
					council_priorities: 'Enter 10 council priorities or fewer'
				}),
				...(council_priorities.some(
					({ length }) => length > PROGRAMME_TEXT_MAX.council_priority
				) && {
					council_priorities: `A council priority must be ${PROGRAMME_TEXT_MAX.council_priority} characters or fewer`
				})
			};
			for (const [field, message] of Object.entries(faults))
				context.issues.push({ code: 'custom', message, path: [field], input: values });
			return {
				...data,
				opens_on: opens_on || null,
				closes_on: closes_on || null,
				criteria: criteria.read,
				council_priorities
			};
		})
	);
}

function linesOf(text: string): string[] {
	return [...new Set(text.split('\n').map((one) => one.trim()))].filter(Boolean);
}

function readCriteria(criteria: readonly CriterionValues[]) {
	const errors: Record<string, string> = {};
	if (criteria.length > CRITERIA_MAX.lines)
		errors.criteria = `A programme has ${CRITERIA_MAX.lines} criteria at most`;
	const codes = new Set(criteria.map(({ code }) => code).filter(Boolean));
	const read = criteria.map(({ code, label, weight, max }, place): Criterion => {
		const name = `criterion ${place + 1}`;
		const fields = readEach(
			{
				label: textField({ name, max: CRITERIA_MAX.label }),
				weight: wholeNumberField({
					name: `the weight of ${name}`,
					min: 1,
					max: CRITERIA_MAX.weight
				}),
				max: wholeNumberField({ name: `the points of ${name}`, min: 1, max: CRITERIA_MAX.points })
			},
			{ label, weight, max }
		);
		for (const [part, message] of Object.entries(fields.errors))
			errors[criterionField(place, part as 'label')] = message;
		const made = code || newCode(label, codes);
		codes.add(made);
		return {
			code: made,
			label: fields.data.label,
			weight: fields.data.weight as number,
			max: fields.data.max as number
		};
	});
	return { errors, read };
}

/** A code for a new criterion, out of its words: "It is led by people" -> "it_is_led_by_people", none taken twice. */
function newCode(label: string, taken: ReadonlySet<string>): string {
	const words = label
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '')
		.slice(0, 40);
	const base = words || 'criterion';
	if (!taken.has(base)) return base;
	for (let number = 2; ; number++) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
}
