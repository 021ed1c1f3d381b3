/** Status and rating as plans print them. */
import type { ActionFields } from '$lib/records/action/action';

const STATUS: [ActionFields['status'], RegExp][] = [
	['not_started', /^(not (yet )?(started|begun|due)|no|to do|planned|pending|future)\b/i],
	['done', /^(done|complete|completed|closed|achieved|finished|yes|delivered|blue)\b/i],
	['stopped', /^(stopped|cancelled|canceled|withdrawn|superseded|on hold|paused)\b/i],
	[
		'in_progress',
		/^(in progress|started|ongoing|on-going|on track|underway|under way|begun|behind|delayed|partly|partially|green|amber|red|current|active|open)\b/i
	]
];

/** Null where the words mean nothing here. */
export function statusIn(text: string): ActionFields['status'] | null {
	return STATUS.find(([, words]) => words.test(text.trim()))?.[0] ?? null;
}

export function ratingIn(text: string): ActionFields['rag'] {
	const word = /\b(red|amber|yellow|green)\b/i.exec(text)?.[1]?.toLowerCase();
	if (word === 'yellow') return 'amber';
	if (word === 'red' || word === 'amber' || word === 'green') return word;
	const letter = text.trim().toUpperCase();
	return letter === 'R' ? 'red' : letter === 'A' ? 'amber' : letter === 'G' ? 'green' : null;
}
