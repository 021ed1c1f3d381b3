/** What was given at a contact: so many of a thing, in a language where that matters. */
import * as z from 'zod/mini';
import { labelOf } from '../code-lists';
import { Constants } from '../database.types';

const { Enums } = Constants.public;

/** The most lines that a log may have. */
const MAX_RESOURCES = 50;
const MAX_GIVEN = 100_000;

/** The column. */
export const resourcesSchema = z
	.array(
		z.object({
			resource: z.enum(Enums.resource),
			language: z.optional(z.enum(Enums.language)),
			count: z
				.int('How many were given must be a whole number')
				.check(
					z.gte(1, 'How many were given must be 1 or more'),
					z.lte(
						MAX_GIVEN,
						`How many were given must be ${MAX_GIVEN.toLocaleString('en-GB')} or fewer`
					)
				)
		})
	)
	.check(z.maxLength(MAX_RESOURCES, `At most ${MAX_RESOURCES} lines of what was given`));

export type Resource = z.infer<typeof resourcesSchema>[number];

/** "Welcome pack in Arabic" */
export function resourceInWords({ resource, language }: Omit<Resource, 'count'>): string {
	const what = labelOf('resource', resource);
	return language ? `${what} in ${labelOf('language', language)}` : what;
}

/** "Welcome pack in Arabic (12), Warm pack (3)" */
export function resourcesInWords(given: readonly Resource[]): string {
	return given.map((line) => `${resourceInWords(line)} (${line.count})`).join(', ');
}
