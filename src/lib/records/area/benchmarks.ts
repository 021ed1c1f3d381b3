/** The shares of usual residents that the Census found, by characteristic and answer. */
import * as z from 'zod/mini';

const percent = z.number().check(z.gte(0), z.lte(100));

/**
 * Percentages by code, such as `{ ethnic_group: { asian: 15.4 } }`: of ethnic groups the five of the first step. `not_answered`
 * stands for those who left a question out that may be left out. Empty where nothing is known.
 */
export const benchmarksSchema = z.record(z.string(), z.record(z.string(), percent));

export type Benchmarks = z.infer<typeof benchmarksSchema>;
