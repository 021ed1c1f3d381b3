/** The forms over an assessment, each a part of it: what it asks, whom it is for, and what it leads to. */
import type { Component } from 'svelte';
import type { FieldErrors } from '$lib/forms/error-list';
import { missingForSignOff, openImpacts } from '$lib/records/assessment/assessment-rules';
import type { Row } from '$lib/records/registry';
import type { Access } from '$lib/records/tenancy/access';
import { addMonths } from '$lib/time/dates';
import type { Reference } from '../reference.svelte';
import AboutFields from './AboutFields.svelte';
import { valuesOf, type AssessmentValues } from './assessment-values';
import FindingsFields from './FindingsFields.svelte';
import ImpactsFields from './ImpactsFields.svelte';
import OutcomeFields from './OutcomeFields.svelte';
import ScreeningFields from './ScreeningFields.svelte';
import SignOffFields from './SignOffFields.svelte';
import { notYours, whileOpen } from './standing';

export interface PartProps {
	values: AssessmentValues;
	errors: FieldErrors;
	reference: Reference;
	/** `YYYY-MM-DD` */
	today: string;
}

/** What a form begins with, besides the assessment. */
export interface Around {
	today: string;
	/** As it is now, which may be later than when the form was begun; undefined for a new one. */
	assessment: Row<'assessments'> | undefined;
	/** Whether it may be changed: it is not signed off, or not yet, since the sign-off was refused. */
	isOpen: boolean;
	/** The actions that name the assessment. */
	mitigations: readonly Row<'actions'>[];
	/** The name of whoever fills the form. */
	person: string;
}

interface Part {
	title: string;
	submitLabel: string;
	Fields: Component<PartProps, object, 'values'>;
	/** What the form begins with; the assessment as it is unless given. */
	start?: (values: AssessmentValues, around: Around) => AssessmentValues;
	/** What it asks for besides: sentences by field, under '' what is no field of it. */
	check?: (values: AssessmentValues, around: Around) => FieldErrors;
	/** Why somebody may not use it now; undefined where they may. */
	closed: (access: Access, around: Pick<Around, 'assessment' | 'isOpen'>) => string | undefined;
}

export type PartName = 'about' | 'impacts' | 'screening' | 'findings' | 'sign-off' | 'outcome';

/** A year, after which many councils look at what came of a change. */
const REVIEW_MONTHS = 12;

export const parts: Record<PartName, Part> = {
	about: {
		title: 'What is assessed',
		submitLabel: 'Save assessment',
		Fields: AboutFields,
		closed: whileOpen
	},
	impacts: {
		title: 'Impact on each group',
		submitLabel: 'Save impacts',
		Fields: ImpactsFields,
		closed: whileOpen
	},
	screening: {
		title: 'Screening',
		submitLabel: 'Save screening',
		Fields: ScreeningFields,
		// Nothing is chosen for anybody.
		start: (values) => ({
			...values,
			status: values.screened_out_reason === '' ? '' : values.status
		}),
		check: checkScreening,
		closed: (access, around) =>
			whileOpen(access, around) ??
			(around.assessment?.status === 'full' ? 'The full assessment has begun.' : undefined)
	},
	findings: {
		title: 'Findings',
		submitLabel: 'Save findings',
		Fields: FindingsFields,
		closed: whileOpen
	},
	'sign-off': {
		title: 'Sign off',
		submitLabel: 'Sign off',
		Fields: SignOffFields,
		start: (values, { today, person }) => ({
			...values,
			status: 'signed_off',
			signed_off_by: person,
			signed_off_on: today,
			review_on: values.review_on || addMonths(today, REVIEW_MONTHS)
		}),
		check: checkSignOff,
		closed: (access, around) =>
			access.seesCouncil
				? whileOpen(access, around)
				: 'A manager or administrator signs it off, for the senior person who stands for it.'
	},
	outcome: {
		title: 'What came of it',
		submitLabel: 'Save review',
		Fields: OutcomeFields,
		closed: notYours
	}
};

function checkScreening(values: AssessmentValues, { assessment }: Around): FieldErrors {
	if (values.status === '') return { status: 'Select whether a full assessment is needed' };
	if (values.status === 'full') return {};
	if (assessment && openImpacts(assessment).length > 0)
		return { status: 'A negative or unknown impact needs a full assessment' };
	return values.screened_out_reason.trim() === ''
		? { screened_out_reason: 'Say why no full assessment is needed' }
		: {};
}

function checkSignOff(
	values: AssessmentValues,
	{ today, assessment, mitigations }: Around
): FieldErrors {
	const missing = assessment ? missingForSignOff(assessment, mitigations) : [];
	return {
		...(missing.length > 0 && { '': missing.join(' ') }),
		...(values.signed_off_by.trim() === '' && { signed_off_by: 'Enter who signs it off' }),
		...(values.signed_off_on === '' && { signed_off_on: 'Enter the date of the sign-off' }),
		...(values.signed_off_on > today && {
			signed_off_on: 'The date of the sign-off must be today or in the past'
		})
	};
}

/** The forms' values for an assessment, as one of its forms begins with them. */
export function startOf(
	name: PartName,
	assessment: Row<'assessments'>,
	around: Around
): AssessmentValues {
	const values = valuesOf(assessment);
	return parts[name].start?.(values, around) ?? values;
}

/** Where what is typed into a form is kept. */
export function draftOf(id: string, name: PartName): string {
	return name === 'about' ? id : `${id}/${name}`;
}
