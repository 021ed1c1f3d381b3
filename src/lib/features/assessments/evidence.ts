/** The logs that an assessment stands on, and those that could be linked to it. */
import type { Option } from '$lib/forms/option';
import type { Row } from '$lib/records/registry';
import type { Store } from '$lib/store/store';
import { formatDate } from '$lib/time/dates';
import { logTitle, saysAll, summaryOf } from '../log-words';
import type { Reference } from '../reference.svelte';

type Log = Row<'engagement_logs'>;

export interface LinkedLog {
	link: Row<'assessment_evidence'>;
	/** Undefined where the log is not on this device, such as one of another locality. */
	log: Log | undefined;
}

/** What an assessment stands on, the newest log first and those of other localities last. */
export async function readEvidence(store: Store, assessmentId: string): Promise<LinkedLog[]> {
	const links = await store.records('assessment_evidence').where('assessment_id', assessmentId);
	const found = await Promise.all(
		links.map(async (link) => ({
			link,
			log: await store.records('engagement_logs').get(link.log_id)
		}))
	);
	return found.sort((a, b) => (b.log?.occurred_on ?? '').localeCompare(a.log?.occurred_on ?? ''));
}

/** What the form that links logs holds. */
export interface EvidenceValues {
	/** Ids. */
	logs: string[];
	note: string;
}

export function noEvidence(): EvidenceValues {
	return { logs: [], note: '' };
}

interface Asked {
	filter: { text: string; theme: string; wardCode: string };
	limit: number;
	reference: Reference;
	/** Ids of those that are chosen already: they are offered whatever is searched for. */
	chosen: readonly string[];
}

/** Logs to choose from: those that are chosen, then others that match, the newest first. */
export async function readOffered(
	store: Store,
	assessmentId: string,
	{ filter, limit, reference, chosen }: Asked
): Promise<Log[]> {
	const logs = store.records('engagement_logs');
	const links = await store.records('assessment_evidence').where('assessment_id', assessmentId);
	const taken = new Set([...links.map(({ log_id }) => log_id), ...chosen]);
	const found = await logs.newest({
		by: 'occurred_on',
		limit,
		where: (log) => !taken.has(log.id) && isOffered(log, filter, reference)
	});
	const kept = await Promise.all(chosen.map((id) => logs.get(id)));
	return [...kept.filter((log) => log !== undefined), ...found];
}

/** Not a restricted one: an assessment is for the whole council. */
function isOffered(
	log: Log,
	{ text, theme, wardCode }: Asked['filter'],
	reference: Reference
): boolean {
	return (
		!log.restricted &&
		(theme === '' || log.themes.some((own) => own === theme)) &&
		(wardCode === '' || log.ward_code === wardCode) &&
		saysAll(log, text, reference)
	);
}

/** A log as a choice. */
export function logOption(log: Log, reference: Reference): Option {
	return {
		value: log.id,
		label: logTitle(log, reference),
		hint: `${formatDate(log.occurred_on)}. ${summaryOf(log)}`
	};
}
