/** The conflict rule on the phone: what the server left alone, this decides or hands to the person (docs/sync.md). */
import { diff3Merge } from 'node-diff3';
import { registry } from '$lib/records/registry';
import { unseal } from '$lib/store/codec';
import type { Outcome } from '$lib/store/inbox';
import type { Change, OutboxEntry } from '$lib/store/outbox';
import type { Verdict } from './remote';

/** What to do with a sent change, given the server's verdict on it. */
export function outcomeOf(entry: OutboxEntry, verdict: Verdict): Outcome {
	if (verdict.verdict === 'applied') return { kind: 'applied' };
	const change = verdict.verdict === 'conflict' ? mergedChange(entry, verdict) : null;
	if (change) return { kind: 'again', change };
	return {
		kind: 'attention',
		problem: {
			verdict: verdict.verdict,
			code: verdict.code ?? verdict.verdict,
			message: verdict.message ?? '',
			...(verdict.column !== undefined && { column: verdict.column }),
			...(verdict.conflicts && { conflicts: verdict.conflicts })
		}
	};
}

/** The change that settles a conflict by itself: every column in dispute is long text that merges cleanly. */
function mergedChange(entry: OutboxEntry, { conflicts = {} }: Verdict): Change | null {
	const { set, was } = unseal(entry.body);
	const rules = registry[entry.table].merge as Record<string, string>;
	const merged: Change = { set: {}, base: {}, was: {} };
	for (const [column, { theirs, version }] of Object.entries(conflicts)) {
		if (rules[column] !== 'text') continue;
		const text = mergeText(String(was[column] ?? ''), String(set[column] ?? ''), String(theirs ?? ''));
		if (text === null) return null;
		merged.set[column] = text;
		merged.base[column] = version;
		merged.was[column] = theirs;
	}
	// Scalars that the server did apply are reported too; only a column that still waits for a person stops this.
	const undecided = Object.keys(conflicts).some((column) => rules[column] === 'ask');
	return undecided || Object.keys(merged.set).length === 0 ? null : merged;
}

/**
 * Merges two edits of one text, sentence by sentence and line by line, against what both began with.
 * Null where both changed the same passage: a person must choose.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
	if (mine === theirs) return mine;
	const regions = diff3Merge(passages(mine), passages(base), passages(theirs), {
		excludeFalseConflicts: true
	});
	const merged: string[] = [];
	for (const region of regions) {
		if (!region.ok) return null;
		merged.push(...region.ok);
	}
	return merged.join('');
}

/** Sentences with the white space after them, so that joining them gives the text back. */
function passages(text: string): string[] {
	return text.match(/[^.!?\n]*(?:[.!?]+\s*|\n+|$)/g)?.filter((passage) => passage !== '') ?? [];
}
