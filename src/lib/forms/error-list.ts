/** A form's errors as the error summary lists them. */
import type { FormError } from '$lib/ui/ErrorSummary.svelte';

/** One sentence for each field at fault. */
export type FieldErrors<Field extends string = string> = Partial<Record<Field, string>>;

/** The summary's list, in the order of the page: `order` names the fields from top to bottom, anything else follows. */
export function errorList(errors: FieldErrors, order: readonly string[] = []): FormError[] {
	const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
	return Object.entries(errors)
		.filter((entry): entry is [string, string] => entry[1] !== undefined)
		.sort(([a], [b]) => place(a) - place(b))
		.map(([field, message]) => ({ field, message }));
}

/** The first sentence for each field that a schema finds fault with. Faults of no field stand under ''. */
export function firstErrors(
	issues: readonly { path: readonly PropertyKey[]; message: string }[]
): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const { path, message } of issues) errors[String(path[0] ?? '')] ??= message;
	return errors;
}
