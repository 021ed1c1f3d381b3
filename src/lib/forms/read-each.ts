/** Reading a form's values field by field. */
import type * as z from 'zod/mini';
import type { FieldErrors } from './error-list';

/**
 * Reads each field by its own schema, so that one at fault keeps no other from being read.
 * @returns what was read, with the value as it was typed where it is at fault; and the sentence for each of those
 */
export function readEach<S extends Record<string, z.ZodMiniType>>(
	schemas: S,
	values: { readonly [F in keyof S]: unknown }
): { data: { [F in keyof S]: z.infer<S[F]> }; errors: FieldErrors<keyof S & string> } {
	const data: Record<string, unknown> = {};
	const errors: FieldErrors = {};
	for (const [field, schema] of Object.entries(schemas)) {
		const read = schema.safeParse(values[field]);
		data[field] = read.success ? read.data : values[field];
		if (!read.success) errors[field] = read.error.issues[0]?.message;
	}
	return { data: data as { [F in keyof S]: z.infer<S[F]> }, errors };
}
