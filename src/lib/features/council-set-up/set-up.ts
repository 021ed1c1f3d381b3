/** What the first administrator is asked for, checked. */
import { council } from '$lib/records/tenancy/council';
import type { FormError } from '$lib/ui/ErrorSummary.svelte';

export interface SetUpValues {
	fullName: string;
	email: string;
	password: string;
	name: string;
	code: string;
}

/** Long passwords without rules about symbols (NCSC guidance). */
export const PASSWORD_LENGTH = 12;

/** Errors in the order of the form, and the council to make. */
export function checkSetUp(values: SetUpValues): {
	errors: FormError[];
	council: { code: string; name: string; fullName: string };
} {
	const made = { code: values.code.trim().toUpperCase(), name: values.name.trim() };
	const errors: FormError[] = [];
	if (values.fullName.trim() === '')
		errors.push({ field: 'fullName', message: 'Enter your full name' });
	if (!/^\S+@\S+$/.test(values.email.trim()))
		errors.push({
			field: 'email',
			message: 'Enter an email address, like name@council.gov.uk'
		});
	if (values.password.length < PASSWORD_LENGTH)
		errors.push({
			field: 'password',
			message: `Password must be ${PASSWORD_LENGTH} characters or more`
		});
	const parsed = council.schema.safeParse(made);
	for (const field of ['name', 'code']) {
		const issue = parsed.error?.issues.find(({ path }) => path[0] === field);
		if (issue) errors.push({ field, message: issue.message });
	}
	return { errors, council: { ...made, fullName: values.fullName.trim() } };
}
