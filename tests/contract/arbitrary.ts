/** Records by chance: every value that a schema accepts, long ones and odd ones among them. */
import fc from 'fast-check';
import { timestampOf } from '$lib/time/dates';

/** The part of JSON Schema that our record types come to. */
export interface ColumnSchema {
	type?: string;
	/** Of what may be null, inside a list. */
	anyOf?: ColumnSchema[];
	enum?: string[];
	items?: ColumnSchema;
	properties?: Record<string, ColumnSchema>;
	required?: string[];
	/** Of an object whose names are data: what they look like, and what stands under them. */
	propertyNames?: ColumnSchema;
	additionalProperties?: ColumnSchema;
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
}

/** Columns by name. */
export type Columns = ReadonlyMap<string, { nullable: boolean; is: ColumnSchema }>;

/** A record of these columns; columns that refer to other records take one of `references`. */
export function recordArbitrary(
	columns: Columns,
	references: Record<string, readonly string[]>
): fc.Arbitrary<Record<string, unknown>> {
	return fc.record(
		Object.fromEntries(
			[...columns].map(([name, { nullable, is }]) => {
				const known = references[name];
				const value = known ? referenceArbitrary(is, known) : valueArbitrary(is);
				return [name, nullable ? fc.option(value) : value];
			})
		)
	);
}

function referenceArbitrary(
	{ type }: ColumnSchema,
	known: readonly string[]
): fc.Arbitrary<unknown> {
	return type === 'array' ? fc.subarray([...known]) : fc.constantFrom(...known);
}

function valueArbitrary(is: ColumnSchema): fc.Arbitrary<unknown> {
	if (is.enum) return fc.constantFrom(...is.enum);
	if (is.anyOf) return fc.oneof(...is.anyOf.map(valueArbitrary));
	switch (is.type) {
		case 'null':
			return fc.constant(null);
		case 'array':
			return fc.array(valueArbitrary(is.items ?? {}), { maxLength: 8 });
		case 'object':
			if (is.propertyNames)
				return fc.dictionary(
					textArbitrary(is.propertyNames),
					valueArbitrary(is.additionalProperties ?? {})
				);
			return fc.record(
				Object.fromEntries(
					Object.entries(is.properties ?? {}).map(([name, part]) => [name, valueArbitrary(part)])
				),
				{ requiredKeys: is.required ?? [] }
			);
		case 'boolean':
			return fc.boolean();
		case 'integer':
			return fc.integer({ min: is.minimum ?? 0, max: is.maximum ?? 1_000_000 });
		case 'number':
			// JSON writes -0 as 0.
			return fc
				.double({ min: is.minimum ?? -1e6, max: is.maximum ?? 1e6, noNaN: true })
				.map((n) => n + 0);
		case 'string':
			return textArbitrary(is);
		default:
			throw new Error(`no values for ${JSON.stringify(is)}`);
	}
}

function textArbitrary({
	format,
	pattern,
	minLength = 0,
	maxLength = 1000
}: ColumnSchema): fc.Arbitrary<string> {
	if (format === 'uuid') return fc.uuid();
	// Up to today: that a record is not of the future is a rule of its own.
	if (format === 'date')
		return fc
			.date({ min: new Date('0001-01-01'), max: new Date(), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
	// As the database writes moments.
	if (format === 'date-time')
		return fc
			.date({ min: new Date('2020-01-01'), max: new Date(), noInvalidDate: true })
			.map(timestampOf);
	if (pattern) return fc.stringMatching(new RegExp(pattern));
	const short = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) });
	const longest = fc.constantFrom('x', 'é', '…', '\n').map((letter) => letter.repeat(maxLength));
	return fc
		.oneof({ weight: 9, arbitrary: short }, { weight: 1, arbitrary: longest })
		.filter((text) => text.length >= minLength && text.length <= maxLength);
}
