/** The log form's values, and how they become a log. A draft is these values: half-filled, and still worth keeping. */
import { engagementLog, type EngagementLogFields } from '$lib/records/engagement/engagement-log';
import { checkLog, type LogErrors, type LogSurroundings } from '$lib/records/engagement/engagement-rules';

export interface LogValues {
	type: string;
	occurred_on: string;
	coverage: string;
	ward_code: string;
	place_id: string;
	organisation_id: string;
	objective_id: string;
	action_id: string;
	themes: string[];
	barriers: string[];
	heard: string;
	people_count: string;
	restricted: boolean;
}

/** A new, empty log of today. */
export function emptyLog(today: string): LogValues {
	return {
		type: '',
		occurred_on: today,
		coverage: 'ward',
		ward_code: '',
		place_id: '',
		organisation_id: '',
		objective_id: '',
		action_id: '',
		themes: [],
		barriers: [],
		heard: '',
		people_count: '',
		restricted: false
	};
}

/** The form's values for a log that exists. */
export function valuesOf(log: EngagementLogFields): LogValues {
	return {
		type: log.type,
		occurred_on: log.occurred_on,
		coverage: log.coverage,
		ward_code: log.ward_code ?? '',
		place_id: log.place_id ?? '',
		organisation_id: log.organisation_id ?? '',
		objective_id: log.objective_id,
		action_id: log.action_id ?? '',
		themes: [...log.themes],
		barriers: [...log.barriers],
		heard: log.heard,
		people_count: log.people_count?.toString() ?? '',
		restricted: log.restricted
	};
}

/** A log out of the form's values, or the sentence for each field at fault, in the order of the form. */
export function readLog(
	values: LogValues,
	around: LogSurroundings
): { log: EngagementLogFields } | { errors: LogErrors } {
	const inWard = values.coverage === 'ward';
	const parsed = engagementLog.schema.safeParse({
		...values,
		ward_code: inWard ? values.ward_code || null : null,
		place_id: inWard ? values.place_id || null : null,
		organisation_id: values.organisation_id || null,
		action_id: values.action_id || null,
		heard: values.heard.trim(),
		people_count: wholeNumber(values.people_count)
	});
	const errors: LogErrors = {};
	if (!parsed.success)
		for (const { path, message } of parsed.error.issues)
			errors[path[0] as keyof EngagementLogFields] ??= message;
	const log = (parsed.success ? parsed.data : { ...values, people_count: null }) as EngagementLogFields;
	const found = { ...checkLog({ ...log, ward_code: inWard ? values.ward_code || null : null }, around), ...errors };
	if (parsed.success && Object.keys(found).length === 0) return { log: parsed.data as EngagementLogFields };
	return { errors: found };
}

/** Null for nothing entered; NaN for what is not a number, which the schema then refuses in words. */
function wholeNumber(text: string): number | null {
	const trimmed = text.trim().replace(/,/g, '');
	return trimmed === '' ? null : Number(trimmed);
}
