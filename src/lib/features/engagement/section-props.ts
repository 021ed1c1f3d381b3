import type { LogErrors } from '$lib/records/engagement/engagement-rules';
import type { Reference } from '../reference.svelte';
import type { LogValues } from './log-values';

/** What every section of a log's form is given. It writes to the values. */
export interface SectionProps {
	values: LogValues;
	errors: LogErrors;
	reference: Reference;
}
